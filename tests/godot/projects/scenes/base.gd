extends Node
func _ready():
	print("base ready of ", name)
