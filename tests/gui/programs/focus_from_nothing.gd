extends Control
func st(t):
	var o = get_viewport().gui_get_focus_owner()
	print(t, ": ", o.name if o else "nobody", " handled ", get_viewport().is_input_handled(), " hidden ", o.has_focus() and not o.has_focus(true) if o else "-")
func key(k, shift = false):
	var e := InputEventKey.new(); e.keycode = k; e.pressed = true; e.shift_pressed = shift
	get_viewport().gui_release_focus()
	get_viewport().push_input(e)
	st("%s %s" % [OS.get_keycode_string(k), shift])
func all():
	for k in [KEY_TAB, KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_ENTER]:
		key(k)
	key(KEY_TAB, true)
func mk(p, n, m = FOCUS_ALL):
	var c := Control.new(); c.name = n; c.size = Vector2(10, 10); c.focus_mode = m; p.add_child(c); return c
func _ready():
	print("none"); all()
	var a = mk(self, "a", FOCUS_NONE); var b = mk(a, "b"); var c = mk(self, "c"); var d = mk(self, "d", FOCUS_CLICK)
	print("some"); all()
	print("b hidden"); b.hide(); all(); b.show()
	print("main"); focus_mode = FOCUS_ALL; all(); focus_mode = FOCUS_NONE
	c.focus_next = NodePath("../d")
	print("only in n");
	b.hide(); c.hide()
	var n := Node.new(); get_parent().add_child.call_deferred(n); await get_tree().process_frame
	var e = mk(n, "e"); all()
	b.show()
	print("two roots"); all()
	get_parent().move_child(n, 0); print("first"); all()
	var w := CanvasLayer.new(); w.layer = -5; add_child(w); mk(w, "w"); print("layer"); all()
	mouse_filter = MOUSE_FILTER_IGNORE
	b.process_mode = PROCESS_MODE_DISABLED; e.process_mode = PROCESS_MODE_DISABLED
	print("disabled"); all()
	var t := Control.new(); t.top_level = true; add_child(t); mk(t, "tt"); move_child(t, 0); print("top level"); all()
	n.queue_free()
	get_tree().quit()
