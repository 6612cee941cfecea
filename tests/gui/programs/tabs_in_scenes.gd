# Pages: what scenes say of tabs that come later, and what the pages are told.
extends Control

const SCENE := """[gd_scene format=3]

[node name="Pages" type="TabContainer"]
current_tab = 1
tab_0/title = "eins"
tab_1/title = "zwei"
tab_0/disabled = true
tab_2/hidden = true

[node name="one" type="Control" parent="."]
layout_mode = 2

[node name="two" type="Control" parent="."]
visible = false
layout_mode = 2

[node name="three" type="Control" parent="."]
"""
const TOLD := [10, 13, 27, 31, 40]


class Page extends Control:
	func _notification(what: int) -> void:
		if what in TOLD:
			var pages: TabContainer = get_parent()
			printt(name, what, pages.current_tab, visible, size)


class Pages extends TabContainer:
	func _notification(what: int) -> void:
		if what in TOLD or what in [50, 51]:
			printt("pages", what, current_tab, get_tab_count(), size)


func facts(pages: TabContainer) -> void:
	for index in pages.get_tab_count():
		var page := pages.get_tab_control(index)
		printt(page.name, pages.get_tab_title(index), pages.is_tab_disabled(index),
			pages.is_tab_hidden(index), page.get_meta_list(), page.get_meta("_tab_index"),
			page.visible)
	print(pages.current_tab)


func _ready() -> void:
	var file := FileAccess.open("user://pages.tscn", FileAccess.WRITE)
	file.store_string(SCENE)
	file.close()
	var pages: TabContainer = load("user://pages.tscn").instantiate()
	facts(pages)
	add_child(pages)
	facts(pages)
	await get_tree().process_frame
	facts(pages)
	pages.move_child(pages.get_child(2), 0)
	facts(pages)
	var second := pages.get_child(1)
	pages.remove_child(second)
	print(second.get_meta_list())
	facts(pages)
	var scene := PackedScene.new()
	scene.pack(pages)
	var state := scene.get_state()
	for index in state.get_node_property_count(0):
		printt(state.get_node_property_name(0, index), state.get_node_property_value(0, index))
	second.free()
	pages.free()
	print("--- told")
	pages = Pages.new()
	pages.set("tab_1/title", "zwei")
	pages.current_tab = 1
	print(pages.current_tab)
	for index in 3:
		var page := Page.new()
		page.name = "p%d" % index
		pages.add_child(page)
	print(pages.current_tab)
	pages.tab_changed.connect(func(tab: int) -> void: print("changed ", tab))
	pages.tab_selected.connect(func(tab: int) -> void: print("selected ", tab))
	add_child(pages)
	printt("added", pages.current_tab, pages.get_tab_title(1))
	await get_tree().process_frame
	await get_tree().process_frame
	print("--- a page in the tree")
	var late := Page.new()
	late.name = "late"
	pages.add_child(late)
	print("select")
	pages.current_tab = 3
	await get_tree().process_frame
	pages.set("tab_0/title", "direct")
	print(pages.get_tab_title(0))
	await get_tree().process_frame
	get_tree().quit()
