extends Control
# random container trees
var names := {}
func mk(depth: int) -> Control:
	var kinds := ["Control","Control","HBoxContainer","VBoxContainer","GridContainer","MarginContainer","CenterContainer","PanelContainer","AspectRatioContainer","HFlowContainer","VFlowContainer","BoxContainer"]
	var k: String = "Control" if depth == 0 else kinds[randi() % kinds.size()]
	var c: Control = ClassDB.instantiate(k)
	if randi() % 2 == 0: c.custom_minimum_size = Vector2(randi() % 60, randi() % 50) + Vector2(0.5 * (randi() % 2), 0)
	c.size_flags_horizontal = [0, 1, 2, 3, 4, 8, 3, 3, 6, 10][randi() % 10]
	c.size_flags_vertical = [0, 1, 2, 3, 4, 8, 3, 3, 6, 10][randi() % 10]
	if randi() % 4 == 0: c.size_flags_stretch_ratio = [0.5, 2.0, 3.7, 1.0, 0.3][randi() % 5]
	if randi() % 8 == 0: c.layout_direction = LAYOUT_DIRECTION_RTL
	if randi() % 12 == 0: c.visible = false
	if c is BoxContainer:
		c.alignment = randi() % 3
		if k == "BoxContainer": c.vertical = randi() % 2 == 0
		if randi() % 2 == 0: c.add_theme_constant_override("separation", randi() % 9)
	if c is GridContainer: c.columns = 1 + randi() % 3
	if c is MarginContainer:
		for m in ["margin_left", "margin_top", "margin_right", "margin_bottom"]: c.add_theme_constant_override(m, randi() % 12)
	if c is CenterContainer: c.use_top_left = randi() % 4 == 0
	if c is AspectRatioContainer:
		c.ratio = [1.0, 2.0, 0.7][randi() % 3]
		c.stretch_mode = randi() % 4
		c.alignment_horizontal = randi() % 3
		c.alignment_vertical = randi() % 3
	if c is FlowContainer:
		c.alignment = randi() % 3
		c.last_wrap_alignment = randi() % 4
		c.reverse_fill = randi() % 3 == 0
	if k == "Control":
		for s in 4:
			if randi() % 2: c.set_anchor(s, [0.0, 0.5, 1.0, 0.3][randi() % 4])
			if randi() % 2: c.set_offset(s, randi() % 50 - 20)
		c.grow_horizontal = randi() % 3
		c.grow_vertical = randi() % 3
		if randi() % 6 == 0: c.set_anchors_and_offsets_preset(randi() % 16, randi() % 4, randi() % 9)
	if depth > 0:
		for i in randi() % 5: c.add_child(mk(depth - 1))
	return c
func show_(c: Control, path: String) -> void:
	var line := "%s %s %s min %s" % [path, c.get_class(), c.get_rect(), c.get_combined_minimum_size()]
	if c is FlowContainer: line += " lines %d" % c.get_line_count()
	print(line)
	var i := 0
	for k in c.get_children():
		show_(k, path + "." + str(i))
		i += 1
func _ready():
	for seed_ in 14:
		seed(seed_)
		var top := mk(3)
		top.size = Vector2(300 + randi() % 300, 200 + randi() % 200)
		add_child(top)
		print("== ", seed_)
		await get_tree().process_frame
		show_(top, "t")
		top.size = Vector2(150 + randi() % 600, 100 + randi() % 400)
		await get_tree().process_frame
		show_(top, "u")
		top.free()
	get_tree().quit()
