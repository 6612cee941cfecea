extends Control
# Which item of an ItemList the keys go on from after clicks; LineEdit's undo beside its menu.


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

func key(code: int) -> void:
	for down in [true, false]:
		var e := InputEventKey.new()
		e.keycode = code
		e.physical_keycode = code
		e.pressed = down
		get_viewport().push_input(e)

func _ready() -> void:
	for mode in [2, 1]:
		for clicks in [[1], [1, 4], [1, 4, 1], [1, -4], [1, 4, -2], [4, 4], [-4], [2, -4, -4]]:
			var list := ItemList.new()
			list.size = Vector2(200, 300)
			for i in 8: list.add_item("i%d" % i)
			list.select_mode = mode
			add_child(list)
			list.grab_focus()
			await get_tree().process_frame
			for c in clicks: click(list, absi(c), c < 0)
			var was := list.get_selected_items()
			list.multi_selected.connect(func(i, on): print("multi ", i, on))
			key(KEY_DOWN)
			key(KEY_SPACE)
			print(mode, " ", clicks, " ", was, " ", list.get_selected_items())
			list.free()
	var line := LineEdit.new()
	line.size = Vector2(300, 31)
	add_child(line)
	line.text = "abc"
	line.edit()
	line.menu_option(LineEdit.MENU_CLEAR)
	line.menu_option(LineEdit.MENU_UNDO)
	print(line.text, line.has_undo(), line.has_redo())
	line.insert_text_at_caret("x")
	print(line.text, line.has_undo(), line.has_redo())
	line.menu_option(LineEdit.MENU_INSERT_LRM)
	print(line.text.length(), line.has_undo(), line.has_redo())
	line.secret = true
	print(line.has_undo(), line.has_redo())
	line.select_all()
	line.menu_option(LineEdit.MENU_COPY)
	line.menu_option(LineEdit.MENU_CUT)
	print(line.text)
	get_tree().quit()
