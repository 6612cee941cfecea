extends Control
# TextEdit: what is undone in one step, line ends, where words end, versions.
var t: TextEdit
func say(l: String) -> void:
	print(l, " '", t.text.c_escape(), "' n", t.get_line_count(), " c", t.get_caret_line(), ":", t.get_caret_column(), " undo ", t.has_undo(), t.has_redo(), " v", t.get_version())
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
func _ready() -> void:
	t = TextEdit.new()
	print("v0 ", t.get_version(), t.has_undo())
	t.size = Vector2(600, 300)
	add_child(t)
	t.lines_edited_from.connect(func(a, b): print("  lines ", a, " ", b))
	t.text_set.connect(func(): print("  set"))
	say("new")
	t.text = "a\r\nb\rc\n"
	say("crlf")
	t.text = "one.two three_four $x+y 'hey' don't a.b(c) end_"
	t.grab_focus()
	var s := ""
	for i in 30:
		key(KEY_RIGHT, 0, "C")
		s += str(t.get_caret_column()) + " "
	print(s)
	t.use_default_word_separators = false
	t.set_caret_column(0)
	s = ""
	for i in 30:
		key(KEY_RIGHT, 0, "C")
		s += str(t.get_caret_column()) + " "
	print(s)
	t.use_custom_word_separators = true
	t.custom_word_separators = "e_"
	t.set_caret_column(0)
	s = ""
	for i in 30:
		key(KEY_RIGHT, 0, "C")
		s += str(t.get_caret_column()) + " "
	print(s)
	t.text = ""
	t.clear_undo_history()
	say("hist cleared")
	typ("hello")
	say("typed")
	key(KEY_LEFT)
	key(KEY_LEFT)
	typ("XY")
	say("typed in")
	key(KEY_BACKSPACE)
	key(KEY_BACKSPACE)
	say("bs")
	typ("Q")
	say("Q")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.redo()
	say("r")
	t.redo()
	say("r")
	typ("a b c\n")
	say("t")
	key(KEY_ENTER)
	say("enter")
	typ("zz")
	t.insert_text_at_caret("ins")
	say("ins")
	t.insert_text("IT", 0, 0)
	say("it")
	t.remove_text(0, 0, 0, 1)
	say("rt")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.undo()
	say("u")
	t.redo()
	say("r")
	t.text = "replaced"
	say("set")
	t.undo()
	say("u")
	t.clear()
	say("clear")
	t.undo()
	say("u")
	t.editable = false
	t.clear()
	say("clear ro")
	t.undo()
	say("u")
	get_tree().quit()
