extends Control
# Random trees of containers and widgets, and what changes when something in them does.

var seed_ := 12345
var count := 0

func rnd(n: int) -> int:
	seed_ = (seed_ * 1103515245 + 12345) % 2147483648
	return (seed_ / 65536) % n

func make(depth: int) -> Control:
	var c: Control
	var kind := rnd(20) if depth > 0 else 17 + rnd(3)
	match kind:
		0, 1: c = HBoxContainer.new()
		2, 3: c = VBoxContainer.new()
		4: c = GridContainer.new()
		5: c = MarginContainer.new()
		6: c = CenterContainer.new()
		7: c = PanelContainer.new()
		8: c = AspectRatioContainer.new()
		9: c = HFlowContainer.new()
		10: c = VFlowContainer.new()
		11: c = ScrollContainer.new()
		12: c = HSplitContainer.new()
		13: c = VSplitContainer.new()
		14: c = TabContainer.new()
		15: c = Control.new()
		16: c = BoxContainer.new()
		_:
			match rnd(16):
				0: c = Button.new(); c.text = "Button".substr(0, rnd(7))
				1: c = Label.new(); c.text = "Some words here".substr(0, rnd(15)); c.autowrap_mode = rnd(4); c.clip_text = rnd(4) == 0
				2: c = LineEdit.new(); c.text = "abc"; c.expand_to_text_length = rnd(3) == 0
				3: c = CheckBox.new(); c.text = "Check"
				4: c = OptionButton.new(); c.add_item("One"); c.add_item("Second item"); c.fit_to_longest_item = rnd(2) == 0
				5: c = SpinBox.new(); c.suffix = "px" if rnd(2) else ""
				6: c = HSlider.new()
				7: c = VSlider.new()
				8: c = ProgressBar.new(); c.show_percentage = rnd(2) == 0; c.fill_mode = rnd(4)
				9: c = HSeparator.new() if rnd(2) else VSeparator.new()
				10: c = RichTextLabel.new(); c.text = "rich text"; c.fit_content = rnd(2) == 0; c.autowrap_mode = rnd(4)
				11: c = ItemList.new(); c.add_item("item"); c.auto_height = rnd(2) == 0; c.auto_width = rnd(2) == 0
				12: c = TextEdit.new(); c.text = "some"; c.scroll_fit_content_height = rnd(2) == 0
				13: c = CheckButton.new(); c.text = "x"
				14: c = LinkButton.new(); c.text = "link"
				_: c = Panel.new()
	count += 1
	c.name = "%s%d" % [c.get_class(), count]
	if rnd(3) > 0:
		c.custom_minimum_size = Vector2(rnd(80), rnd(60))
	if rnd(2) == 0:
		c.size_flags_horizontal = rnd(16)
	if rnd(2) == 0:
		c.size_flags_vertical = rnd(16)
	if rnd(3) == 0:
		c.size_flags_stretch_ratio = rnd(40) / 10.0
	if rnd(10) == 0:
		c.visible = false
	if rnd(12) == 0:
		c.layout_direction = 2 + rnd(2)
	if rnd(20) == 0:
		c.top_level = true
	if rnd(8) == 0:
		c.set_anchors_preset(rnd(16))
	if rnd(8) == 0:
		c.set_anchors_and_offsets_preset(rnd(16), rnd(4), rnd(10))
	if rnd(10) == 0:
		c.grow_horizontal = rnd(3)
		c.grow_vertical = rnd(3)
	if c is BoxContainer:
		if rnd(3) == 0: c.alignment = rnd(3)
		if rnd(3) == 0: c.add_theme_constant_override("separation", rnd(12))
		if kind == 16: c.vertical = rnd(2) == 0
	if c is GridContainer:
		c.columns = 1 + rnd(4)
		if rnd(3) == 0: c.add_theme_constant_override("h_separation", rnd(12))
		if rnd(3) == 0: c.add_theme_constant_override("v_separation", rnd(12))
	if c is MarginContainer:
		for s in ["margin_left", "margin_top", "margin_right", "margin_bottom"]:
			if rnd(2) == 0: c.add_theme_constant_override(s, rnd(20))
	if c is CenterContainer:
		c.use_top_left = rnd(4) == 0
	if c is AspectRatioContainer:
		c.ratio = (1 + rnd(30)) / 10.0
		c.stretch_mode = rnd(4)
		c.alignment_horizontal = rnd(3)
		c.alignment_vertical = rnd(3)
	if c is FlowContainer:
		c.alignment = rnd(3)
		c.last_wrap_alignment = rnd(4)
		c.reverse_fill = rnd(3) == 0
	if c is ScrollContainer:
		c.horizontal_scroll_mode = rnd(5)
		c.vertical_scroll_mode = rnd(5)
	if c is SplitContainer:
		c.split_offset = rnd(100) - 50
		c.collapsed = rnd(5) == 0
		c.dragger_visibility = rnd(3)
	if c is TabContainer:
		c.tabs_visible = rnd(2) == 0
		c.use_hidden_tabs_for_min_size = rnd(2) == 0
		c.tabs_position = rnd(2)
	if depth > 0 and kind < 17:
		for i in rnd(6):
			c.add_child(make(depth - 1))
	return c

func walk(c: Node, indent: String) -> void:
	if c is Control:
		print(indent, c.name, " ", c.get_rect(), " ", c.get_combined_minimum_size(), " ", c.get_global_rect(), "" if c.visible else " hidden")
	for k in c.get_children():
		walk(k, indent + " ")

func all(c: Node, into: Array) -> void:
	for k in c.get_children():
		into.append(k)
		all(k, into)

func _ready() -> void:
	for trial in 9:
		seed_ = 777777 + trial * 7919
		count = 0
		var root := make(3 + rnd(2))
		print("## trial ", trial)
		add_child(root)
		if rnd(2) == 0:
			root.size = Vector2(rnd(500), rnd(400))
		else:
			root.set_anchors_and_offsets_preset(PRESET_FULL_RECT)
		await get_tree().process_frame
		walk(root, "")
		for step in 3:
			var list := []
			all(root, list)
			if list.is_empty():
				break
			var c = list[rnd(list.size())]
			if not c is Control:
				continue
			var what := rnd(8)
			print("# step ", what, " ", c.name)
			match what:
				0: c.visible = not c.visible
				1: c.custom_minimum_size = Vector2(rnd(150), rnd(150))
				2: root.size = Vector2(rnd(700), rnd(500))
				3: c.get_parent().move_child(c, rnd(c.get_parent().get_child_count()))
				4: c.size_flags_horizontal = rnd(16)
				5: c.size = Vector2(rnd(100), rnd(100))
				6: c.get_parent().remove_child(c); c.queue_free()
				7: c.layout_direction = rnd(4)
			await get_tree().process_frame
			walk(root, "")
		root.free()
	get_tree().quit()
