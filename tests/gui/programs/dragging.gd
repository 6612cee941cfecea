extends Control
class D extends Control:
	var give = null
	var take = false
	var prev: Control = null
	func _notification(what):
		if what == NOTIFICATION_DRAG_BEGIN: print("    ", name, " BEGIN ", get_viewport().gui_get_drag_data())
		if what == NOTIFICATION_DRAG_END: print("    ", name, " END ", is_drag_successful())
		if what == NOTIFICATION_MOUSE_ENTER: print("    ", name, " ENTER")
		if what == NOTIFICATION_MOUSE_EXIT: print("    ", name, " EXIT")
	func _get_drag_data(p):
		print("    ", name, " data at ", p)
		if prev: set_drag_preview(prev)
		return give
	func _can_drop_data(p, d):
		print("    ", name, " can ", p, d)
		return take
	func _drop_data(p, d):
		print("    ", name, " drop ", p, d)
func mk(n, parent, pos, s = Vector2(100, 100)):
	var c := D.new(); c.name = n; c.position = pos; c.size = s
	parent.add_child(c)
	return c
var last = Vector2()
func btn(p, down, b = 1):
	var e := InputEventMouseButton.new(); e.position = p; e.global_position = p; e.button_index = b; e.pressed = down; e.button_mask = 1 << (b - 1) if down else 0
	last = p
	get_viewport().push_input(e)
	st("btn %s %s" % [p, down])
func mv(p, mask = 1):
	var e := InputEventMouseMotion.new(); e.position = p; e.global_position = p; e.relative = p - last; e.button_mask = mask
	last = p
	get_viewport().push_input(e)
	st("mv %s" % p)
func st(t):
	print(t, " dragging ", get_viewport().gui_is_dragging(), " data ", get_viewport().gui_get_drag_data(), " ok ", get_viewport().gui_is_drag_successful(), " cursor ", Input.get_current_cursor_shape())
func _ready():
	var a = mk("a", self, Vector2(0, 0)); var b = mk("b", self, Vector2(200, 0)); var k = mk("k", a, Vector2(20, 20), Vector2(30, 30))
	k.rotation = 0.3
	k.mouse_filter = MOUSE_FILTER_PASS
	a.give = "A"; b.take = true
	var p := ColorRect.new(); p.name = "prev"; p.size = Vector2(10, 10)
	a.prev = p
	await get_tree().process_frame
	btn(Vector2(30, 35), true); mv(Vector2(33, 35)); mv(Vector2(50, 50)); 
	print(p.get_parent().name, p.position, p.top_level, p.get_index())
	mv(Vector2(60, 61)); print(p.position)
	mv(Vector2(220, 30)); mv(Vector2(150, 30)); mv(Vector2(220, 30))
	btn(Vector2(220, 30), false)
	print(is_instance_valid(p))
	await get_tree().process_frame
	a.prev = null
	print("-- right button")
	btn(Vector2(5, 5), true, 2); mv(Vector2(30, 5), 2); btn(Vector2(30, 5), false, 2)
	print("-- cancelled")
	btn(Vector2(5, 5), true); mv(Vector2(30, 5)); 
	var e := InputEventAction.new(); e.action = "ui_cancel"; e.pressed = true
	get_viewport().push_input(e); st("cancel")
	mv(Vector2(220, 5)); btn(Vector2(220, 5), false)
	print("-- viewport cancel")
	btn(Vector2(5, 5), true); mv(Vector2(30, 5)); get_viewport().gui_cancel_drag(); st("c"); btn(Vector2(30, 5), false)
	print("-- source freed")
	btn(Vector2(105, 5), true)
	btn(Vector2(105, 5), false)
	var t = mk("t", self, Vector2(100, 0), Vector2(50, 50)); t.give = "T"
	btn(Vector2(105, 5), true); mv(Vector2(130, 5)); t.free(); st("freed"); mv(Vector2(220, 5)); btn(Vector2(220, 5), false)
	print("-- preview without data")
	a.give = null; a.prev = ColorRect.new()
	btn(Vector2(5, 5), true); mv(Vector2(30, 5)); btn(Vector2(30, 5), false)
	a.prev = null
	print("-- force")
	a.give = "A"
	a.force_drag([1], null); st("forced")
	mv(Vector2(220, 5), 0); btn(Vector2(220, 5), true); btn(Vector2(220, 5), false)
	print("-- target hidden")
	btn(Vector2(5, 5), true); mv(Vector2(30, 5)); mv(Vector2(220, 5)); b.hide(); btn(Vector2(220, 5), false); b.show()
	print("-- forwarding")
	a.set_drag_forwarding(func(at): print("    fwd data ", at); return "F", Callable(), Callable())
	b.set_drag_forwarding(Callable(), func(at, d): print("    fwd can ", at, d); return true, func(at, d): print("    fwd drop ", at, d))
	btn(Vector2(5, 5), true); mv(Vector2(30, 5)); mv(Vector2(220, 5)); btn(Vector2(220, 5), false)
	print("-- drag out of button release elsewhere")
	a.mouse_filter = MOUSE_FILTER_PASS
	btn(Vector2(5, 5), true); mv(Vector2(8, 5)); btn(Vector2(8, 5), false)
	get_tree().quit()
