extends Control
class T extends Control:
	func _make_custom_tooltip(t):
		print("    custom for ", t)
		if t == "none": return null
		var l := Label.new(); l.text = "custom " + t; return l
	func _get_tooltip(at):
		print("    ", name, " asked at ", at)
		return "dyn" if at.x < 30 else ""
func find_(n, out):
	for c in n.get_children(true):
		if c is PopupPanel: out.append(c)
		find_(c, out)
	return out
func st(t):
	var o = find_(get_tree().root, [])
	var s := ""
	for p in o:
		s += " [%s in %s variation %s visible %s text %s flags %s]" % [p.get_class(), p.get_parent().name, p.theme_type_variation, p.visible, p.get_child(0).text if p.get_child(0) is Label else p.get_child(0), [p.transient, p.get_flag(Window.FLAG_NO_FOCUS), p.get_flag(Window.FLAG_POPUP), p.get_flag(Window.FLAG_MOUSE_PASSTHROUGH), p.wrap_controls]]
	print(t, s)
func mv(p, mask = 0):
	var e := InputEventMouseMotion.new(); e.position = p; e.global_position = p; e.button_mask = mask
	get_viewport().push_input(e)
func wait(n):
	for i in n: await get_tree().process_frame
func _ready():
	var a := Control.new(); a.name = "a"; a.size = Vector2(100, 100); a.tooltip_text = " Hello "; add_child(a)
	var k := Control.new(); k.name = "k"; k.size = Vector2(50, 50); k.mouse_filter = MOUSE_FILTER_PASS; a.add_child(k)
	var b := T.new(); b.name = "b"; b.position = Vector2(200, 0); b.size = Vector2(100, 100); add_child(b)
	await wait(1)
	mv(Vector2(60, 60)); await wait(10); st("early"); await wait(25); st("late")
	mv(Vector2(62, 60)); await wait(1); st("moved")
	mv(Vector2(10, 10)); await wait(1); st("onto child of it"); await wait(35); st("later")
	mv(Vector2(150, 10)); await wait(2); st("left")
	mv(Vector2(210, 10)); await wait(35); st("dynamic")
	mv(Vector2(215, 10)); await wait(2); st("dynamic moved")
	mv(Vector2(250, 10)); await wait(2); st("dynamic gone")
	mv(Vector2(60, 60)); await wait(35); st("again")
	var e := InputEventMouseButton.new(); e.position = Vector2(60, 60); e.button_index = 1; e.pressed = true
	get_viewport().push_input(e); await wait(2); st("pressed")
	e = e.duplicate(); e.pressed = false; get_viewport().push_input(e)
	mv(Vector2(61, 60), 0); await wait(35); st("again")
	var q := InputEventKey.new(); q.keycode = KEY_A; q.pressed = true; get_viewport().push_input(q); await wait(2); st("key")
	a.hide(); await wait(2); st("hidden")
	a.show(); mv(Vector2(61, 60)); await wait(35); st("again")
	a.queue_free(); await wait(2); st("freed")
	get_tree().quit()
