extends Control
# Pages of a tab container that enters the tree shown or hidden.
func tell(where: String, t: Node):
	var s := where
	for k in t.get_children():
		s += " %s %s %s %s" % [k.name, k.visible, k.size, k.get_combined_minimum_size()]
	print(s, " / ", t.size, t.get_combined_minimum_size(), " ", t.current_tab)
func _ready() -> void:
	for shown in [true, false]:
		var h := HBoxContainer.new()
		h.visible = shown
		var t := TabContainer.new()
		t.tabs_visible = false
		for i in 3:
			var c := ColorRect.new()
			c.name = "p%d" % i
			c.custom_minimum_size = Vector2(20 + i, 17 + i)
			t.add_child(c)
		tell("outside", t)
		h.add_child(t)
		tell("in box", t)
		add_child(h)
		tell("inside", t)
		print(h.size)
		await get_tree().process_frame
		tell("later", t)
		print(h.size)
		var late := ColorRect.new()
		late.name = "late"
		late.custom_minimum_size = Vector2(90, 90)
		t.add_child(late)
		tell("late", t)
		t.current_tab = 3
		tell("late cur", t)
		print(h.size)
		await get_tree().process_frame
		tell("later", t)
		print(h.size)
	get_tree().quit()
