extends Control
# Other buttons and Escape while something is dragged.
class Spot extends Control:
	func _gui_input(e):
		print("  input ", name, " ", e.as_text())
	func _get_drag_data(p):
		return 1
	func _can_drop_data(p, data):
		return true
	func _drop_data(p, data):
		print("  drop ", name, p, data)
	func _notification(what):
		if what == NOTIFICATION_DRAG_BEGIN: print("  begin ", name)
		if what == NOTIFICATION_DRAG_END: print("  end ", name, is_drag_successful())
var at := Vector2()
func move(p: Vector2, mask := 0) -> void:
	var m := InputEventMouseMotion.new()
	m.position = p
	m.global_position = p
	m.relative = p - at
	m.button_mask = mask
	at = p
	get_viewport().push_input(m)
	print("move ", p, get_viewport().gui_is_dragging(), get_viewport().is_input_handled())
func button(down: bool, idx := 1, mask := 0) -> void:
	var e := InputEventMouseButton.new()
	e.button_index = idx
	e.pressed = down
	e.position = at
	e.global_position = at
	e.button_mask = mask
	get_viewport().push_input(e)
	print("button ", idx, down, get_viewport().gui_is_dragging(), get_viewport().is_input_handled())
func key(code: int):
	var e := InputEventKey.new()
	e.keycode = code
	e.pressed = true
	get_viewport().push_input(e)
	print("key ", get_viewport().gui_is_dragging(), get_viewport().is_input_handled())
func _input(e):
	print(" _input ", e.get_class())
func _unhandled_input(e):
	print(" unhandled ", e.get_class())
func _ready() -> void:
	for i in 2:
		var s := Spot.new()
		s.name = "s%d" % i
		s.position = Vector2(i * 120, 0)
		s.size = Vector2(100, 40)
		add_child(s)
	for other in [2, 3, 4, 5, 8]:
		print("## ", other)
		move(Vector2(10, 10))
		button(true, 1, 1)
		move(Vector2(40, 10), 1)
		button(true, other, 1 | (1 << (other - 1)))
		button(false, other, 1)
		move(Vector2(50, 10), 1)
		button(false, 1, 0)
		move(Vector2(60, 10), 0)
	print("## escape")
	move(Vector2(10, 10))
	button(true, 1, 1)
	move(Vector2(40, 10), 1)
	key(KEY_A)
	key(KEY_ESCAPE)
	button(false, 1, 0)
	get_tree().quit()
