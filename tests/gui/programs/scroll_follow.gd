extends Control
# ScrollContainer: the wheel, following the focus, making controls visible, bars that come and go.

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


func _ready() -> void:
	var scroll := ScrollContainer.new()
	scroll.size = Vector2(200, 150)
	add_child(scroll)
	var box := VBoxContainer.new()
	scroll.add_child(box)
	for i in 12:
		var b := Button.new()
		b.text = "Button %d" % i
		b.name = "B%d" % i
		box.add_child(b)
	scroll.scroll_started.connect(func(): print("started"))
	scroll.scroll_ended.connect(func(): print("ended"))
	await wait()
	var bar := scroll.get_v_scroll_bar()
	print(box.size, " ", bar.visible, " ", bar.max_value, " ", bar.page, " ", scroll.get_h_scroll_bar().visible)
	for b in [5, 5, 4, 5]:
		mouse(Vector2(50, 50), b)
		await wait(1)
		print(scroll.scroll_vertical, " ", box.position)
	scroll.follow_focus = true
	box.get_node("B9").grab_focus()
	await wait()
	print(scroll.scroll_vertical, " ", get_viewport().gui_get_focus_owner().name)
	key(KEY_UP)
	await wait()
	print(scroll.scroll_vertical, " ", get_viewport().gui_get_focus_owner().name)
	key(KEY_TAB, false, true)
	key(KEY_TAB, false, true)
	key(KEY_TAB, false, true)
	key(KEY_TAB, false, true)
	key(KEY_TAB, false, true)
	await wait()
	print(scroll.scroll_vertical, " ", get_viewport().gui_get_focus_owner().name)
	scroll.ensure_control_visible(box.get_node("B11"))
	await wait()
	print(scroll.scroll_vertical)
	scroll.set_deferred("scroll_vertical", 10000)
	await wait()
	print(scroll.scroll_vertical)
	scroll.vertical_scroll_mode = ScrollContainer.SCROLL_MODE_SHOW_NEVER
	await wait()
	print(bar.visible, " ", box.size, " ", scroll.get_minimum_size(), " ", scroll.get_combined_minimum_size())
	scroll.vertical_scroll_mode = ScrollContainer.SCROLL_MODE_DISABLED
	await wait()
	print(bar.visible, " ", box.size, " ", scroll.size, " ", scroll.get_combined_minimum_size())
	scroll.vertical_scroll_mode = ScrollContainer.SCROLL_MODE_RESERVE
	scroll.size = Vector2(300, 600)
	await wait()
	print(bar.visible, " ", box.size, " ", scroll.size, " ", scroll.scroll_vertical)
	box.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	await wait()
	print(box.size)
	box.custom_minimum_size.x = 500
	await wait()
	print(box.size, " ", scroll.get_h_scroll_bar().visible, " ", scroll.get_h_scroll_bar().max_value)
	scroll.scroll_horizontal = 60
	await wait()
	print(scroll.scroll_horizontal, " ", box.position)
	get_tree().quit()
