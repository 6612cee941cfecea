extends Node
## Nodes whose `_process` does nothing: the bare cost of calling it.


class Idle extends Node:
	func _process(_delta: float) -> void:
		pass


func setup(count: int) -> void:
	for i in count:
		add_child(Idle.new())


func checksum() -> float:
	return get_child_count()
