# Properties with numbers: listed, stored in scenes, read from them.
extends Control

var ids := RegEx.create_from_string("( unique_id=[0-9]+)|(2D_[a-z0-9]+)")


func list(object: Node, prefix: String) -> void:
	print("== ", object.get_class())
	for entry in object.get_property_list():
		if entry.name.begins_with(prefix):
			print(entry.name, " ", entry.type, " ", entry.hint, " '", entry.hint_string, "' ",
				entry.usage, " '", entry.class_name, "' ", "icon" if entry.type == TYPE_OBJECT else
				[object.get(entry.name), object.property_get_revert(entry.name)],
				object.property_can_revert(entry.name))
		elif entry.name in ["item_count", "tab_count"]:
			print(entry)


func stored(object: Node) -> Node:
	var scene := PackedScene.new()
	scene.pack(object)
	ResourceSaver.save(scene, "user://numbered.tscn")
	print(ids.sub(FileAccess.get_file_as_string("user://numbered.tscn"), "", true))
	return scene.instantiate()


func shown(menu: Node) -> void:
	for index in menu.item_count:
		var holder: Variant = menu.get_popup() if menu is MenuButton else menu
		printt(index, holder.get_item_text(index), holder.get_item_id(index),
			holder.is_item_disabled(index), holder.is_item_separator(index))


func _ready() -> void:
	var picture := PlaceholderTexture2D.new()
	var items := ItemList.new()
	items.name = "Items"
	items.add_item("one")
	items.add_item("", picture)
	items.add_item("three", null, false)
	items.set_item_disabled(1, true)
	items.set_item_tooltip(0, "not stored")
	items.add_item("")
	list(items, "item_")
	var again: Node = stored(items)
	print(again.item_count, again.get_item_text(2), again.is_item_selectable(2))
	var bar := TabBar.new()
	bar.name = "Bar"
	bar.add_tab("a")
	bar.add_tab("b", picture)
	bar.add_tab("")
	bar.set_tab_disabled(1, true)
	bar.set_tab_tooltip(0, "tip")
	bar.set_tab_hidden(2, true)
	bar.current_tab = 0
	list(bar, "tab_0")
	list(bar, "tab_1")
	again = stored(bar)
	print(again.tab_count, again.get_tab_title(1), again.is_tab_disabled(1))
	var menu := PopupMenu.new()
	menu.name = "Menu"
	menu.add_item("a", 5)
	menu.add_check_item("b")
	menu.add_radio_check_item("c")
	menu.add_separator("s")
	menu.add_icon_item(picture, "i")
	menu.set_item_checked(1, true)
	menu.set_item_disabled(0, true)
	menu.add_item("")
	list(menu, "item_")
	shown(stored(menu))
	var option := OptionButton.new()
	option.name = "Option"
	option.add_item("a")
	option.add_icon_item(picture, "b", 7)
	option.add_separator("s")
	option.add_item("d")
	option.set_item_disabled(3, true)
	list(option, "popup/")
	shown(stored(option))
	option.select(3)
	again = stored(option)
	print(again.selected, again.text)
	again = option.duplicate()
	print(again.selected, again.text, again.item_count)
	var button := MenuButton.new()
	button.name = "Button"
	button.get_popup().add_item("a")
	button.get_popup().add_check_item("x", 3)
	button.get_popup().add_separator()
	list(button, "popup/")
	shown(stored(button))
	print(items.get("item_9/text"), items.get("item_0/nothing"), items.property_can_revert("item_9/text"))
	get_tree().quit()
