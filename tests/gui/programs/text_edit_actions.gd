extends Control
# TextEdit: actions (T, D, N; E ends), complex operations (C, c) and typing, and their undo.
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
	if t: t.queue_free()
	t = TextEdit.new()
	t.size = Vector2(600, 300)
	add_child(t)
	t.grab_focus()
func _ready() -> void:
	for seq in ["T1E2", "T1T2E3", "T1T2EE3", "T1D2E3", "T1D2EE3", "T1ED2E3", "T1T2ED3E4", "1T2E", "T1", "TT12", "C1T2E3c4", "C1T2E3", "T1ET2E", "T1T2ET3E4", "T1N2", "T1N2E3", "CT1c2E3", "T1C2E3c4", "T1Cc2", "T1E C2c","T1Eu2","T1T2Eu3", "T1ET2E3T4E5","a1","aE1","a1aa2","aab1c","Ta1E2","Tb1E2","TEb1E2"]:
		fresh()
		for c in seq:
			match c:
				"T": t.start_action(TextEdit.ACTION_TYPING)
				"D": t.start_action(TextEdit.ACTION_DELETE)
				"N": t.start_action(TextEdit.ACTION_NONE)
				"E": t.end_action()
				"C": t.begin_complex_operation()
				"c": t.end_complex_operation()
				"u": t.undo()
				"a": typ("a")
				"b": key(KEY_BACKSPACE)
				" ": pass
				_: t.insert_text_at_caret(c)
		print(seq, " '", t.text, "'", undos())
	get_tree().quit()
