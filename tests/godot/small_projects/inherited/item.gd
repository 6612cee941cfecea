extends Node
@export var label := "?"
@export var size := Vector2.ONE
@export var list: Array[int] = [1]
func _enter_tree() -> void:
	print("enter ", get_path())
func _ready() -> void:
	print("ready ", name, " ", label, " ", size, " ", list, " ", get_children().map(func(c): return c.name))
