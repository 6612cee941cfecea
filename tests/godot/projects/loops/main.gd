extends Node
func _ready():
	var args = Array(OS.get_cmdline_args())
	print("ready ", args, OS.get_cmdline_user_args(), " ", Engine.time_scale, " ", Engine.max_fps)
	print(ProjectSettings.globalize_path("user://").get_file(), OS.get_user_data_dir().get_file())
	print(get_tree().current_scene.name, name, scene_file_path, get_path(), get_tree().get_class())
	get_tree().quit(3)
