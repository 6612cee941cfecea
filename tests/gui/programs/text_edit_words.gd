extends Control
# TextEdit: which characters end words, which changes make one step of undo.
var t: TextEdit
func key(code: Key, unicode := 0, mods := "") -> void:
	for down in [true, false]:
		var k := InputEventKey.new()
		k.keycode = code
		k.unicode = unicode if down else 0
		k.shift_pressed = "S" in mods
		k.ctrl_pressed = "C" in mods
		k.pressed = down
		get_viewport().push_input(k)
func typ(s: String) -> void:
	for c in s:
		key(KEY_A, c.unicode_at(0))
func click(x, y):
	for down in [true, false]:
		var e := InputEventMouseButton.new()
		e.position = Vector2(x, y)
		e.button_index = 1
		e.pressed = down
		get_viewport().push_input(e)
func undos() -> String:
	var s := ""
	while t.has_undo():
		t.undo()
		s += "|" + t.text.c_escape() + "@" + str(t.get_caret_column())
		if s.length() > 400: break
	return s
func fresh() -> void:
	t.text = ""
	t.clear_undo_history()
func _ready() -> void:
	t = TextEdit.new()
	t.size = Vector2(600, 300)
	add_child(t)
	t.grab_focus()
	var s := ""
	for c in range(32, 0x250):
		t.text = "a" + char(c) + "b"
		t.set_caret_column(0)
		key(KEY_RIGHT, 0, "C")
		if t.get_caret_column() == 1: s += "%x " % c
	print("default: ", s)
	s = ""
	t.use_default_word_separators = false
	for c in range(32, 0x250):
		t.text = "a" + char(c) + "b"
		t.set_caret_column(0)
		key(KEY_RIGHT, 0, "C")
		if t.get_caret_column() == 1: s += "%x " % c
	print("bare: ", s)
	t.use_default_word_separators = true
	fresh()
	typ("ab")
	t.set_caret_column(1)
	typ("cd")
	print("set_caret_column ", undos())
	fresh()
	typ("ab")
	t.set_caret_column(1)
	t.set_caret_column(2)
	typ("cd")
	print("set_caret_column back ", undos())
	fresh()
	typ("ab")
	key(KEY_LEFT)
	key(KEY_RIGHT)
	typ("cd")
	print("left right ", undos())
	fresh()
	typ("ab")
	click(20, 10)
	typ("cd")
	print("click ", undos())
	fresh()
	typ("ab")
	t.select(0, 0, 0, 1)
	t.deselect()
	t.set_caret_column(2)
	typ("cd")
	print("select ", undos())
	fresh()
	typ("ab")
	await get_tree().process_frame
	await get_tree().process_frame
	typ("cd")
	print("frames ", undos())
	fresh()
	typ("ab")
	t.insert_text("Q", 0, 0)
	typ("cd")
	print("insert_text ", undos())
	fresh()
	typ("ab")
	t.insert_text_at_caret("Q")
	typ("cd")
	print("insert_text_at_caret ", undos())
	fresh()
	t.insert_text_at_caret("Q")
	t.insert_text_at_caret("R")
	t.insert_text_at_caret("S")
	print("insert_text_at_caret x3 ", undos())
	fresh()
	t.insert_text("Q", 0, 0)
	t.insert_text("R", 0, 1)
	t.insert_text("S", 0, 2)
	t.remove_text(0, 0, 0, 1)
	t.remove_text(0, 0, 0, 1)
	print("insert_text x3 remove x2 ", undos())
	fresh()
	typ("abcdef")
	key(KEY_HOME)
	key(KEY_DELETE)
	key(KEY_DELETE)
	key(KEY_END)
	key(KEY_BACKSPACE)
	key(KEY_BACKSPACE)
	typ("x")
	key(KEY_TAB)
	typ("y")
	print("mix ", undos())
	fresh()
	t.begin_complex_operation()
	t.insert_text_at_caret("one")
	t.begin_complex_operation()
	t.insert_text_at_caret("two")
	t.end_complex_operation()
	t.insert_text_at_caret("three")
	t.end_complex_operation()
	t.insert_text_at_caret("four")
	print("complex ", undos())
	fresh()
	t.start_action(TextEdit.ACTION_TYPING)
	t.insert_text_at_caret("one")
	t.start_action(TextEdit.ACTION_TYPING)
	t.insert_text_at_caret("two")
	t.end_action()
	t.insert_text_at_caret("three")
	t.start_action(TextEdit.ACTION_DELETE)
	t.insert_text_at_caret("four")
	t.end_action()
	print("actions ", undos())
	fresh()
	typ("ab")
	t.select_all()
	typ("c")
	print("over selection ", undos())
	fresh()
	typ("ab")
	key(KEY_LEFT, 0, "S")
	typ("c")
	print("over shift selection ", undos())
	fresh()
	t.tag_saved_version()
	print(t.get_version() , " ", t.get_saved_version())
	typ("ab cd")
	key(KEY_BACKSPACE, 0, "C")
	key(KEY_BACKSPACE, 0, "C")
	key(KEY_BACKSPACE, 0, "C")
	print("word bs ", t.text, t.get_version(), undos())
	t.text = "hello"
	t.insert_line_at(0, "x\ny")
	t.insert_text("f", 0, 1)
	t.remove_line_at(1)
	t.set_line(0, "new")
	t.swap_lines(0, 1)
	print(t.text.c_escape(), undos())
	fresh()
	typ("a")
	key(KEY_ENTER)
	typ("b")
	key(KEY_Z, 0, "C")
	print(t.text.c_escape())
	typ("b")
	print(t.text.c_escape(), undos())
	get_tree().quit()
