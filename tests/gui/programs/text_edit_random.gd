extends Control
# TextEdit: all kinds of changes, one after the other, and what they leave behind.
var t: TextEdit
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
	k.alt_pressed = "A" in mods
	k.pressed = true
	get_viewport().push_input(k)
func state() -> String:
	var s := "'" + t.text.c_escape() + "'"
	for i in t.get_caret_count():
		s += " %d:%d" % [t.get_caret_line(i), t.get_caret_column(i)]
		if t.has_selection(i):
			s += "[%d:%d]" % [t.get_selection_origin_line(i), t.get_selection_origin_column(i)]
	s += " u%d%d v%d" % [int(t.has_undo()), int(t.has_redo()), t.get_version()]
	if sigs: s += " {" + sigs + "}"
	sigs = ""
	return s
func rl() -> int: return rnd(t.get_line_count())
func rc(l: int) -> int: return rnd(t.get_line(l).length() + 1)
func word() -> String: return ["a", "bc d", "foo", "\n", "x\ny", "(z)", " ", "\tq", "one two", ""][rnd(10)]
func step() -> String:
	var n := rnd(33)
	var l := rl()
	var c := rc(l)
	var l2 := rl()
	var c2 := rc(l2)
	match n:
		0, 1, 2, 3:
			var u := 97 + rnd(5)
			key(KEY_A, u)
			return "type " + char(u)
		4, 5:
			var m: String = ["", "S", "C", "CS"][rnd(4)]
			var k = [KEY_LEFT, KEY_RIGHT, KEY_UP, KEY_DOWN, KEY_HOME, KEY_END, KEY_PAGEUP, KEY_PAGEDOWN][rnd(8)]
			if 0 == 0 and m == "CS" and k in [KEY_UP, KEY_DOWN]: m = ""
			key(k, 0, m)
			return "key " + OS.get_keycode_string(k) + m
		6:
			key(KEY_ENTER, 0, ["", "", "C", "CS"][rnd(4)])
			return "enter"
		7:
			var m: String = ["", "C"][rnd(2)]
			key(KEY_BACKSPACE, 0, m)
			return "backspace" + m
		8:
			var m: String = ["", "C"][rnd(2)]
			key(KEY_DELETE, 0, m)
			return "delete" + m
		9:
			t.select(l, c, l2, c2)
			return "select %d:%d %d:%d" % [l, c, l2, c2]
		10:
			var w := word()
			t.insert_text_at_caret(w)
			return "insert_at_caret " + w.c_escape()
		11:
			var w := word()
			var b := rnd(2) == 1
			var e := rnd(2) == 1
			t.insert_text(w, l, c, b, e)
			return "insert_text %s %d:%d %s %s" % [w.c_escape(), l, c, b, e]
		12:
			if l2 < l or (l2 == l and c2 < c):
				var x := l; l = l2; l2 = x
				x = c; c = c2; c2 = x
			t.remove_text(l, c, l2, c2)
			return "remove_text %d:%d %d:%d" % [l, c, l2, c2]
		13:
			var w := word()
			t.set_line(l, w)
			return "set_line %d %s" % [l, w.c_escape()]
		14:
			t.swap_lines(l, l2)
			return "swap %d %d" % [l, l2]
		15:
			var w := word()
			t.insert_line_at(l, w)
			return "insert_line_at %d %s" % [l, w.c_escape()]
		16:
			var d := rnd(2) == 1
			t.remove_line_at(l, d)
			return "remove_line_at %d %s" % [l, d]
		17, 18:
			t.undo()
			return "undo"
		19:
			t.redo()
			return "redo"
		20:
			t.set_caret_line(l)
			return "set_caret_line %d" % l
		21:
			t.set_caret_column(c)
			return "set_caret_column %d" % c
		22:
			t.delete_selection()
			return "delete_selection"
		23:
			if rnd(4) == 0:
				var w := word() + word() + word()
				t.text = w
				return "set_text " + w.c_escape()
			if rnd(4) == 0:
				t.clear()
				return "clear"
			t.set_selection_origin_line(l)
			return "origin_line %d" % l
		24:
			t.set_selection_origin_column(c)
			return "origin_column %d" % c
		25:
			if rnd(3) == 0: key(KEY_A, 0, "C")
			else: key(KEY_G, 0, "A")
			return "select all/word"
		26:
			t.deselect()
			return "deselect"
		27:
			key(KEY_INSERT)
			return "insert mode"
		28:
			key(KEY_TAB)
			return "tab"
		29:
			t.backspace()
			return "backspace()"
		30:
			t.collapse_carets(l, c, l2, c2, rnd(2) == 1)
			return "collapse %d:%d %d:%d" % [l, c, l2, c2]
		31:
			var f := rnd(6)
			var w: String = ["a", "o", "foo", "A", "bc"][rnd(5)]
			return "search %s %d %d:%d %s" % [w, f, l, c, t.search(w, f, l, c)]
		32:
			var s := "words '%s'" % t.get_word_under_caret().c_escape()
			s += " sel '%s'" % t.get_selected_text().c_escape()
			s += " at %d" % t.get_selection_at_line_column(l, c, rnd(2) == 1, rnd(2) == 1)
			s += " ranges %s %s" % [t.get_line_ranges_from_carets(), t.get_line_ranges_from_carets(true, false)]
			s += " sorted %s" % [t.get_sorted_carets()]
			s += " from %d:%d to %d:%d after %s" % [t.get_selection_from_line(), t.get_selection_from_column(), t.get_selection_to_line(), t.get_selection_to_column(), t.is_caret_after_selection_origin()]
			s += " o %d:%d" % [t.get_selection_origin_line(), t.get_selection_origin_column()]
			s += " first %d indent %d" % [t.get_first_non_whitespace_column(l), t.get_indent_level(l)]
			return s
		33:
			return "add_caret %d:%d %d" % [l, c, t.add_caret(l, c)]
		34:
			var b := rnd(2) == 1
			t.add_caret_at_carets(b)
			return "add_caret_at_carets %s" % b
		35:
			key(KEY_D, 0, "C")
			return "ctrl+d"
		36:
			key(KEY_D, 0, "CA")
			return "ctrl+alt+d"
		37:
			key(KEY_ESCAPE)
			return "escape"
		38:
			var i := rnd(t.get_caret_count())
			t.select(l, c, l2, c2, i)
			return "select %d:%d %d:%d in %d" % [l, c, l2, c2, i]
		39:
			if rnd(2) == 0:
				t.merge_overlapping_carets()
				return "merge"
			if t.get_caret_count() > 1:
				var i := rnd(t.get_caret_count())
				t.remove_caret(i)
				return "remove_caret %d" % i
			return "-"
		40:
			return "add_caret %d:%d %d" % [l, c, t.add_caret(l, c)]
		41:
			t.begin_multicaret_edit()
			for i in t.get_caret_count():
				if t.multicaret_edit_ignore_caret(i): continue
				t.insert_text_at_caret("<>", i)
			t.end_multicaret_edit()
			return "multiedit"
	return "-"
func _ready() -> void:
	for seed_ in [1, 4, 7, 30, 33, 36, 40]:
		r = seed_ * 7919 + 13
		if t: t.free()
		sigs = ""
		t = TextEdit.new()
		t.size = Vector2(300, 150)
		pass
		add_child(t)
		t.text_changed.connect(func(): sigs += "T")
		t.caret_changed.connect(func(): sigs += "C")
		t.text_set.connect(func(): sigs += "S")
		t.lines_edited_from.connect(func(a, b): sigs += "L%d,%d " % [a, b])
		t.grab_focus()
		for i in 250:
			if t.text.length() > 200: t.text = "one two\nthree\n\tfour"
			var s := step()
			print(i, " ", s, " ", state())
			if rnd(3) == 0: await get_tree().process_frame
	get_tree().quit()
