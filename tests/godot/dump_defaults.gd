# godot --headless -s dump_defaults.gd > DEFAULTS
# The default of every property of every class, as text, where it is not that of the class above.
extends SceneTree

func _init() -> void:
	var found := {}
	for cls in ClassDB.get_class_list():
		var own := {}
		for property in ClassDB.class_get_property_list(cls):
			if property.usage & (PROPERTY_USAGE_CATEGORY | PROPERTY_USAGE_GROUP | PROPERTY_USAGE_SUBGROUP):
				continue
			var text := text_of(cls, property.name)
			var above := ClassDB.get_parent_class(cls)
			if text and (not above or text_of(above, property.name) != text):
				own[property.name] = text
		if own:
			found[cls] = own
	print(JSON.stringify(found))
	quit()

func text_of(cls: String, property: String) -> String:
	var value: Variant = ClassDB.class_get_property_default_value(cls, property)
	return "" if value == null or value is Object else var_to_str(value)
