extends Control
# LineEdit: all kinds of changes, one after the other, and what they leave behind.
var t: LineEdit
var r: int
var sigs: String = ""
func rnd(n: int) -> int:
	r = (r * 1103515245 + 12345) % 2147483648
	return (r >> 8) % n
func key(code: Key, unicode := 0, mods := "") -> void:
	var k := InputEventKey.new()
	k.keycode = code
	k.unicode = unicode
	k.shift_pressed = "S" in mods
	k.ctrl_pressed = "C" in mods
	k.pressed = true
	get_viewport().push_input(k)
func button(x: float, down: bool, mods := "", double := false) -> void:
	var e := InputEventMouseButton.new()
	e.position = Vector2(x, 15)
	e.global_position = e.position
	e.button_index = MOUSE_BUTTON_LEFT
	e.button_mask = 1 if down else 0
	e.pressed = down
	e.double_click = double
	e.shift_pressed = "S" in mods
	Input.parse_input_event(e)
	Input.flush_buffered_events()
func motion(x: float) -> void:
	var e := InputEventMouseMotion.new()
	e.position = Vector2(x, 15)
	e.global_position = e.position
	e.button_mask = 1
	Input.parse_input_event(e)
	Input.flush_buffered_events()
func state() -> String:
	var s := "'" + t.text.c_escape() + "' %d" % t.caret_column
	if t.has_selection(): s += "[%d-%d]" % [t.get_selection_from_column(), t.get_selection_to_column()]
	s += " u%d%d e%d s%d" % [int(t.has_undo()), int(t.has_redo()), int(t.is_editing()), int(t.get_scroll_offset())]
	if sigs: s += " {" + sigs + "}"
	sigs = ""
	return s
func word() -> String: return ["a", "bc d", "foo", "hello, world", "(z)", " ", "q_1", "one two", ""][rnd(9)]
func step() -> String:
	var n := rnd(25)
	var c := rnd(t.text.length() + 1)
	var d := rnd(t.text.length() + 1)
	match n:
		0, 1, 2, 3:
			var u := 97 + rnd(5)
			key(KEY_A, u)
			return "type " + char(u)
		4, 5, 6:
			var m: String = ["", "S", "C", "CS"][rnd(4)]
			var k = [KEY_LEFT, KEY_RIGHT, KEY_UP, KEY_DOWN, KEY_HOME, KEY_END, KEY_PAGEUP, KEY_PAGEDOWN][rnd(8)]
			key(k, 0, m)
			return "key " + OS.get_keycode_string(k) + m
		7:
			var m: String = ["", "C"][rnd(2)]
			key(KEY_BACKSPACE, 0, m)
			return "backspace" + m
		8:
			var m: String = ["", "C"][rnd(2)]
			key(KEY_DELETE, 0, m)
			return "delete" + m
		9:
			t.select(c, d)
			return "select %d %d" % [c, d]
		10:
			var w := word()
			t.insert_text_at_caret(w)
			return "insert " + w
		11:
			t.delete_text(mini(c, d), maxi(c, d))
			return "delete_text %d %d" % [mini(c, d), maxi(c, d)]
		12:
			if rnd(3) == 0:
				var w := word()
				t.text = w
				return "set_text " + w
			t.delete_char_at_caret()
			return "delete_char"
		13:
			if rnd(4) == 0: t.clear()
			return "clear?"
		14:
			key(KEY_Z, 0, "C")
			return "undo"
		15:
			key(KEY_Z, 0, "CS")
			return "redo"
		16:
			t.caret_column = c
			return "caret %d" % c
		17:
			key(KEY_ENTER)
			return "enter"
		18:
			if rnd(3) == 0: key(KEY_ESCAPE)
			else: t.edit()
			return "edit?"
		19:
			key(KEY_A, 0, "C")
			return "select all"
		20:
			t.deselect()
			return "deselect"
		21:
			t.max_length = [0, 0, 5, 12][rnd(4)]
			return "max %d" % t.max_length
		22:
			if rnd(2) == 0: t.release_focus()
			t.grab_focus()
			return "focus"
		23:
			var x := rnd(200)
			var m: String = ["", "S"][rnd(2)]
			button(x, true, m)
			if rnd(2) == 0: motion(rnd(200))
			button(x, false, m)
			return "click %d%s" % [x, m]
		24:
			t.secret = not t.secret
			return "secret"
	return "-"
func _ready() -> void:
	for seed_ in [1, 3, 4, 8, 9, 11, 15]:
		r = seed_ * 7919 + 13
		if t: t.free()
		sigs = ""
		t = LineEdit.new()
		t.size = Vector2(120, 31)
		add_child(t)
		t.text_changed.connect(func(_x): sigs += "T")
		t.text_submitted.connect(func(_x): sigs += "S")
		t.editing_toggled.connect(func(x): sigs += "E%d" % int(x))
		t.text_change_rejected.connect(func(x): sigs += "R" + x)
		t.grab_focus()
		for i in 250:
			if t.text.length() > 60: t.text = "one two"
			var s := step()
			print(i, " ", s, " ", state())
			if rnd(3) == 0: await get_tree().process_frame
	get_tree().quit()
