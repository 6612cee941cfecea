extends Node
## A node put into the tree and taken out of it again.

var node := Node.new()


func setup() -> void:
	pass


func run_calls(calls: int) -> void:
	for i in calls:
		add_child(node)
		remove_child(node)


func checksum() -> float:
	node.queue_free()
	return get_child_count()
