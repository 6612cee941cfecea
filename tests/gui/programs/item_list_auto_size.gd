extends Control
# Automatic sizes of an item list, shown and hidden.
func _ready() -> void:
	for shown in [true, false]:
		for k in 4:
			var h := HBoxContainer.new()
			h.visible = shown
			var l := ItemList.new()
			l.auto_height = k & 1
			l.auto_width = k & 2
			l.add_item("item")
			l.add_item("another item")
			print(shown, k, " ", l.get_combined_minimum_size())
			h.add_child(l)
			add_child(h)
			print(l.get_combined_minimum_size(), l.size)
			await get_tree().process_frame
			print(l.get_combined_minimum_size(), l.size)
			l.add_item("an item that is a little longer")
			print(l.get_combined_minimum_size(), l.size)
			await get_tree().process_frame
			print(l.get_combined_minimum_size(), l.size)
			l.max_columns = 3
			await get_tree().process_frame
			print(l.get_combined_minimum_size(), l.size)
			h.show()
			await get_tree().process_frame
			print(l.get_combined_minimum_size(), l.size)
			await get_tree().process_frame
			print(l.get_combined_minimum_size(), l.size, l.get_v_scroll_bar().visible, l.get_item_rect(1))
			h.hide()
			l.clear()
			print(l.get_combined_minimum_size(), l.size)
			l.force_update_list_size()
			print(l.get_combined_minimum_size(), l.size)
			h.free()
	get_tree().quit()
