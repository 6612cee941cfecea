extends Node
## get_node() with a path of two steps.

var found: Node


func setup() -> void:
	var a := Node.new()
	a.name = "A"
	add_child(a)
	var b := Node.new()
	b.name = "B"
	a.add_child(b)


func run_calls(calls: int) -> void:
	for i in calls:
		found = get_node("A/B")


func checksum() -> float:
	return 1.0 if found == get_child(0).get_child(0) else 0.0
