extends Control
# Dragging from buttons, refused drops, cancelling, forced and forwarded drags.
class Spot extends Button:
	var ok := true
	func _get_drag_data(p):
		print("  get ", name, p)
		var l := Label.new()
		l.text = "preview"
		l.tree_exited.connect(func(): print("  preview gone"))
		set_drag_preview(l)
		return {"from": name}
	func _can_drop_data(p, data):
		print("  can ", name, p, data)
		return ok
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
	print("move ", p, get_viewport().gui_is_dragging(), get_viewport().gui_get_drag_data())
func button(down: bool, idx := 1) -> void:
	var e := InputEventMouseButton.new()
	e.button_index = idx
	e.pressed = down
	e.position = at
	e.global_position = at
	e.button_mask = 1 if down else 0
	get_viewport().push_input(e)
	print("button ", idx, down, get_viewport().gui_is_dragging())
func _ready() -> void:
	for i in 3:
		var s := Spot.new()
		s.name = "s%d" % i
		s.position = Vector2(i * 120, 0)
		s.size = Vector2(100, 40)
		s.pressed.connect(func(): print("  pressed ", s.name))
		s.button_down.connect(func(): print("  down ", s.name))
		s.button_up.connect(func(): print("  up ", s.name))
		add_child(s)
	get_child(1).ok = false
	await get_tree().process_frame
	move(Vector2(10, 10))
	button(true)
	move(Vector2(15, 10), 1)
	move(Vector2(25, 10), 1)
	move(Vector2(130, 10), 1)
	move(Vector2(250, 10), 1)
	button(false)
	print(get_viewport().gui_is_drag_successful())
	await get_tree().process_frame
	move(Vector2(10, 10))
	button(true)
	move(Vector2(30, 10), 1)
	move(Vector2(130, 10), 1)
	button(false)
	print(get_viewport().gui_is_drag_successful())
	await get_tree().process_frame
	move(Vector2(10, 10))
	button(true)
	move(Vector2(30, 10), 1)
	button(true, 2)
	button(false)
	await get_tree().process_frame
	move(Vector2(10, 10))
	button(true)
	move(Vector2(30, 10), 1)
	get_viewport().gui_cancel_drag()
	print(get_viewport().gui_is_dragging())
	button(false)
	var lab := Label.new()
	get_child(0).force_drag("forced", lab)
	print(get_viewport().gui_is_dragging(), get_viewport().gui_get_drag_data())
	move(Vector2(250, 12), 1)
	button(false)
	get_child(2).set_drag_forwarding(func(p): print("  fget ", p); return 5, func(p, d): print("  fcan ", p, d); return true, func(p, d): print("  fdrop ", p, d))
	move(Vector2(250, 10))
	button(true)
	move(Vector2(270, 10), 1)
	move(Vector2(10, 10), 1)
	button(false)
	move(Vector2(10, 10))
	button(true)
	move(Vector2(30, 10), 1)
	move(Vector2(270, 10), 1)
	button(false)
	await get_tree().process_frame
	get_tree().quit()
