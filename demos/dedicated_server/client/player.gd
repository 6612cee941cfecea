extends Node2D
## A player. The server moves it; its own client only says where it wants to go.

var direction := Vector2()
var score := 0
var nick := ""
var color := Color.WHITE
var plays_itself := false


func is_mine() -> bool:
	return $Input.is_multiplayer_authority()


func _process(_delta):
	queue_redraw()
	if not is_mine():
		return
	if plays_itself:
		direction = nearest_coin() - position
		direction = direction.normalized()
	else:
		direction = Input.get_vector("ui_left", "ui_right", "ui_up", "ui_down")


func nearest_coin() -> Vector2:
	var best := position
	var distance := INF
	for node in get_parent().get_children():
		if not "score" in node and position.distance_to(node.position) < distance:
			best = node.position
			distance = position.distance_to(best)
	return best


func _draw():
	draw_circle(Vector2.ZERO, 12.0, color)
	var font = ThemeDB.fallback_font
	draw_string(font, Vector2(-40, -18), "%s %d" % [nick, score], HORIZONTAL_ALIGNMENT_CENTER, 80, 12)
