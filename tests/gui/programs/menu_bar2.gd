# A bar of menus: wrong places, right to left, shortcuts, a second click, what scenes store.
extends Control

var bar: MenuBar


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


func _ready() -> void:
	bar = MenuBar.new()
	bar.name = "Bar"
	bar.position = Vector2(10, 10)
	for title in ["File", "Edit", "View"]:
		var popup := PopupMenu.new()
		popup.name = title
		popup.add_item("First")
		popup.add_item("Second", 7)
		popup.id_pressed.connect(func(id: int) -> void: print(popup.name, " pressed ", id))
		popup.about_to_popup.connect(func() -> void: print(popup.name, " opens at ", popup.position))
		popup.popup_hide.connect(func() -> void: print(popup.name, " hides"))
		bar.add_child(popup)
		popup.owner = bar
	add_child(bar)
	bar.set_menu_title(1, "Change")
	bar.set_menu_title(2, "View")
	bar.set_menu_tooltip(0, "all about files")
	bar.flat = true
	var scene := PackedScene.new()
	scene.pack(bar)
	var state := scene.get_state()
	for node in state.get_node_count():
		for index in state.get_node_property_count(node):
			printt(state.get_node_name(node), state.get_node_property_name(node, index),
				state.get_node_property_value(node, index))
	var again: MenuBar = scene.instantiate()
	print(again.get_menu_count(), again.get_menu_title(1), again.get_menu_tooltip(0), again.flat)
	again.free()
	print(bar.get_menu_popup(7), "|", bar.get_menu_title(7), "|", bar.get_menu_tooltip(-1), "|",
		bar.is_menu_disabled(7), bar.is_menu_hidden(7))
	var shortcut := Shortcut.new()
	var event := InputEventKey.new()
	event.keycode = KEY_O
	event.ctrl_pressed = true
	shortcut.events = [event]
	bar.get_menu_popup(1).set_item_shortcut(1, shortcut)
	bar.get_menu_popup(2).set_item_accelerator(0, KEY_MASK_CTRL | KEY_P)
	await get_tree().process_frame
	await key(KEY_O, true)
	await key(KEY_P, true)
	bar.set_menu_disabled(1, true)
	bar.set_menu_hidden(2, true)
	await key(KEY_O, true)
	await key(KEY_P, true)
	bar.set_menu_disabled(1, false)
	bar.set_menu_hidden(2, false)
	bar.hide()
	await key(KEY_O, true)
	bar.show()
	bar.set_disable_shortcuts(true)
	await key(KEY_O, true)
	print("-- clicks")
	await click(Vector2(20, 20))
	await click(Vector2(20, 20))
	await click(Vector2(20, 20))
	await click(Vector2(500, 400))
	bar.switch_on_hover = false
	await click(Vector2(60, 20))
	for i in 20: await get_tree().process_frame
	await click(Vector2(60, 50))
	bar.layout_direction = Control.LAYOUT_DIRECTION_RTL
	bar.size.x = 300
	await get_tree().process_frame
	await click(Vector2(290, 20))
	await key(KEY_LEFT)
	await key(KEY_ESCAPE)
	bar.set_menu_disabled(1, true)
	await click(Vector2(290, 20))
	await key(KEY_RIGHT)
	await key(KEY_RIGHT)
	bar.hide()
	await get_tree().process_frame
	print(bar.get_menu_popup(0).visible, bar.get_menu_popup(2).visible)
	get_tree().quit()
