extends Control
# What a tab container in a box tells while it enters, and when it is hidden or shown.
func tell(where: String, t: Node):
	var s := where
	for k in t.get_children():
		s += " %s %s %s %s" % [k.name, k.visible, k.size, k.get_combined_minimum_size()]
	print(s, " / ", t.get_rect(), t.get_combined_minimum_size(), " ", t.current_tab)
func _ready() -> void:
	for hid in [true, false]:
		for preset in [0, 1, 3, 15]:
			var f := HFlowContainer.new()
			var h := BoxContainer.new()
			h.custom_minimum_size = Vector2(30, 40)
			f.add_child(h)
			var t := TabContainer.new()
			t.visible = hid
			t.name = "T"
			t.set_anchors_and_offsets_preset(preset)
			for i in 2:
				var c := ColorRect.new()
				c.name = "p%d" % i
				c.custom_minimum_size = Vector2(20 + i, 17 + i)
				t.add_child(c)
			h.add_child(t)
			t.minimum_size_changed.connect(func(): print("min changed ", t.get_combined_minimum_size()))
			t.resized.connect(func(): print("resized ", t.size, t.get_combined_minimum_size(), t.get_child(0).visible))
			h.resized.connect(func(): print("box resized ", t.size, h.size))
			t.visibility_changed.connect(func(): print("tabs ", t.visible))
			t.get_child(0).visibility_changed.connect(func(): print("page ", t.get_child(0).visible))
			tell("before", t)
			add_child(f)
			tell("inside", t)
			f.size = Vector2(300, 200)
			await get_tree().process_frame
			tell("later", t)
			t.visible = not t.visible
			tell("changed", t)
			await get_tree().process_frame
			tell("later", t)
	get_tree().quit()
