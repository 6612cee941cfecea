extends Control
func _ready():
	for mode in 3:
		for wrap in 4:
			for rtl in 2:
				var c := HFlowContainer.new()
				c.alignment = mode; c.last_wrap_alignment = wrap
				if rtl: c.layout_direction = LAYOUT_DIRECTION_RTL
				for w in [Vector2(22,34), Vector2(2,34), Vector2(26.5,7), Vector2(4,0)]:
					var k := Control.new(); k.custom_minimum_size = w
					if w.y == 7: k.size_flags_horizontal = SIZE_EXPAND_FILL
					c.add_child(k)
				c.size = Vector2(28, 60)
				add_child(c)
				await get_tree().process_frame
				var s := ""
				for k in c.get_children(): s += " " + str(k.position)
				print(mode, " ", wrap, " ", rtl, " ", s, c.size)
	get_tree().quit()
