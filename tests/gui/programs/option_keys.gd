extends Control
# OptionButton: separators, disabled entries, ids and metadata, keys in its menu.

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


func say(o: OptionButton) -> void:
	print("  ", o.selected, " '", o.text, "' ", o.get_selected_id(), " ", o.get_selected_metadata(), " ", o.get_popup().visible,
			" ", o.get_popup().get_focused_item())


func _ready() -> void:
	var o := OptionButton.new()
	add_child(o)
	say(o)
	o.add_item("one", 10)
	say(o)
	o.add_separator("sep")
	o.add_item("two")
	o.add_item("three", 30)
	o.set_item_disabled(2, true)
	o.set_item_metadata(3, "meta")
	o.item_selected.connect(func(i): print("selected ", i))
	o.item_focused.connect(func(i): print("focused ", i))
	o.pressed.connect(func(): print("pressed"))
	await wait()
	print(o.size, o.get_popup().item_count, o.get_item_id(2), o.get_item_index(30), o.is_item_separator(1))
	o.select(3)
	say(o)
	o.select(-1)
	say(o)
	o.select(1)
	say(o)
	o.selected = 0
	o.grab_focus()
	key(KEY_SPACE)
	await wait()
	say(o)
	for code in [KEY_DOWN, KEY_DOWN, KEY_UP, KEY_ENTER]:
		for down in [true, false]:
			var e := InputEventKey.new()
			e.keycode = code
			e.physical_keycode = code
			e.pressed = down
			o.get_popup().push_input(e)
		await wait(1)
		say(o)
	await wait()
	o.show_popup()
	await wait()
	say(o)
	o.get_popup().hide()
	await wait()
	o.remove_item(3)
	say(o)
	o.add_icon_item(null, "icon", 5)
	o.fit_to_longest_item = false
	await wait()
	print(o.size, o.get_minimum_size())
	o.clear()
	say(o)
	get_tree().quit()
