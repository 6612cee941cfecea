extends Control
# The room of a tab bar and the minimum size around it, outside of the tree and inside.
func _ready() -> void:
	for inside in [false, true]:
		for n in 3:
			for clip in [true]:
				for al in 3:
					for pop in [false, true]:
						for pos in 2:
							var t := TabContainer.new()
							for i in n:
								var c := ColorRect.new()
								c.name = "p%d" % i
								c.custom_minimum_size = Vector2(3, 10)
								t.add_child(c)
							t.clip_tabs = clip
							t.tab_alignment = al
							t.tabs_position = pos
							var p := PopupMenu.new()
							if pop: t.set_popup(p)
							if inside: add_child(t)
							var s := "%s %s %s %s %s %s:" % [inside, n, clip, al, pop, pos]
							s += " %s %s %s" % [t.get_minimum_size(), t.size, t.get_tab_bar().get_minimum_size()]
							if inside:
								await get_tree().process_frame
								s += " | %s %s %s %s" % [t.get_minimum_size(), t.size, t.get_tab_bar().get_rect(), t.get_child(0).get_rect() if n else ""]
								t.hide()
								t.size = Vector2(300, 200)
								await get_tree().process_frame
								s += " | %s %s" % [t.get_tab_bar().get_rect(), t.get_child(0).get_rect() if n else ""]
								t.show()
								await get_tree().process_frame
								s += " | %s %s" % [t.get_tab_bar().get_rect(), t.get_child(0).get_rect() if n else ""]
							print(s)
							t.free()
							p.free()
	get_tree().quit()
