extends Node
@export var title := "none"
static var visits := 0
func _ready():
	visits += 1
	print(title, " ", visits, " ", %Deep.get_path(), " ", get_tree().get_nodes_in_group("parts"). size())
	var part: Part = $Part
	print(part is Part, " ", part.speed, " ", part.get_script().get_global_name())
	if visits == 1:
		print(ProjectSettings.get_setting("global/answer"), ProjectSettings.get_setting("global/list"), ProjectSettings.get_setting("global/table"))
		print(ProjectSettings.get_setting("global/plain"), " ", ProjectSettings.get_setting_with_override("global/plain"))
		print(ProjectSettings.has_setting("global/plain.linux"), " ", ProjectSettings.get_setting("nope/nope", "default"))
		print(ProjectSettings.get_setting("display/window/size/viewport_width"), " ", ProjectSettings.get_setting("application/config/name"))
		print(ProjectSettings.get_setting("input/jump")["deadzone"])
func _on_part_rung(times, extra):
	print("rung ", times, " ", extra)
	if visits == 1:
		print(get_tree().reload_current_scene())
	else:
		print(get_tree().change_scene_to_file("res://missing.tscn"))
		print(get_tree().change_scene_to_file("res://second.tscn"))
