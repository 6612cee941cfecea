# Scenes of controls, in containers and out of them, as text.
extends Control

var ids := RegEx.create_from_string("( unique_id=[0-9]+)|((Empty|Flat|2D)_[a-z0-9]+)")

func save(o, label):
	var s = PackedScene.new()
	s.pack(o)
	ResourceSaver.save(s, "user://packed.tscn")
	print("=== ", label)
	print(ids.sub(FileAccess.get_file_as_string("user://packed.tscn"), "", true))
func own(o, top):
	for c in o.get_children():
		c.owner = top
		own(c, top)
func kid(p, c, name):
	c.name = name
	p.add_child(c)
	return c
func make(kind):
	var r = ClassDB.instantiate(kind)
	r.name = kind
	return r
func filled(kind):
	var r = make(kind)
	r.size = Vector2(300, 200)
	var b = kid(r, Button.new(), "B")
	b.text = "button"
	b.size_flags_horizontal = Control.SIZE_EXPAND_FILL
	b.custom_minimum_size = Vector2(50, 20)
	var l = kid(r, Label.new(), "L")
	l.text = "label"
	l.size_flags_vertical = Control.SIZE_SHRINK_END
	l.size_flags_stretch_ratio = 2.0
	var p = kid(r, Panel.new(), "P")
	p.position = Vector2(5, 6)
	p.rotation = 0.5
	p.scale = Vector2(2, 2)
	p.pivot_offset = Vector2(3, 3)
	p.grow_horizontal = Control.GROW_DIRECTION_BOTH
	var q = kid(p, ColorRect.new(), "Inner")
	q.set_anchors_and_offsets_preset(Control.PRESET_CENTER)
	var f = kid(r, Control.new(), "F")
	f.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
	var t = kid(r, LineEdit.new(), "Top")
	t.top_level = true
	t.position = Vector2(20, 30)
	own(r, r)
	return r
func _ready():
	await get_tree().process_frame
	for kind in ["VBoxContainer", "HBoxContainer", "GridContainer", "MarginContainer", "PanelContainer", "CenterContainer", "ScrollContainer", "HFlowContainer", "Container"]:
		var r = filled(kind)
		save(r, kind + "_out")
		add_child(r)
		await get_tree().process_frame
		await get_tree().process_frame
		save(r, kind + "_in")
		r.queue_free()
		await get_tree().process_frame
	var c = make("Control")
	c.set_anchors_preset(Control.PRESET_FULL_RECT)
	var m = kid(c, MarginContainer.new(), "M")
	m.set_anchors_and_offsets_preset(Control.PRESET_FULL_RECT)
	m.add_theme_constant_override("margin_top", 4)
	m.add_theme_constant_override("margin_left", 3)
	m.add_theme_constant_override("margin_foo", 3)
	var v = kid(m, VBoxContainer.new(), "V")
	v.add_theme_constant_override("separation", 4)
	var b = kid(v, Button.new(), "B")
	b.add_theme_font_size_override("font_size", 20)
	b.add_theme_color_override("font_pressed_color", Color.RED)
	b.add_theme_color_override("font_color", Color.BLUE)
	b.add_theme_color_override("font_hover_color", Color.BLUE)
	b.add_theme_constant_override("outline_size", 3)
	b.add_theme_constant_override("h_separation", 3)
	b.add_theme_stylebox_override("pressed", StyleBoxEmpty.new())
	b.add_theme_stylebox_override("normal", StyleBoxFlat.new())
	b.add_theme_icon_override("icon", PlaceholderTexture2D.new())
	b.focus_mode = Control.FOCUS_NONE
	b.tooltip_text = "tip"
	b.theme_type_variation = "FlatButton"
	var l = kid(v, Label.new(), "L")
	l.add_theme_color_override("font_shadow_color", Color.RED)
	l.add_theme_color_override("font_color", Color.RED)
	l.add_theme_constant_override("shadow_offset_y", 2)
	l.add_theme_constant_override("shadow_offset_x", 2)
	l.add_theme_constant_override("line_spacing", 2)
	l.add_theme_stylebox_override("normal", StyleBoxEmpty.new())
	l.add_theme_font_size_override("font_size", 2)
	var rt = kid(v, RichTextLabel.new(), "R")
	rt.bbcode_enabled = true
	rt.text = "x"
	rt.add_theme_font_size_override("mono_font_size", 11)
	rt.add_theme_font_size_override("bold_font_size", 11)
	rt.add_theme_font_size_override("normal_font_size", 11)
	rt.add_theme_constant_override("table_v_separation", 1)
	rt.add_theme_constant_override("line_separation", 1)
	rt.add_theme_color_override("default_color", Color.RED)
	rt.add_theme_stylebox_override("normal", StyleBoxEmpty.new())
	rt.add_theme_stylebox_override("focus", StyleBoxEmpty.new())
	own(c, c)
	save(c, "overrides")
	add_child(c)
	await get_tree().process_frame
	save(c, "overrides_in")
	c.queue_free()
	c = make("Node2D")
	var k = kid(c, Control.new(), "K")
	k.position = Vector2(3, 4)
	k.set_anchors_preset(Control.PRESET_BOTTOM_RIGHT)
	k = kid(c, Label.new(), "K2")
	k.text = "foo"
	k.set_anchors_preset(Control.PRESET_FULL_RECT)
	k = kid(k, Label.new(), "K3")
	k.anchor_left = 0.25
	k.anchor_right = 0.75
	k = kid(k, Label.new(), "K4")
	k.set_anchors_and_offsets_preset(Control.PRESET_BOTTOM_WIDE)
	k = kid(k, Label.new(), "K5")
	k.set_anchors_and_offsets_preset(Control.PRESET_CENTER_RIGHT)
	k.z_index = 3
	k.visible = false
	k.modulate = Color.RED
	own(c, c)
	save(c, "plain")
	c.queue_free()
	get_tree().quit()
