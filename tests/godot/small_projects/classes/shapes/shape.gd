class_name Shape
extends RefCounted
static var made := 0
func _init() -> void:
	made += 1
	Registry.add(title())
func area() -> float:
	return 0
func title() -> String:
	return "shape"
