extends Node
func _init(): print("alpha init ", Zed)
func _ready(): print("alpha ready ", Zed.hello(), " ", name, " ", scene_file_path)
