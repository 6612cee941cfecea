extends Node
func _ready(): print("plain ready ", Zed.v)
