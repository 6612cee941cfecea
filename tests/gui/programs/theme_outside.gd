extends Control
# Theme items of controls that are not in the tree, or were.
func red(type: String) -> Theme:
	var t := Theme.new()
	t.set_color("font_color", type, Color.RED)
	t.set_color("odd", type, Color.GREEN)
	t.set_constant("separation", "VBoxContainer", 30)
	return t
func _ready() -> void:
	var b := Button.new()
	b.theme = red("Button")
	print("own theme outside ", b.get_theme_color("font_color"), b.get_theme_color("odd"))
	add_child(b)
	print("inside ", b.get_theme_color("font_color"), b.get_theme_color("odd"))
	remove_child(b)
	b.theme = null
	print("outside again without ", b.get_theme_color("font_color"), b.get_theme_color("odd"))
	add_child(b)
	print("inside ", b.get_theme_color("font_color"), b.get_theme_color("odd"))
	var box := VBoxContainer.new()
	box.theme = red("Label")
	var l := Label.new()
	box.add_child(l)
	print("child outside ", l.get_theme_color("font_color"), l.get_theme_color("odd"))
	for i in 2:
		var c := ColorRect.new()
		c.custom_minimum_size = Vector2(5, 5)
		box.add_child(c)
	print(box.get_minimum_size(), box.get_theme_constant("separation"))
	l.theme_type_variation = "HeaderLarge"
	print(l.get_theme_font_size("font_size"))
	add_child(box)
	print("inside ", l.get_theme_color("font_color"), l.get_theme_color("odd"), l.get_theme_font_size("font_size"))
	print(box.get_minimum_size(), box.get_theme_constant("separation"))
	var l2 := Label.new()
	l2.add_theme_color_override("font_color", Color.BLUE)
	print(l2.get_theme_color("font_color"))
	l2.remove_theme_color_override("font_color")
	print(l2.get_theme_color("font_color"))
	l2.theme_type_variation = "HeaderLarge"
	print(l2.get_theme_font_size("font_size"))
	box.add_child(l2)
	print(l2.get_theme_font_size("font_size"), l2.get_theme_color("font_color"))
	box.theme.set_color("font_color", "Label", Color.BROWN)
	print("changed ", l2.get_theme_color("font_color"))
	await get_tree().process_frame
	print("changed ", l2.get_theme_color("font_color"))
	box.remove_child(l2)
	print("out ", l2.get_theme_color("font_color"))
	add_child(l2)
	print("in ", l2.get_theme_color("font_color"))
	get_tree().quit()
