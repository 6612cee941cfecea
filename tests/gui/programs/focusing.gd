extends Control
class B extends Control:
	func _notification(what):
		if what == NOTIFICATION_FOCUS_ENTER: print("    ", name, " FOCUS_ENTER")
		if what == NOTIFICATION_FOCUS_EXIT: print("    ", name, " FOCUS_EXIT")
	func _gui_input(e):
		print("    ", name, " gui ", e.as_text())
func mk(n, parent, pos, mode = FOCUS_ALL):
	var c := B.new(); c.name = n; c.position = pos; c.size = Vector2(50, 20); c.focus_mode = mode
	parent.add_child(c)
	c.focus_entered.connect(func(): print("    ", n, " focus_entered"))
	c.focus_exited.connect(func(): print("    ", n, " focus_exited"))
	return c
func st(t):
	var o = get_viewport().gui_get_focus_owner()
	print(t, ": ", o.name if o else "nobody", " hidden ", o.has_focus() and not o.has_focus(true) if o else "-")
func key(k, shift = false):
	for down in [true, false]:
		var e := InputEventKey.new(); e.keycode = k; e.pressed = down; e.shift_pressed = shift
		get_viewport().push_input(e)
func click(p):
	for down in [true, false]:
		var e := InputEventMouseButton.new(); e.position = p; e.global_position = p; e.button_index = 1; e.pressed = down; e.button_mask = 1 if down else 0
		get_viewport().push_input(e)
func _ready():
	get_viewport().gui_focus_changed.connect(func(n): print("    changed ", n.name))
	var a = mk("a", self, Vector2(0, 0)); var b = mk("b", self, Vector2(100, 0)); var c = mk("c", b, Vector2(0, 50), FOCUS_CLICK)
	var d = mk("d", self, Vector2(200, 0)); var e = mk("e", d, Vector2(0, 50), FOCUS_NONE)
	await get_tree().process_frame
	click(Vector2(5, 5)); st("click a")
	a.grab_focus(); st("grab a again")
	click(Vector2(5, 5)); st("click a once more")
	key(KEY_TAB); st("tab")
	click(Vector2(105, 55)); st("click c")
	key(KEY_TAB); st("tab")
	click(Vector2(205, 55)); st("click e stop")
	e.mouse_filter = MOUSE_FILTER_PASS
	click(Vector2(205, 55)); st("click e pass")
	e.mouse_filter = MOUSE_FILTER_IGNORE
	a.grab_focus(true); st("grab hidden")
	key(KEY_RIGHT); st("right")
	click(Vector2(105, 5)); st("click b")
	key(KEY_LEFT); st("left")
	click(Vector2(400, 400)); st("click nothing")
	a.grab_focus()
	a.focus_mode = FOCUS_NONE; st("mode none")
	a.focus_mode = FOCUS_ALL
	a.grab_focus(); a.hide(); st("hide")
	a.show(); a.grab_focus()
	remove_child(a); st("remove")
	add_child(a); a.grab_focus(); 
	a.focus_behavior_recursive = FOCUS_BEHAVIOR_DISABLED; st("behaviour disabled")
	print(a.get_focus_mode_with_override())
	a.grab_focus(); st("grab disabled")
	a.focus_behavior_recursive = FOCUS_BEHAVIOR_INHERITED
	focus_behavior_recursive = FOCUS_BEHAVIOR_DISABLED
	print(a.get_focus_mode_with_override(), c.get_focus_mode_with_override())
	c.focus_behavior_recursive = FOCUS_BEHAVIOR_ENABLED
	print(c.get_focus_mode_with_override())
	var x := B.new(); x.focus_mode = FOCUS_ALL
	b.add_child(x); print(x.get_focus_mode_with_override())
	focus_behavior_recursive = FOCUS_BEHAVIOR_INHERITED
	print(x.get_focus_mode_with_override())
	d.grab_focus(); 
	focus_behavior_recursive = FOCUS_BEHAVIOR_DISABLED; st("all disabled")
	focus_behavior_recursive = FOCUS_BEHAVIOR_INHERITED
	a.focus_entered.connect(func(): d.grab_focus(), CONNECT_ONE_SHOT)
	a.grab_focus(); st("grab in grab")
	d.focus_exited.connect(func(): b.grab_focus(), CONNECT_ONE_SHOT)
	a.grab_focus(); st("grab in exit")
	a.release_focus(); st("released")
	a.release_focus()
	b.grab_focus(); get_viewport().gui_release_focus(); st("viewport released")
	b.focus_mode = FOCUS_ACCESSIBILITY
	b.grab_focus(); st("accessibility")
	a.grab_focus(); key(KEY_TAB); st("tab past it")
	a.process_mode = PROCESS_MODE_DISABLED
	a.grab_focus(); key(KEY_A); st("disabled a")
	key(KEY_TAB); st("tab from disabled")
	a.grab_click_focus()
	var m := InputEventAction.new(); m.action = "ui_focus_next"; m.pressed = true
	a.grab_focus(); get_viewport().push_input(m); st("action")
	var j := InputEventJoypadButton.new(); j.button_index = JOY_BUTTON_DPAD_RIGHT; j.pressed = true
	get_viewport().push_input(j); st("dpad")
	get_tree().quit()
