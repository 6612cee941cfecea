extends Control
# TextEdit: rows, scrolling, places, wrapping, gutters.
var t: TextEdit
func say(l: String) -> void:
	await get_tree().process_frame
	print(l, ": v ", t.scroll_vertical, " h ", t.scroll_horizontal, " first ", t.get_first_visible_line(), " last ", t.get_last_full_visible_line(), ".", t.get_last_full_visible_line_wrap_index(),
		" visible ", t.get_visible_line_count(), " total ", t.get_total_visible_line_count(), " bars ", t.get_v_scroll_bar().visible, " ", t.get_h_scroll_bar().visible,
		" max ", snappedf(t.get_v_scroll_bar().max_value, 0.001), " page ", snappedf(t.get_v_scroll_bar().page, 0.001), " ", t.get_h_scroll_bar().max_value, " ", t.get_h_scroll_bar().page, " min ", t.get_combined_minimum_size())
func wheel(b: int, mods := "") -> void:
	var e := InputEventMouseButton.new()
	e.position = Vector2(50, 50)
	e.button_index = b
	e.pressed = true
	e.shift_pressed = "S" in mods
	e.alt_pressed = "A" in mods
	e.ctrl_pressed = "C" in mods
	e.factor = 1
	get_viewport().push_input(e)
func key(code: Key, unicode := 0, mods := "") -> void:
	var k := InputEventKey.new()
	k.keycode = code
	k.unicode = unicode
	k.shift_pressed = "S" in mods
	k.ctrl_pressed = "C" in mods
	k.pressed = true
	get_viewport().push_input(k)
func _ready() -> void:
	t = TextEdit.new()
	t.size = Vector2(300, 200)
	add_child(t)
	await say("empty")
	print("line height ", t.get_line_height())
	var s := ""
	for i in 40: s += "line %d\n" % i
	t.text = s
	await say("40 lines")
	t.set_caret_line(20)
	await say("caret 20")
	t.set_caret_line(3)
	await say("caret 3")
	t.scroll_vertical = 10
	await say("scroll 10")
	t.scroll_vertical = 10.5
	await say("scroll 10.5")
	t.scroll_vertical = 100
	await say("scroll 100")
	t.center_viewport_to_caret()
	await say("center")
	t.set_line_as_first_visible(7)
	await say("first 7")
	t.set_line_as_center_visible(20)
	await say("center 20")
	t.set_line_as_last_visible(30)
	await say("last 30")
	t.set_line_as_last_visible(2)
	await say("last 2")
	wheel(5)
	await say("wheel down")
	wheel(5, "A")
	await say("alt wheel down")
	wheel(4)
	await say("wheel up")
	wheel(5, "C")
	await say("ctrl wheel down")
	t.grab_focus()
	key(KEY_PAGEDOWN)
	await say("page down")
	print(t.get_caret_line(), " ", t.get_caret_column())
	key(KEY_DOWN, 0, "C")
	await say("ctrl down")
	key(KEY_PAGEUP)
	key(KEY_PAGEUP)
	await say("page up twice")
	print(t.get_caret_line())
	t.scroll_past_end_of_file = true
	await say("past end")
	t.scroll_past_end_of_file = false
	for y in [0, 5, 40, 100, 190, 250, -20]:
		print(y, " ", t.get_line_column_at_pos(Vector2i(30, y)), t.get_line_column_at_pos(Vector2i(30, y), false), t.get_line_column_at_pos(Vector2i(200, y), true, false))
	for l in [0, t.get_first_visible_line(), t.get_first_visible_line() + 2, 39]:
		print(l, " ", t.get_pos_at_line_column(l, 2), t.get_rect_at_line_column(l, 2), t.get_rect_at_line_column(l, 0), t.get_rect_at_line_column(l, 1))
	print("draw pos ", t.get_caret_draw_pos(), " visible ", t.is_caret_visible())
	t.text = "short"
	await say("short")
	t.text = "a very long line that does not fit into the width of this control at all, really"
	await say("long")
	key(KEY_END)
	await say("end")
	print("draw pos ", t.get_caret_draw_pos())
	t.scroll_horizontal = 50
	await say("h 50")
	wheel(4, "S")
	await say("shift wheel")
	t.wrap_mode = TextEdit.LINE_WRAPPING_BOUNDARY
	await say("wrapped")
	print(t.get_line_wrap_count(0), " ", t.get_line_wrapped_text(0), " ", t.is_line_wrapped(0))
	for c in [0, 20, 40, 41, 60, 80]: print(c, " row ", t.get_line_wrap_index_at_column(0, c), " ", t.get_rect_at_line_column(0, c))
	for y in [5, 40, 60, 90, 150]: print(y, " ", t.get_line_column_at_pos(Vector2i(100, y)))
	key(KEY_HOME)
	print(t.get_caret_column(), " ", t.get_caret_wrap_index())
	key(KEY_UP)
	print(t.get_caret_column(), " ", t.get_caret_wrap_index())
	key(KEY_END)
	print(t.get_caret_column(), " ", t.get_caret_wrap_index())
	key(KEY_END)
	print(t.get_caret_column(), " ", t.get_caret_wrap_index())
	s = ""
	for i in 10: s += "words and more words that need more than one row of it number %d\n" % i
	t.text = s
	await say("10 wrapped")
	t.set_caret_line(5)
	await say("caret 5")
	t.set_line_as_first_visible(2, 1)
	await say("first 2.1")
	print(t.get_scroll_pos_for_line(4, 1), " ", t.get_visible_line_count_in_range(1, 3), " ", t.get_next_visible_line_index_offset_from(1, 1, 4), t.get_next_visible_line_index_offset_from(6, 0, -5), t.get_next_visible_line_offset_from(2, 3))
	t.size.x = 500
	await say("wider")
	t.autowrap_mode = TextServer.AUTOWRAP_ARBITRARY
	await say("arbitrary")
	print(t.get_line_wrapped_text(3))
	t.scroll_fit_content_height = true
	await say("fit height")
	t.scroll_fit_content_width = true
	t.text = "a\nbb"
	await say("fit both")
	t.scroll_fit_content_height = false
	t.scroll_fit_content_width = false
	t.text = "a\tb\n\tc"
	t.set_tab_size(8)
	print(t.get_line_width(0), " ", t.get_line_width(1), " ", t.get_indent_level(1))
	t.add_gutter()
	t.add_gutter(0)
	t.set_gutter_name(0, "first")
	t.set_gutter_width(0, 40)
	t.set_gutter_type(1, TextEdit.GUTTER_TYPE_ICON)
	print(t.get_gutter_count(), " ", t.get_total_gutter_width(), " ", t.get_gutter_name(0), t.get_gutter_type(1), t.get_gutter_width(1), t.is_gutter_drawn(0), t.is_gutter_clickable(0), t.is_gutter_overwritable(0))
	t.set_line_gutter_text(0, 0, "x")
	t.set_line_gutter_metadata(1, 0, 42)
	t.set_line_gutter_clickable(0, 0, true)
	t.set_line_background_color(1, Color.RED)
	t.set_caret_line(1)
	t.set_caret_column(0)
	t.insert_text_at_caret("new\n")
	for i in 3: print(i, " ", t.get_line(i).c_escape(), " '", t.get_line_gutter_text(i, 0), "' ", t.get_line_gutter_metadata(i, 0), t.is_line_gutter_clickable(i, 0), t.get_line_background_color(i), t.get_line_gutter_item_color(i, 0))
	t.remove_text(0, 0, 2, 0)
	for i in t.get_line_count(): print(i, " ", t.get_line(i).c_escape(), " '", t.get_line_gutter_text(i, 0), "' ", t.get_line_gutter_metadata(i, 0), t.is_line_gutter_clickable(i, 0), t.get_line_background_color(i))
	t.gutter_clicked.connect(func(l, g): print("  gutter ", l, " ", g))
	for x in [10, 50, 70]:
		var e := InputEventMouseButton.new()
		e.position = Vector2(x, 12)
		e.button_index = 1
		e.pressed = true
		get_viewport().push_input(e)
		e.pressed = false
		get_viewport().push_input(e)
		print(x, " caret ", t.get_caret_line(), ":", t.get_caret_column())
	t.set_gutter_draw(0, false)
	print(t.get_total_gutter_width())
	t.remove_gutter(0)
	print(t.get_gutter_count(), t.get_total_gutter_width())
	t.minimap_draw = true
	await say("minimap")
	print(t.get_minimap_visible_lines())
	get_tree().quit()
