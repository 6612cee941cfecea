extends Node
func _init(): print("main init ", Zed)
func _ready():
	print(get_tree().root.get_children())
	print(Zed.hello(), " ", $/root/Plain)
	print(Engine.physics_ticks_per_second, " ", Engine.max_fps, " ", OS.get_user_data_dir())
	print(ProjectSettings.get_setting("autoload/Zed"))
	print(Engine.get_singleton_list().has("Zed"))
	get_tree().quit()
