extends Node

func _ready() -> void:
	print("Hidden ready as ", name)
