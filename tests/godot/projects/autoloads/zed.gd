extends Node
var v = 5
func _init(): print("zed init ", Engine.has_singleton("Zed"))
func _enter_tree(): print("zed enter")
func _ready(): print("zed ready ", name, get_path(), " ", get_tree().current_scene, " ", Alpha)
func hello(): return "hello from zed " + str(v)
