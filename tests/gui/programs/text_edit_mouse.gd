extends Control
# TextEdit: the mouse places carets and selects; gutters go with their lines.
var t: TextEdit
var sigs := ""
func btn(x, y, down := true, mods := "", double := false, b := 1) -> void:
	var e := InputEventMouseButton.new()
	e.position = Vector2(x, y)
	e.global_position = e.position
	e.button_index = b
	e.button_mask = 1 if down else 0
	e.pressed = down
	e.double_click = double
	e.shift_pressed = "S" in mods
	e.alt_pressed = "A" in mods
	Input.parse_input_event(e); Input.flush_buffered_events()
func move(x, y) -> void:
	var e := InputEventMouseMotion.new()
	e.position = Vector2(x, y)
	e.global_position = e.position
	e.button_mask = 1
	Input.parse_input_event(e); Input.flush_buffered_events()
func click(x, y, mods := "") -> void:
	btn(x, y, true, mods)
	btn(x, y, false, mods)
func say(l: String) -> void:
	var s := ""
	for i in t.get_caret_count():
		s += " %d:%d" % [t.get_caret_line(i), t.get_caret_column(i)]
		if t.has_selection(i): s += "[%d:%d]" % [t.get_selection_origin_line(i), t.get_selection_origin_column(i)]
	print(l, s, " '", t.get_selected_text().c_escape(), "' mode ", t.get_selection_mode(), " drag ", t.is_dragging_cursor(), " {", sigs, "}", " focus ", t.has_focus())
	sigs = ""
func _ready() -> void:
	t = TextEdit.new()
	t.size = Vector2(300, 200)
	add_child(t)
	t.caret_changed.connect(func(): sigs += "C")
	t.text_changed.connect(func(): sigs += "T")
	t.text = "hello big world\nsecond line here\n\nlast one"
	await get_tree().process_frame
	say("start")
	click(30, 12)
	say("click")
	await get_tree().process_frame
	say("frame")
	click(100, 40)
	say("click line 1")
	click(250, 12)
	say("click behind")
	click(50, 180)
	say("click below")
	click(60, 12, "S")
	say("shift click")
	click(30, 12)
	btn(30, 12)
	say("pressed")
	move(80, 12)
	say("moved")
	move(80, 40)
	say("moved down")
	btn(80, 40, false)
	say("released")
	move(20, 12)
	say("moved free")
	btn(60, 12, true, "", true)
	say("double")
	btn(60, 12, false)
	say("double released")
	btn(60, 12, true)
	say("triple")
	btn(60, 12, false)
	say("triple released")
	btn(200, 66, true)
	btn(200, 66, false)
	say("click empty line")
	btn(60, 40, true, "", true)
	move(120, 40)
	say("double drag")
	move(60, 12)
	say("double drag up")
	btn(60, 12, false)
	click(20, 12)
	click(40, 40, "A")
	say("alt click")
	click(60, 90, "A")
	say("alt click 2")
	click(40, 40, "A")
	say("alt click on caret")
	click(30, 12)
	say("click again")
	t.select(0, 0, 0, 5)
	btn(20, 12)
	say("press on selection")
	btn(20, 12, false)
	say("release on selection")
	t.select(0, 0, 0, 5)
	click(100, 12, "A")
	say("alt with selection")
	t.remove_secondary_carets()
	t.select(0, 0, 0, 5)
	btn(100, 40, true, "", false, 2)
	say("right elsewhere")
	t.get_menu().hide()
	t.select(0, 0, 0, 5)
	btn(20, 12, true, "", false, 2)
	say("right on selection")
	t.get_menu().hide()
	print(t.get_word_at_pos(Vector2(60, 12)), " ", t.get_word_at_pos(Vector2(200, 150)))
	t.selecting_enabled = false
	click(60, 12, "S")
	say("not selecting")
	t.select(0, 0, 1, 1)
	t.select_all()
	say("not selecting")
	t.selecting_enabled = true
	t.deselect_on_focus_loss_enabled = false
	t.grab_focus()
	t.select_all()
	t.release_focus()
	say("kept")
	t.deselect_on_focus_loss_enabled = true
	t.grab_focus()
	t.release_focus()
	say("lost")
	await get_tree().process_frame
	say("end")
	t.text = "a\nb\nc"
	t.add_gutter()
	for i in 3: t.set_line_gutter_text(i, 0, "g%d" % i)
	var show = func(l): print(l, " ", range(t.get_line_count()).map(func(i): return t.get_line(i) + "/" + t.get_line_gutter_text(i, 0)))
	show.call("start")
	t.insert_text("\n", 1, 0)
	show.call("newline at start")
	t.undo()
	show.call("undo")
	t.insert_text("\n", 1, 1)
	show.call("newline at end")
	t.set_caret_line(2)
	t.backspace()
	show.call("backspace")
	t.insert_text("x\ny", 1, 0)
	show.call("x y")
	t.remove_line_at(1)
	show.call("remove line")
	t.insert_line_at(1, "ins")
	show.call("insert line")
	t.swap_lines(0, 1)
	show.call("swap")
	t.set_gutter_overwritable(0, true)
	t.merge_gutters(0, 1)
	show.call("merge")
	get_tree().quit()
