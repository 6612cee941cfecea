extends Control
# The focus with Tab and arrows through buttons, fields and a scrolled area, and what takes it away.
func log_focus(c: Control) -> void:
	c.focus_entered.connect(func(): print("  + ", c.name))
	c.focus_exited.connect(func(): print("  - ", c.name))
func press(action: String) -> void:
	var e := InputEventAction.new()
	e.action = action
	e.pressed = true
	get_viewport().push_input(e)
	var o := get_viewport().gui_get_focus_owner()
	print(action, " -> ", o.name if o else "none")
func _ready() -> void:
	get_viewport().gui_focus_changed.connect(func(c): print("  changed ", c.name))
	var v := VBoxContainer.new()
	add_child(v)
	var h := HBoxContainer.new()
	v.add_child(h)
	for i in 3:
		var b := Button.new()
		b.name = "b%d" % i
		b.text = str(i)
		h.add_child(b)
		log_focus(b)
	var e := LineEdit.new()
	e.name = "edit"
	v.add_child(e)
	log_focus(e)
	var s := SpinBox.new()
	s.name = "spin"
	v.add_child(s)
	var sl := HSlider.new()
	sl.name = "slider"
	v.add_child(sl)
	log_focus(sl)
	var sc := ScrollContainer.new()
	sc.name = "scroll"
	sc.custom_minimum_size = Vector2(100, 50)
	v.add_child(sc)
	var inner := VBoxContainer.new()
	sc.add_child(inner)
	for i in 5:
		var b := Button.new()
		b.name = "in%d" % i
		b.text = "inner"
		inner.add_child(b)
		log_focus(b)
	var dis := Button.new()
	dis.name = "disabled"
	dis.disabled = true
	v.add_child(dis)
	var hid := Button.new()
	hid.name = "hidden"
	hid.hide()
	v.add_child(hid)
	var last := CheckBox.new()
	last.name = "last"
	v.add_child(last)
	log_focus(last)
	await get_tree().process_frame
	for i in 12:
		press("ui_focus_next")
	for i in 3:
		press("ui_focus_prev")
	h.get_child(0).grab_focus()
	for a in ["ui_right", "ui_right", "ui_right", "ui_left", "ui_down", "ui_down", "ui_down", "ui_down", "ui_down", "ui_up", "ui_up"]:
		press(a)
	print("scroll ", sc.scroll_vertical)
	h.get_child(0).focus_next = NodePath("../b2")
	h.get_child(0).grab_focus()
	press("ui_focus_next")
	h.get_child(0).focus_neighbor_right = h.get_child(0).get_path_to(last)
	h.get_child(0).grab_focus()
	press("ui_right")
	print(h.get_child(1).find_next_valid_focus().name, " ", h.get_child(1).find_prev_valid_focus().name, " ", h.get_child(1).find_valid_focus_neighbor(SIDE_LEFT).name, " ", h.get_child(1).find_valid_focus_neighbor(SIDE_BOTTOM).name)
	h.get_child(1).focus_mode = FOCUS_NONE
	h.get_child(1).grab_focus()
	h.get_child(2).grab_focus()
	h.get_child(2).hide()
	print(get_viewport().gui_get_focus_owner().name if get_viewport().gui_get_focus_owner() else "none")
	h.get_child(2).show()
	h.get_child(2).grab_focus()
	h.get_child(2).focus_mode = FOCUS_NONE
	print(get_viewport().gui_get_focus_owner().name if get_viewport().gui_get_focus_owner() else "none")
	last.grab_focus()
	v.remove_child(last)
	print(get_viewport().gui_get_focus_owner().name if get_viewport().gui_get_focus_owner() else "none")
	v.add_child(last)
	last.grab_focus()
	last.release_focus()
	print(get_viewport().gui_get_focus_owner().name if get_viewport().gui_get_focus_owner() else "none")
	last.grab_focus()
	last.disabled = true
	print(get_viewport().gui_get_focus_owner().name if get_viewport().gui_get_focus_owner() else "none")
	last.queue_free()
	await get_tree().process_frame
	print(get_viewport().gui_get_focus_owner().name if get_viewport().gui_get_focus_owner() else "none")
	h.focus_behavior_recursive = Control.FOCUS_BEHAVIOR_DISABLED
	press("ui_focus_next")
	press("ui_focus_next")
	get_tree().quit()
