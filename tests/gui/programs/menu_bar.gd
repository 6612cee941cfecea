# A bar of menus: how it is filled and measured, by mouse, by keys, by shortcuts.
extends Control

var bar: MenuBar


func menu(title: String) -> PopupMenu:
	var popup := PopupMenu.new()
	popup.name = title
	popup.add_item(title + " one", 10)
	popup.add_item(title + " two", 11)
	popup.about_to_popup.connect(func() -> void: print(popup.name, " opens at ", popup.position))
	popup.popup_hide.connect(func() -> void: print(popup.name, " hides"))
	popup.id_pressed.connect(func(id: int) -> void: print(popup.name, " pressed ", id))
	return popup


func facts(what: String) -> void:
	print("-- ", what)
	for index in bar.get_menu_count():
		printt(index, bar.get_menu_title(index), bar.get_menu_tooltip(index),
			bar.is_menu_disabled(index), bar.is_menu_hidden(index), bar.get_menu_popup(index).name,
			bar.get_menu_popup(index).visible, bar.get_menu_popup(index).get_meta_list())
	printt(bar.size, bar.get_minimum_size(), bar.has_focus())


func motion(at: Vector2) -> void:
	var event := InputEventMouseMotion.new()
	event.position = at
	event.global_position = at
	Input.parse_input_event(event)
	await get_tree().process_frame
	await get_tree().process_frame


func click(at: Vector2) -> void:
	for down in [true, false]:
		var event := InputEventMouseButton.new()
		event.position = at
		event.global_position = at
		event.button_index = MOUSE_BUTTON_LEFT
		event.button_mask = MOUSE_BUTTON_MASK_LEFT if down else 0
		event.pressed = down
		Input.parse_input_event(event)
		await get_tree().process_frame
		await get_tree().process_frame


func key(code: Key, ctrl := false) -> void:
	for down in [true, false]:
		var event := InputEventKey.new()
		event.keycode = code
		event.ctrl_pressed = ctrl
		event.pressed = down
		Input.parse_input_event(event)
		await get_tree().process_frame
		await get_tree().process_frame


func _ready() -> void:
	bar = MenuBar.new()
	bar.position = Vector2(20, 30)
	bar.name = "Bar"
	printt(bar.flat, bar.start_index, bar.switch_on_hover, bar.prefer_global_menu,
		bar.text_direction, bar.language, bar.focus_mode, bar.is_native_menu())
	bar.add_child(menu("File"))
	bar.add_child(menu("Edit"))
	bar.add_child(menu("Help"))
	facts("outside")
	add_child(bar)
	facts("in the tree")
	await get_tree().process_frame
	facts("later")
	bar.set_menu_title(1, "Change")
	bar.set_menu_tooltip(1, "tip")
	await get_tree().process_frame
	facts("titled")
	printt(bar.get_tooltip(Vector2(5, 5)), bar.get_tooltip(Vector2(60, 5)))
	bar.get_menu_popup(2).name = "Support"
	await get_tree().process_frame
	facts("renamed")
	await click(Vector2(30, 40))
	facts("clicked")
	await motion(Vector2(30, 42))
	await motion(Vector2(80, 42))
	facts("moved")
	await motion(Vector2(160, 42))
	facts("moved on")
	await key(KEY_LEFT)
	facts("left")
	await key(KEY_LEFT)
	await key(KEY_LEFT)
	facts("around")
	await key(KEY_RIGHT)
	facts("right")
	await key(KEY_DOWN)
	await key(KEY_ENTER)
	facts("entered")
	bar.set_menu_disabled(1, true)
	bar.grab_focus()
	facts("focused")
	await key(KEY_RIGHT)
	await key(KEY_RIGHT)
	await key(KEY_ENTER)
	facts("opened by key")
	await key(KEY_ESCAPE)
	facts("closed")
	await click(Vector2(80, 40))
	facts("disabled clicked")
	bar.set_menu_hidden(0, true)
	await get_tree().process_frame
	facts("hidden")
	bar.flat = true
	bar.switch_on_hover = false
	var shortcut := Shortcut.new()
	var event := InputEventKey.new()
	event.keycode = KEY_O
	event.ctrl_pressed = true
	shortcut.events = [event]
	bar.get_menu_popup(2).set_item_shortcut(0, shortcut)
	await key(KEY_O, true)
	bar.set_disable_shortcuts(true)
	await key(KEY_O, true)
	bar.move_child(bar.get_child(2), 0)
	facts("order")
	var gone: Node = bar.get_child(1)
	bar.remove_child(gone)
	print(gone.get_meta_list())
	facts("removed")
	gone.free()
	get_tree().quit()
