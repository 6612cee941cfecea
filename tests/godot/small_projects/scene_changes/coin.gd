extends Node
signal taken(value)
func take() -> void:
	taken.emit(1)
	queue_free()
