extends Control
# Arrow keys through nested scroll containers that follow the focus or do not.
func press(action: String) -> void:
	var e := InputEventAction.new()
	e.action = action
	e.pressed = true
	get_viewport().push_input(e)
	var o := get_viewport().gui_get_focus_owner()
	print(action, " -> ", o.name if o else "none")
func _ready() -> void:
	for follow in [false, true]:
		for hgt in [50, 80]:
			var v := VBoxContainer.new()
			add_child(v)
			var top := Button.new()
			top.name = "top"
			v.add_child(top)
			var outer := ScrollContainer.new()
			outer.custom_minimum_size = Vector2(150, hgt + 30)
			outer.follow_focus = follow
			v.add_child(outer)
			var ov := VBoxContainer.new()
			outer.add_child(ov)
			for k in 2:
				var sc := ScrollContainer.new()
				sc.follow_focus = follow
				sc.custom_minimum_size = Vector2(100, hgt)
				ov.add_child(sc)
				var inner := VBoxContainer.new()
				sc.add_child(inner)
				for i in 4:
					var b := Button.new()
					b.name = "in%d%d" % [k, i]
					b.custom_minimum_size.y = 30
					inner.add_child(b)
			var bot := Button.new()
			bot.name = "bottom"
			v.add_child(bot)
			await get_tree().process_frame
			await get_tree().process_frame
			top.grab_focus()
			print("## ", follow, hgt)
			for i in 12:
				press("ui_down")
				await get_tree().process_frame
				print(outer.scroll_vertical, " ", ov.get_child(0).scroll_vertical, " ", ov.get_child(1).scroll_vertical)
			for i in 12:
				press("ui_up")
				await get_tree().process_frame
				print(outer.scroll_vertical, " ", ov.get_child(0).scroll_vertical, " ", ov.get_child(1).scroll_vertical)
			v.free()
	get_tree().quit()
