class_name NamedLoop
extends SceneTree
func _initialize(): print("named ", get_script().get_global_name())
func _process(_d): quit(7); return false
