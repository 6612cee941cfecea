class_name BaseScreen extends Node
func _ready() -> void:
	print("base screen of ", name)
