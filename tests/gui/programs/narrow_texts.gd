extends Control
# Labels that wrap in hardly any width, or none.
func _ready() -> void:
	for mode in 4:
		for w in [0, 1, 5, 12, 40]:
			var r := RichTextLabel.new()
			r.text = "rich text words"
			r.fit_content = true
			r.autowrap_mode = mode
			r.custom_minimum_size.x = w
			add_child(r)
			var a := r.get_combined_minimum_size()
			await get_tree().process_frame
			print(mode, " ", w, " ", a, r.get_combined_minimum_size(), r.size, r.get_line_count(), " ", r.get_content_height())
			r.size = Vector2(w, 0)
			await get_tree().process_frame
			print(r.get_combined_minimum_size(), r.size, r.get_line_count(), " ", r.get_content_height())
			var l := Label.new()
			l.text = "rich text words"
			l.autowrap_mode = mode
			l.custom_minimum_size.x = w
			add_child(l)
			await get_tree().process_frame
			print("  label ", l.get_combined_minimum_size(), l.size, l.get_line_count())
	get_tree().quit()
