extends SceneTree
var rows := []
func ev(c, props := {}):
	var e = ClassDB.instantiate(c)
	for p in props: e.set(p, props[p])
	var plain := {}
	for p in props:
		var v = props[p]
		plain[p] = [v.x, v.y] if v is Vector2 else v
	rows.append({"class": c, "set": plain, "text": e.as_text(), "string": str(e), "pressed": e.is_pressed(), "released": e.is_released(), "canceled": e.is_canceled(), "echo": e.is_echo(), "action_type": e.is_action_type()})
func _initialize():
	for p in [{}, {"keycode": 65}, {"keycode": 65, "ctrl_pressed": true, "shift_pressed": true}, {"physical_keycode": 81}, {"physical_keycode": KEY_UP}, {"key_label": 66}, {"unicode": 97}, {"keycode": KEY_KP_ADD, "alt_pressed": true, "meta_pressed": true}, {"keycode": KEY_SHIFT, "location": 1, "pressed": true}, {"keycode": 32, "pressed": true, "echo": true}, {"keycode": KEY_Z, "command_or_control_autoremap": true}, {"keycode": 0x3042}]:
		ev("InputEventKey", p)
	for i in 11: ev("InputEventMouseButton", {"button_index": i, "button_mask": i, "pressed": i % 2 == 1})
	ev("InputEventMouseButton", {"button_index": 1, "double_click": true, "ctrl_pressed": true, "canceled": true, "pressed": true, "position": Vector2(1.5, 2)})
	for m in [0,1,2,4,8,128,256,512,7,129]: ev("InputEventMouseMotion", {"button_mask": m, "position": Vector2(1, 2.25), "relative": Vector2(-3, 4), "velocity": Vector2(0.5, 100), "pressure": 0.126, "tilt": Vector2(0.25, -0.5), "pen_inverted": m == 1})
	for i in range(0, 23): ev("InputEventJoypadButton", {"button_index": i, "pressure": 0.25 if i % 3 else 0.0, "pressed": i == 2})
	for i in range(0, 11): ev("InputEventJoypadMotion", {"axis": i, "axis_value": 0.5 - i * 0.11})
	for i in [0,8,9,10,11,13,14,240,255]: ev("InputEventMIDI", {"message": i, "channel": 2, "pitch": 3, "velocity": 4, "pressure": 5, "controller_number": 6, "controller_value": 7, "instrument": 8})
	for i in 8: ev("InputEventScreenTouch", {"index": i, "pressed": bool(i & 1), "canceled": bool(i & 2), "double_tap": bool(i & 4), "position": Vector2(i, 2)})
	ev("InputEventScreenDrag", {"index": 2, "position": Vector2(1, 2), "relative": Vector2(3, 4), "velocity": Vector2(5, 6), "pressure": 0.5, "tilt": Vector2(7, 8)})
	ev("InputEventMagnifyGesture", {"factor": 1.5, "position": Vector2(1, 2)})
	ev("InputEventPanGesture", {"delta": Vector2(0.5, 2), "position": Vector2(1, 2)})
	for a in ["ui_up", "ui_accept", "nothing at all"]: ev("InputEventAction", {"action": a, "pressed": true})
	print(JSON.stringify(rows))
	quit()
