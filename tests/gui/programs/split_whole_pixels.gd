extends Control
# Split containers place their children on whole pixels.
func _ready() -> void:
	for T in [HSplitContainer, VSplitContainer]:
		for rtl in [false, true]:
			for n in 4:
				for flags in [1, 3]:
					var s: SplitContainer = T.new()
					s.layout_direction = 3 if rtl else 2
					for i in n:
						var c := ColorRect.new()
						c.custom_minimum_size = Vector2(10.3 + i, 11.7 + i)
						c.size_flags_horizontal = flags
						c.size_flags_vertical = flags
						c.size_flags_stretch_ratio = 1.3 + i
						s.add_child(c)
					add_child(s)
					s.size = Vector2(200.6, 150.7)
					await get_tree().process_frame
					var t := "%s %s %s %s %s" % [s.get_class(), rtl, n, s.get_minimum_size(), s.size]
					for c in s.get_children():
						t += " %s" % c.get_rect()
					s.split_offset = 20
					await get_tree().process_frame
					for c in s.get_children():
						t += " %s" % c.get_rect()
					print(t)
					s.free()
	get_tree().quit()
