extends Control
# The context menus of LineEdit and TextEdit: what can be chosen, what is checked, what items do.

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


func show_menu(field: Control) -> void:
	var menu: PopupMenu = field.get_menu()
	var words := []
	for i in menu.item_count:
		var mark := ("-" if menu.is_item_disabled(i) else "+") + ("*" if menu.is_item_checked(i) else "")
		words.append("%s%s" % [menu.get_item_text(i), mark])
	print(" ", field.get_class(), " ", menu.visible, " ", words)
	for name in ["Text Writing Direction", "Insert Control Character"]:
		for i in menu.item_count:
			if menu.get_item_text(i) == name:
				var sub := menu.get_item_submenu_node(i)
				var marks := []
				for j in sub.item_count:
					if sub.is_item_checked(j): marks.append(sub.get_item_text(j))
				print("  ", name, " ", sub.item_count, " ", marks)


func look(field: Control) -> void:
	mouse(field.position + Vector2(10, 10), 2)
	await wait()
	show_menu(field)
	field.get_menu().hide()
	await wait()


func _ready() -> void:
	var line := LineEdit.new()
	line.size = Vector2(300, 31)
	line.text = "one two"
	add_child(line)
	var edit := TextEdit.new()
	edit.position = Vector2(0, 100)
	edit.size = Vector2(300, 200)
	edit.text = "one two"
	add_child(edit)
	await wait()
	for field: Control in [line, edit]:
		await look(field)
		field.select_all()
		await look(field)
		field.draw_control_chars = true
		field.text_direction = TEXT_DIRECTION_RTL
		await look(field)
		field.editable = false
		await look(field)
		field.editable = true
		field.selecting_enabled = false
		await look(field)
		field.selecting_enabled = true
		field.select_all()
		field.menu_option(LineEdit.MENU_CUT)
		await look(field)
		print(field.text, "|", field.has_undo())
		field.menu_option(LineEdit.MENU_UNDO)
		await look(field)
		field.menu_option(LineEdit.MENU_INSERT_LRM)
		field.menu_option(LineEdit.MENU_DIR_LTR)
		field.menu_option(LineEdit.MENU_DISPLAY_UCC)
		print(field.text.length(), field.text_direction, field.draw_control_chars)
		field.context_menu_enabled = false
		await look(field)
	get_tree().quit()
