extends Node
# Which events belong to which action, and what Input says of actions.
func key(code: int, ctrl := false, shift := false, pressed := true, device := 0) -> InputEventKey:
	var e := InputEventKey.new()
	e.keycode = code
	e.physical_keycode = code
	e.ctrl_pressed = ctrl
	e.shift_pressed = shift
	e.pressed = pressed
	e.device = device
	return e
func _ready() -> void:
	InputMap.add_action("jump", 0.3)
	InputMap.action_add_event("jump", key(KEY_J))
	var b := InputEventMouseButton.new()
	b.button_index = MOUSE_BUTTON_RIGHT
	InputMap.action_add_event("jump", b)
	var ax := InputEventJoypadMotion.new()
	ax.axis = JOY_AXIS_LEFT_X
	ax.axis_value = 1.0
	InputMap.action_add_event("jump", ax)
	print(InputMap.has_action("jump"), InputMap.action_get_deadzone("jump"), InputMap.action_get_events("jump").size())
	for e in [key(KEY_J), key(KEY_J, true), key(KEY_J, false, true), key(KEY_J, false, false, false), key(KEY_J, false, false, true, 3), key(KEY_K)]:
		print(InputMap.event_is_action(e, "jump"), InputMap.event_is_action(e, "jump", true), e.is_action("jump"), e.is_action_pressed("jump"), e.is_action_released("jump"), e.get_action_strength("jump"), e.is_action_pressed("jump", true, true))
	for v in [-1.0, 0.0, 0.2, 0.3, 0.31, 0.65, 1.0, 1.5]:
		var m := InputEventJoypadMotion.new()
		m.axis = JOY_AXIS_LEFT_X
		m.axis_value = v
		print(v, " ", m.is_action("jump"), m.is_action_pressed("jump"), m.is_action_released("jump"), m.get_action_strength("jump"), m.is_pressed(), m.is_match(ax), m.is_match(ax, false))
	for a in ["ui_accept", "ui_cancel", "ui_left", "ui_focus_next", "ui_copy", "ui_text_backspace", "ui_menu", "ui_page_up", "ui_undo"]:
		var s := ""
		for e in InputMap.action_get_events(a):
			s += e.as_text() + "; "
		print(a, ": ", s)
	Input.action_press("jump", 0.7)
	print(Input.is_action_pressed("jump"), Input.is_action_just_pressed("jump"), Input.get_action_strength("jump"), Input.get_action_raw_strength("jump"))
	await get_tree().process_frame
	print(Input.is_action_pressed("jump"), Input.is_action_just_pressed("jump"))
	Input.action_release("jump")
	print(Input.is_action_pressed("jump"), Input.is_action_just_released("jump"), Input.get_action_strength("jump"))
	Input.parse_input_event(key(KEY_J))
	print(Input.is_action_pressed("jump"), Input.is_key_pressed(KEY_J))
	Input.flush_buffered_events()
	print(Input.is_action_pressed("jump"), Input.is_key_pressed(KEY_J), Input.is_physical_key_pressed(KEY_J), Input.is_anything_pressed())
	var e2 := key(KEY_J)
	e2.echo = true
	Input.parse_input_event(e2)
	Input.flush_buffered_events()
	print(Input.is_action_just_pressed("jump"))
	InputMap.action_erase_events("jump")
	print(Input.is_action_pressed("jump"), InputMap.action_get_events("jump"))
	InputMap.erase_action("jump")
	print(InputMap.has_action("jump"))
	print(Input.get_vector("ui_left", "ui_right", "ui_up", "ui_down"), Input.get_axis("ui_left", "ui_right"))
	Input.action_press("ui_right", 0.6)
	Input.action_press("ui_down")
	print(Input.get_vector("ui_left", "ui_right", "ui_up", "ui_down"), Input.get_axis("ui_left", "ui_right"))
	print(Input.get_vector("ui_left", "ui_right", "ui_up", "ui_down", 0.9))
	get_tree().quit()
