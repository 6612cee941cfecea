extends Control
# TabContainer: chosen by clicks, keys and names; hidden, disabled, moved and removed pages.

func mouse(at: Vector2, button := 1, double := false) -> void:
	move(at)
	for down in [true, false]:
		var e := InputEventMouseButton.new()
		e.position = at
		e.global_position = at
		e.button_index = button
		e.pressed = down
		e.double_click = double
		e.button_mask = (1 << (button - 1)) if down else 0
		get_viewport().push_input(e)


func move(at: Vector2) -> void:
	var e := InputEventMouseMotion.new()
	e.position = at
	e.global_position = at
	get_viewport().push_input(e)


func key(code: int, ctrl := false, shift := false, unicode := 0) -> void:
	for down in [true, false]:
		var e := InputEventKey.new()
		e.keycode = code
		e.physical_keycode = code
		e.ctrl_pressed = ctrl
		e.shift_pressed = shift
		e.pressed = down
		e.unicode = unicode if down else 0
		get_viewport().push_input(e)


func type(text: String) -> void:
	for c in text:
		key(c.to_upper().unicode_at(0), false, false, c.unicode_at(0))


func wait(frames := 2) -> void:
	for i in frames:
		await get_tree().process_frame


func say(t: TabContainer) -> void:
	print("  ", t.current_tab, " ", t.get_previous_tab(), " ", t.get_current_tab_control(), " ", range(t.get_tab_count()).map(func(i):
		return [t.get_tab_title(i), t.get_tab_control(i).visible, t.is_tab_disabled(i), t.is_tab_hidden(i)]))


func _ready() -> void:
	var t := TabContainer.new()
	t.size = Vector2(400, 200)
	add_child(t)
	t.tab_changed.connect(func(i): print("changed ", i))
	t.tab_selected.connect(func(i): print("selected ", i))
	t.tab_clicked.connect(func(i): print("clicked ", i))
	t.pre_popup_pressed.connect(func(): print("pre"))
	for name in ["One", "Two", "Three"]:
		var page := Label.new()
		page.name = name
		page.text = name
		t.add_child(page)
	await wait()
	t.get_child(0).to_string()
	print(t.get_current_tab_control().name, t.get_tab_bar().tab_count)
	t.current_tab = 1
	print(t.current_tab, t.get_previous_tab())
	t.set_tab_title(2, "Third")
	t.set_tab_disabled(2, true)
	t.set_tab_hidden(0, true)
	print(t.current_tab, t.get_child(1).visible, t.get_child(0).visible)
	var bar := t.get_tab_bar()
	mouse(bar.get_tab_rect(2).get_center())
	mouse(bar.get_tab_rect(1).get_center())
	print(t.current_tab)
	t.set_tab_hidden(0, false)
	t.set_tab_disabled(2, false)
	await wait()
	mouse(bar.get_tab_rect(2).get_center())
	print(t.current_tab, bar.has_focus())
	bar.grab_focus()
	for code in [KEY_LEFT, KEY_LEFT, KEY_LEFT, KEY_RIGHT, KEY_END, KEY_HOME]:
		key(code)
		print(OS.get_keycode_string(code), " ", t.current_tab)
	t.move_child(t.get_child(0), 2)
	print(t.current_tab, " ", t.get_tab_title(0), t.get_tab_title(2), " ", t.get_current_tab_control().name)
	t.get_child(2).show()
	print(t.current_tab)
	t.get_current_tab_control().hide()
	print(t.current_tab)
	t.remove_child(t.get_child(1))
	print(t.current_tab, t.get_tab_count())
	t.tabs_visible = false
	await wait()
	print(t.get_current_tab_control().position, t.get_current_tab_control().size, t.get_combined_minimum_size())
	t.tabs_visible = true
	t.tabs_position = TabContainer.POSITION_BOTTOM
	await wait()
	print(t.get_current_tab_control().position, t.get_current_tab_control().size)
	t.deselect_enabled = true
	t.current_tab = -1
	print(t.current_tab, t.get_current_tab_control())
	print(t.select_next_available(), t.current_tab, t.select_previous_available())
	get_tree().quit()
