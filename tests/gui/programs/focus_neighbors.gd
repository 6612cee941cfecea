extends Control
func _ready():
	set_anchors_and_offsets_preset(PRESET_FULL_RECT)
	for seed_ in 12:
		seed(seed_)
		var holder := Control.new()
		holder.size = Vector2(1000, 600)
		add_child(holder)
		var all := []
		var parents := [holder]
		for i in 12:
			var c: Control
			var kind := randi() % 6
			if kind == 0: c = PanelContainer.new()
			else: c = Control.new()
			c.name = "c%d" % i
			c.focus_mode = [FOCUS_ALL, FOCUS_ALL, FOCUS_ALL, FOCUS_CLICK, FOCUS_NONE][randi() % 5]
			c.position = Vector2(randi() % 40 * 10, randi() % 30 * 10)
			c.size = Vector2(randi() % 10 * 10 + 10, randi() % 8 * 10 + 10)
			if randi() % 9 == 0: c.scale = Vector2(1.5, 0.5)
			if randi() % 14 == 0: c.visible = false
			if randi() % 14 == 0: c.top_level = true
			parents[randi() % parents.size()].add_child(c)
			if randi() % 3 == 0: parents.append(c)
			all.append(c)
		await get_tree().process_frame
		for c in all:
			if c.focus_mode != FOCUS_ALL: continue
			var line := "%d %s" % [seed_, c.name]
			for side in 4:
				var n: Control = c.find_valid_focus_neighbor(side)
				line += " " + (str(n.name) if n else "-")
			var n2: Control = c.find_next_valid_focus()
			var n3: Control = c.find_prev_valid_focus()
			line += " next " + (str(n2.name) if n2 else "-") + " prev " + (str(n3.name) if n3 else "-")
			print(line)
		holder.free()
	get_tree().quit()
