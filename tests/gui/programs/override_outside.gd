extends Control
# Minimum sizes before overrides count: outside of the tree.
func fill(x: Control):
	for i in 3:
		var c := ColorRect.new()
		c.custom_minimum_size = Vector2(5, 5)
		x.add_child(c)
func tell(x: Control):
	print(x.get_class(), " ", x.get_combined_minimum_size())
	x.set_anchors_and_offsets_preset(PRESET_CENTER)
	print("  ", x.get_rect(), x.offset_left)
	add_child(x)
	print("  ", x.get_combined_minimum_size(), x.get_rect())
	x.add_theme_constant_override("separation", 1)
	x.add_theme_font_size_override("font_size", 5)
	print("  ", x.get_combined_minimum_size(), x.get_rect())
	remove_child(x)
	print("  ", x.get_combined_minimum_size(), x.get_rect())
	x.remove_theme_constant_override("separation")
	print("  ", x.get_combined_minimum_size(), x.get_rect(), x.get_theme_constant("separation"))
func _ready() -> void:
	var v := VBoxContainer.new()
	v.add_theme_constant_override("separation", 50)
	fill(v)
	tell(v)
	var m := MarginContainer.new()
	m.add_theme_constant_override("margin_left", 50)
	m.add_theme_constant_override("margin_top", 20)
	fill(m)
	tell(m)
	var p := PanelContainer.new()
	var s := StyleBoxFlat.new()
	s.set_content_margin_all(33)
	p.add_theme_stylebox_override("panel", s)
	fill(p)
	tell(p)
	var b := Button.new()
	b.add_theme_stylebox_override("normal", s)
	b.add_theme_font_size_override("font_size", 40)
	b.text = "Abc"
	tell(b)
	var l := Label.new()
	l.add_theme_font_size_override("font_size", 40)
	l.text = "Abc"
	tell(l)
	var l2 := Label.new()
	l2.label_settings = LabelSettings.new()
	l2.label_settings.font_size = 40
	l2.text = "Abc"
	tell(l2)
	var g := GridContainer.new()
	g.columns = 2
	g.add_theme_constant_override("h_separation", 40)
	fill(g)
	tell(g)
	var e := LineEdit.new()
	e.add_theme_font_size_override("font_size", 40)
	tell(e)
	get_tree().quit()
