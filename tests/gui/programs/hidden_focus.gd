extends Control
func st(t):
	var o = get_viewport().gui_get_focus_owner()
	print(t, ": ", o.name if o else "nobody", " hidden ", o.has_focus() and not o.has_focus(true) if o else "-")
func key(k, shift = false):
	for down in [true, false]:
		var e := InputEventKey.new(); e.keycode = k; e.pressed = down; e.shift_pressed = shift
		get_viewport().push_input(e)
func mouse(p, b, downs = [true, false]):
	for down in downs:
		var e := InputEventMouseButton.new(); e.position = p; e.global_position = p; e.button_index = b; e.pressed = down; e.button_mask = 1 << (b - 1) if down else 0
		get_viewport().push_input(e)
func _ready():
	var l := LineEdit.new(); l.name = "l"; l.size = Vector2(100, 30); add_child(l)
	var b := Button.new(); b.name = "b"; b.position = Vector2(200, 0); b.size = Vector2(50, 30); add_child(b)
	var i := ItemList.new(); i.name = "i"; i.position = Vector2(300, 0); i.size = Vector2(50, 30); add_child(i)
	await get_tree().process_frame
	b.grab_focus(); st("grab")
	mouse(Vector2(500, 300), 2, [true]); st("right press on nothing")
	mouse(Vector2(500, 300), 2, [false]); st("right release on nothing")
	b.grab_focus(); st("grab")
	mouse(Vector2(500, 300), 4); st("wheel on nothing")
	mouse(Vector2(210, 5), 4); st("wheel on it")
	mouse(Vector2(210, 5), 2); st("right click on it")
	b.grab_focus(); st("grab")
	var m := InputEventMouseMotion.new(); m.position = Vector2(211, 5); get_viewport().push_input(m); st("motion")
	mouse(Vector2(500, 300), 1, [true]); st("left press on nothing")
	b.grab_focus(); st("grab")
	mouse(Vector2(500, 300), 1, [false]); st("left release on nothing")
	mouse(Vector2(5, 5), 1); st("click line")
	mouse(Vector2(500, 300), 1); st("click nothing")
	l.grab_focus(); st("grab")
	l.grab_focus(true); st("grab hidden")
	key(KEY_A); st("key a")
	mouse(Vector2(210, 5), 1); st("click button")
	key(KEY_A); st("key a")
	key(KEY_SHIFT); st("key shift")
	key(KEY_SPACE); st("space")
	key(KEY_UP); st("up leads nowhere")
	mouse(Vector2(310, 5), 1); st("click list")
	key(KEY_DOWN); st("down in list")
	b.grab_focus(); st("grab")
	var t := InputEventScreenTouch.new(); t.pressed = true; t.position = Vector2(500, 300); get_viewport().push_input(t); st("touch")
	i.focus_mode = FOCUS_NONE; i.grab_focus()
	mouse(Vector2(310, 5), 1); st("click on list without focus")
	b.grab_focus()
	get_viewport().set_input_as_handled()
	set_process_input(true)
	h = true
	mouse(Vector2(500, 300), 1); st("click that is handled before")
	get_tree().quit()
var h = false
func _input(e):
	if h: get_viewport().set_input_as_handled()
