# godot --headless --path DIR -s record_variant_texts.gd: reads DIR/texts.json, a list of texts, and
# prints for each the type of what str_to_var makes of it, and what var_to_str makes of that. What
# is wrong with a text is told by ConfigFile, on standard error.
extends SceneTree


func _init() -> void:
	for text: String in JSON.parse_string(FileAccess.get_file_as_string("res://texts.json")):
		var value: Variant = str_to_var(text)
		print(JSON.stringify([text, typeof(value), var_to_str(value)]))
		printerr("#", JSON.stringify(text))
		ConfigFile.new().parse("a=" + text)
	quit()
