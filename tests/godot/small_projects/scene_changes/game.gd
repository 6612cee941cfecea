extends Node
var score := 0
var visited: Array[StringName] = []
func _ready() -> void:
	get_tree().node_added.connect(func(n):
		if n.get_parent() == get_tree().root:
			visited.append(n.name))
func goto(path: String) -> void:
	print("goto ", path, " ", error_string(get_tree().change_scene_to_file(path)), " current ", get_tree().current_scene.name if get_tree().current_scene else "none")
