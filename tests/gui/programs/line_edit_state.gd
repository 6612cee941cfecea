extends Control
# LineEdit: what can be undone, keys up and down, keys while it is not edited.
var t: LineEdit
func key(code: Key, unicode := 0, mods := "") -> void:
	var k := InputEventKey.new()
	k.keycode = code
	k.unicode = unicode
	k.shift_pressed = "S" in mods
	k.ctrl_pressed = "C" in mods
	k.pressed = true
	get_viewport().push_input(k)
func say(l: String) -> void:
	print(l, " '", t.text, "' ", t.caret_column, " ", t.has_undo(), t.has_redo(), " sel '", t.get_selected_text(), "'")
func _ready() -> void:
	t = LineEdit.new()
	t.size = Vector2(200, 31)
	add_child(t)
	say("new")
	t.text = ""
	say("empty set")
	t.text = "abc"
	say("abc")
	t.text = "abc"
	say("abc again")
	t.text = ""
	say("empty")
	t.clear()
	say("clear")
	t.text = "hello you"
	t.clear()
	say("clear")
	t.max_length = 5
	say("max")
	t.text = "hello you"
	say("long")
	t.max_length = 0
	t.text = "hello you"
	t.grab_focus()
	t.caret_column = 3
	for m in ["", "S", "C", "CS"]:
		for k in [KEY_UP, KEY_DOWN]:
			t.deselect()
			t.caret_column = 3
			key(k, 0, m)
			say(OS.get_keycode_string(k) + m)
	for a in [HORIZONTAL_ALIGNMENT_CENTER]:
		t.insert_text_at_caret("X")
		say("ins")
		t.delete_text(0, 2)
		say("del")
		t.delete_char_at_caret()
		say("delchar")
	await get_tree().process_frame
	say("frame")
	t.menu_option(LineEdit.MENU_UNDO)
	say("undo")
	t.menu_option(LineEdit.MENU_UNDO)
	say("undo")
	t.menu_option(LineEdit.MENU_REDO)
	say("redo")
	t.unedit()
	key(KEY_Z, 0, "C")
	say("undo not editing")
	t.menu_option(LineEdit.MENU_UNDO)
	say("menu undo not editing")
	t.editable = false
	t.menu_option(LineEdit.MENU_UNDO)
	say("menu undo not editable")
	get_tree().quit()
