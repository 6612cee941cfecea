extends Node2D
@export var value := 1
func doubled() -> int:
	return value * 2
func _ready() -> void:
	print("scripted ready ", value, " ", name)
