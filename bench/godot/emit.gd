extends Node
## One signal with one argument, connected to one method of another node.

signal hit(points: int)

var listener := Listener.new()


class Listener extends Node:
	var last := 0

	func _on_hit(points: int) -> void:
		last = points


func setup() -> void:
	add_child(listener)
	hit.connect(listener._on_hit)


func run_calls(calls: int) -> void:
	for i in calls:
		hit.emit(i)


func checksum() -> float:
	return listener.last
