extends Node
# Input events as text.
func k(code: int, mods := 0, uni := 0, pressed := true, echo := false) -> InputEventKey:
	var e := InputEventKey.new()
	e.keycode = code
	e.unicode = uni
	e.pressed = pressed
	e.echo = echo
	e.shift_pressed = mods & 1
	e.ctrl_pressed = mods & 2
	e.alt_pressed = mods & 4
	e.meta_pressed = mods & 8
	return e
func _ready() -> void:
	for e in [k(KEY_A), k(KEY_A, 1, 65), k(KEY_F5, 2), k(KEY_KP_ENTER, 4), k(KEY_SPACE, 15), k(KEY_UP, 0, 0, false), k(KEY_A, 0, 97, true, true), k(KEY_SHIFT, 1), k(0)]:
		print(e.as_text(), " | ", e.as_text_keycode(), " | ", e.as_text_physical_keycode(), " | ", e.as_text_key_label(), " | ", e)
		print(e.get_keycode_with_modifiers(), " ", e.get_modifiers_mask(), " ", e.is_match(k(KEY_A)), e.is_match(k(KEY_A), false), " ", e.is_action_type(), e.is_pressed(), e.is_echo())
	var p := InputEventKey.new()
	p.physical_keycode = KEY_W
	print(p.as_text(), " ", p)
	p.key_label = KEY_Z
	print(p.as_text(), " ", p)
	p.location = KEY_LOCATION_LEFT
	print(p.as_text(), " ", p)
	for b in range(0, 11):
		var m := InputEventMouseButton.new()
		m.button_index = b
		m.pressed = b % 2 == 0
		m.double_click = b == 1
		m.ctrl_pressed = b == 2
		m.position = Vector2(3, 4.5)
		m.button_mask = b
		m.factor = 1.5
		print(m.as_text(), " | ", m)
	var mm := InputEventMouseMotion.new()
	mm.position = Vector2(10, 20)
	mm.relative = Vector2(1, -2)
	mm.velocity = Vector2(5, 6)
	mm.button_mask = 5
	mm.pressure = 0.5
	mm.tilt = Vector2(0.1, 0.2)
	print(mm.as_text(), " | ", mm)
	for b in [-1, 0, 1, 5, 10, 20, 21, 127]:
		var j := InputEventJoypadButton.new()
		j.button_index = b
		j.pressed = true
		j.pressure = 0.5
		print(j.as_text(), " | ", j)
	for a in [0, 1, 2, 3, 4, 5, 6, 9]:
		var j := InputEventJoypadMotion.new()
		j.axis = a
		j.axis_value = 0.25
		print(j.as_text(), " | ", j)
	var t := InputEventScreenTouch.new()
	t.index = 2
	t.position = Vector2(1, 2)
	t.pressed = true
	print(t.as_text(), " | ", t)
	t.canceled = true
	t.double_tap = true
	print(t.as_text(), " | ", t)
	var d := InputEventScreenDrag.new()
	d.index = 1
	d.position = Vector2(1, 2)
	d.relative = Vector2(3, 4)
	print(d.as_text(), " | ", d)
	var mag := InputEventMagnifyGesture.new()
	mag.factor = 1.25
	print(mag.as_text(), " | ", mag)
	var pan := InputEventPanGesture.new()
	pan.delta = Vector2(1, 2)
	print(pan.as_text(), " | ", pan)
	var midi := InputEventMIDI.new()
	print(midi.as_text(), " | ", midi)
	var ac := InputEventAction.new()
	ac.action = "ui_accept"
	ac.pressed = true
	ac.strength = 0.5
	print(ac.as_text(), " | ", ac)
	var sc := Shortcut.new()
	print(sc.get_as_text(), sc.has_valid_event())
	sc.events = [k(KEY_S, 2), k(KEY_F2)]
	print(sc.get_as_text(), sc.has_valid_event(), sc.matches_event(k(KEY_S, 2)), sc.matches_event(k(KEY_S)))
	var se := InputEventShortcut.new()
	se.shortcut = sc
	print(se.as_text(), " | ", se)
	for n in ["A", "Ctrl+A", "Shift+F1", "Kp 5", "PageUp", "Escape", "Nothing", "Ctrl+Alt+Delete", "QuoteLeft"]:
		print(n, " ", OS.find_keycode_from_string(n), " ", OS.get_keycode_string(OS.find_keycode_from_string(n)))
	get_tree().quit()
