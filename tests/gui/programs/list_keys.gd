extends Control
# ItemList with several selected: clicks with Ctrl and Shift, keys, searching, activation.

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


func say(list: ItemList) -> void:
	print("  ", list.get_selected_items(), " ", list.is_anything_selected())


func click(list: ItemList, item: int, ctrl := false, shift := false) -> void:
	var at := list.get_item_rect(item).get_center()
	for down in [true, false]:
		var e := InputEventMouseButton.new()
		e.position = at
		e.global_position = at
		e.button_index = 1
		e.pressed = down
		e.ctrl_pressed = ctrl
		e.shift_pressed = shift
		get_viewport().push_input(e)
	print("click ", item, " ", ctrl, shift)
	say(list)


func _ready() -> void:
	var list := ItemList.new()
	list.size = Vector2(200, 300)
	for name in ["Apple", "Banana", "Cherry", "Date", "Elder", "Fig", "Grape"]:
		list.add_item(name)
	list.set_item_disabled(3, true)
	list.set_item_selectable(4, false)
	add_child(list)
	list.item_selected.connect(func(i): print("selected ", i))
	list.multi_selected.connect(func(i, on): print("multi ", i, on))
	list.item_activated.connect(func(i): print("activated ", i))
	list.empty_clicked.connect(func(at, b): print("empty ", b))
	await wait()
	for mode in [ItemList.SELECT_SINGLE, ItemList.SELECT_MULTI, ItemList.SELECT_TOGGLE]:
		print("mode ", mode)
		list.select_mode = mode
		list.deselect_all()
		list.grab_focus()
		click(list, 1)
		click(list, 5, true)
		click(list, 6, false, true)
		click(list, 3)
		click(list, 4)
		click(list, 1, true)
		for code in [KEY_DOWN, KEY_DOWN, KEY_UP, KEY_END, KEY_HOME, KEY_SPACE, KEY_ENTER]:
			key(code)
			print(OS.get_keycode_string(code))
			say(list)
		key(KEY_DOWN, false, true)
		say(list)
		key(KEY_DOWN, false, true)
		say(list)
		type("g")
		say(list)
		mouse(Vector2(100, 290))
		say(list)
		list.select(2, false)
		say(list)
		list.select(0)
		say(list)
		await wait(80)
	get_tree().quit()
