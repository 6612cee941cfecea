extends Node
@export_file("*.tscn") var next: String
func _enter_tree() -> void:
	print("menu enters")
func _ready() -> void:
	print("menu ready ", Game.score, " ", get_tree().current_scene == self)
	if Game.score > 2:
		print("the end ", Game.visited)
		get_tree().quit()
		return
	await get_tree().process_frame
	Game.goto(next)
	print("menu still runs, in tree ", is_inside_tree())
func _exit_tree() -> void:
	print("menu exits")
func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE:
		print("menu deleted")
