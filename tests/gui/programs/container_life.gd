extends Control
# Notifications and signals of a container and its child, from new to freed.
class Spy extends VBoxContainer:
	func _notification(what: int) -> void:
		var names := {10: "ENTER_TREE", 11: "EXIT_TREE", 12: "MOVED", 13: "READY", 18: "PARENTED", 19: "UNPARENTED", 24: "CHILD_ORDER", 27: "POST_ENTER", 30: "DRAW", 31: "VISIBILITY", 32: "ENTER_CANVAS", 33: "EXIT_CANVAS", 35: "LOCAL_TRANSFORM", 36: "WORLD_2D", 40: "RESIZED", 45: "THEME", 49: "LAYOUT_DIR", 50: "PRE_SORT", 51: "SORT", 2000: "TRANSFORM", 2010: "TRANSLATION", 1: "PREDELETE", 0: "POSTINIT"}
		print("  ", name, " ", names.get(what, what))
func mk(n: String) -> Spy:
	print("new ", n)
	var s := Spy.new()
	s.name = n
	for sg in ["draw", "visibility_changed", "hidden", "item_rect_changed", "resized", "minimum_size_changed", "theme_changed", "size_flags_changed", "sort_children", "tree_entered", "ready", "tree_exiting", "tree_exited", "child_entered_tree", "child_exiting_tree", "child_order_changed", "renamed"]:
		var c := func(_a = null): print("  ", s.name, " :", sg)
		s.connect(sg, c)
	return s
func _ready() -> void:
	var a := mk("a")
	var b := mk("b")
	a.add_child(b)
	print("add a")
	add_child(a)
	print("frame")
	await get_tree().process_frame
	print("hide b")
	b.hide()
	await get_tree().process_frame
	print("show b, hide a, show a")
	b.show()
	a.hide()
	a.show()
	await get_tree().process_frame
	print("set size")
	a.size = Vector2(100, 100)
	await get_tree().process_frame
	print("min size b")
	b.custom_minimum_size = Vector2(200, 20)
	await get_tree().process_frame
	print("flags")
	b.size_flags_horizontal = SIZE_SHRINK_END
	await get_tree().process_frame
	print("theme override")
	b.add_theme_constant_override("separation", 8)
	await get_tree().process_frame
	print("theme")
	a.theme = Theme.new()
	await get_tree().process_frame
	print("direction")
	a.layout_direction = LAYOUT_DIRECTION_RTL
	await get_tree().process_frame
	print("rotate")
	a.rotation = 1
	a.scale = Vector2(2, 2)
	await get_tree().process_frame
	print("modulate, z")
	a.modulate = Color.RED
	a.z_index = 2
	await get_tree().process_frame
	print("top level")
	b.top_level = true
	await get_tree().process_frame
	b.top_level = false
	await get_tree().process_frame
	print("reparent")
	b.reparent(self)
	await get_tree().process_frame
	print("move")
	move_child(b, 0)
	b.move_to_front()
	await get_tree().process_frame
	print("rename")
	b.name = "bb"
	print("remove")
	remove_child(b)
	await get_tree().process_frame
	print("free")
	b.free()
	a.queue_free()
	await get_tree().process_frame
	print("quit")
	get_tree().quit()
