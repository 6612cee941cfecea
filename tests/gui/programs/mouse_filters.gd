extends Control
# Enter, exit, presses and the wheel over nested controls with all mouse filters.
class Spy extends Control:
	func _gui_input(e: InputEvent) -> void:
		if e is InputEventMouseButton:
			print("  ", name, " button ", e.button_index, " ", e.pressed, " ", e.position, " ", e.double_click)
		elif e is InputEventMouseMotion:
			print("  ", name, " motion ", e.position, " ", e.relative)
		else:
			print("  ", name, " ", e.get_class())
	func _notification(what: int) -> void:
		if what == NOTIFICATION_MOUSE_ENTER: print("  ", name, " N enter")
		if what == NOTIFICATION_MOUSE_EXIT: print("  ", name, " N exit")
		if what == NOTIFICATION_MOUSE_ENTER_SELF: print("  ", name, " N enter self")
		if what == NOTIFICATION_MOUSE_EXIT_SELF: print("  ", name, " N exit self")
func spy(parent: Node, n: String, r: Rect2, filter := 0) -> Spy:
	var s := Spy.new()
	s.name = n
	s.position = r.position
	s.size = r.size
	s.mouse_filter = filter
	s.mouse_entered.connect(func(): print("  ", n, " entered"))
	s.mouse_exited.connect(func(): print("  ", n, " exited"))
	parent.add_child(s)
	return s
var at := Vector2()
func move(p: Vector2, mask := 0) -> void:
	var m := InputEventMouseMotion.new()
	m.position = p
	m.global_position = p
	m.relative = p - at
	m.button_mask = mask
	at = p
	print("move ", p)
	get_viewport().push_input(m)
	print("  handled ", get_viewport().is_input_handled())
func button(down: bool, idx := 1, dbl := false) -> void:
	var e := InputEventMouseButton.new()
	e.button_index = idx
	e.pressed = down
	e.position = at
	e.global_position = at
	e.double_click = dbl
	e.button_mask = (1 << (idx - 1)) if down else 0
	print("button ", idx, down)
	get_viewport().push_input(e)
	print("  handled ", get_viewport().is_input_handled())
func _unhandled_input(e: InputEvent) -> void:
	print("  unhandled ", e.get_class())
func _ready() -> void:
	await get_tree().process_frame
	var a := spy(self, "A", Rect2(10, 10, 200, 200))
	var b := spy(a, "B", Rect2(20, 20, 100, 100), MOUSE_FILTER_PASS)
	var c := spy(b, "C", Rect2(10, 10, 30, 30), MOUSE_FILTER_IGNORE)
	var d := spy(a, "D", Rect2(60, 60, 100, 100))
	var rot := spy(self, "R", Rect2(300, 100, 50, 50))
	rot.rotation = PI / 4
	rot.scale = Vector2(2, 1)
	move(Vector2(5, 5))
	move(Vector2(15, 15))
	move(Vector2(45, 45))
	move(Vector2(100, 100))
	button(true)
	move(Vector2(400, 400), 1)
	move(Vector2(45, 45), 1)
	button(true, 2)
	button(false, 1)
	button(false, 2)
	button(true, 1, true)
	button(false)
	button(true, 4)
	button(false, 4)
	move(Vector2(300, 130))
	move(Vector2(340, 170))
	button(true)
	button(false)
	d.hide()
	move(Vector2(100, 100))
	d.show()
	await get_tree().process_frame
	d.mouse_filter = MOUSE_FILTER_IGNORE
	await get_tree().process_frame
	a.clip_contents = true
	move(Vector2(101, 101))
	a.mouse_behavior_recursive = Control.MOUSE_BEHAVIOR_DISABLED
	await get_tree().process_frame
	move(Vector2(102, 101))
	a.mouse_behavior_recursive = Control.MOUSE_BEHAVIOR_INHERITED
	b.z_index = 5
	d.mouse_filter = MOUSE_FILTER_STOP
	move(Vector2(103, 101))
	b.queue_free()
	await get_tree().process_frame
	await get_tree().process_frame
	button(true)
	a.remove_child(d)
	button(false)
	d.free()
	get_tree().quit()
