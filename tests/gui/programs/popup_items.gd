extends Control
# PopupMenu: kinds of items, checks and radios, hiding on a choice, accelerators, submenus, keys.

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


func press(menu: Window, code: int) -> void:
	for down in [true, false]:
		var e := InputEventKey.new()
		e.keycode = code
		e.physical_keycode = code
		e.pressed = down
		menu.push_input(e)


func _ready() -> void:
	var menu := PopupMenu.new()
	add_child(menu)
	menu.add_item("Open", 1, KEY_MASK_CTRL | KEY_O)
	menu.add_check_item("Check", 2)
	menu.add_radio_check_item("Radio", 3)
	menu.add_separator("Sep", 4)
	menu.add_multistate_item("Multi", 3, 1, 5)
	var sub := PopupMenu.new()
	sub.add_item("Inner", 50)
	menu.add_submenu_node_item("Sub", sub, 6)
	menu.add_item("Off", 7)
	menu.set_item_disabled(6, true)
	menu.id_pressed.connect(func(id): print("id ", id))
	menu.index_pressed.connect(func(i): print("index ", i))
	menu.id_focused.connect(func(id): print("focus ", id))
	menu.menu_changed.connect(func(): print("changed"))
	sub.id_pressed.connect(func(id): print("sub id ", id))
	menu.popup_hide.connect(func(): print("hidden"))
	menu.about_to_popup.connect(func(): print("about"))
	for i in menu.item_count:
		print(i, " ", menu.get_item_text(i), " ", menu.get_item_id(i), " ", menu.is_item_checkable(i), menu.is_item_radio_checkable(i),
				menu.is_item_separator(i), " ", menu.get_item_state(i) if "get_item_state" in menu else "", menu.get_item_accelerator(i),
				" ", menu.get_item_submenu(i), menu.is_item_disabled(i))
	menu.popup(Rect2i(20, 20, 0, 0))
	await wait()
	print(menu.size, menu.position)
	for code in [KEY_DOWN, KEY_DOWN, KEY_DOWN, KEY_DOWN, KEY_DOWN, KEY_UP]:
		press(menu, code)
		await wait(1)
		print(menu.get_focused_item())
	press(menu, KEY_RIGHT)
	await wait()
	print(sub.visible, " ", sub.get_focused_item())
	press(sub, KEY_LEFT)
	await wait()
	print(sub.visible, menu.visible)
	press(menu, KEY_UP)
	press(menu, KEY_ENTER)
	await wait()
	print(menu.visible, menu.is_item_checked(2))
	menu.hide_on_checkable_item_selection = false
	menu.popup()
	await wait()
	menu.set_focused_item(1)
	press(menu, KEY_ENTER)
	await wait()
	print(menu.visible, menu.is_item_checked(1))
	menu.toggle_item_checked(1)
	print(menu.is_item_checked(1))
	menu.toggle_item_multistate(4)
	print(menu.get_item_multistate(4), menu.get_item_multistate_max(4))
	press(menu, KEY_ESCAPE)
	await wait()
	print(menu.visible)
	var e := InputEventKey.new()
	e.keycode = KEY_O
	e.ctrl_pressed = true
	e.pressed = true
	print(menu.activate_item_by_event(e))
	menu.remove_item(0)
	print(menu.item_count, menu.get_item_index(7))
	menu.clear()
	print(menu.item_count)
	get_tree().quit()
