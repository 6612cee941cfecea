extends Control
class H extends Control:
	func _notification(what):
		match what:
			NOTIFICATION_MOUSE_ENTER: print("    ", name, " ENTER")
			NOTIFICATION_MOUSE_EXIT: print("    ", name, " EXIT")
			NOTIFICATION_MOUSE_ENTER_SELF: print("    ", name, " ENTER_SELF")
			NOTIFICATION_MOUSE_EXIT_SELF: print("    ", name, " EXIT_SELF")
	func _gui_input(e):
		if e is InputEventMouse: print("    ", name, " ", e.as_text().left(30), " at ", e.position.snapped(Vector2(0.01, 0.01)), " g ", e.global_position.snapped(Vector2(0.01, 0.01)))
var list := []
func mk(parent, n):
	var c := H.new(); c.name = n
	c.position = Vector2(randi() % 300, randi() % 200)
	c.size = Vector2(50 + randi() % 200, 50 + randi() % 200)
	c.mouse_filter = [0, 1, 2, 1][randi() % 4]
	if randi() % 6 == 0: c.rotation = randf() * 6
	if randi() % 6 == 0: c.scale = Vector2(0.5 + randf(), 0.5 + randf())
	if randi() % 6 == 0: c.pivot_offset = Vector2(20, 30)
	if randi() % 8 == 0: c.clip_contents = true
	if randi() % 10 == 0: c.top_level = true
	if randi() % 12 == 0: c.visible = false
	if randi() % 9 == 0: c.z_index = 5
	if randi() % 12 == 0: c.mouse_behavior_recursive = 1 + randi() % 2
	if randi() % 12 == 0: c.process_mode = PROCESS_MODE_DISABLED
	parent.add_child(c)
	list.append(c)
	return c
func mv(p, mask = 0):
	var e := InputEventMouseMotion.new(); e.position = p; e.global_position = p; e.button_mask = mask; e.relative = Vector2(3, 4)
	get_viewport().push_input(e)
	var h = get_viewport().gui_get_hovered_control()
	print("  at ", p, " ", h.name if h else "-")
func btn(p, b, down):
	var e := InputEventMouseButton.new(); e.position = p; e.global_position = p; e.button_index = b; e.pressed = down
	get_viewport().push_input(e)
	print("  btn ", b, down, p)
func _ready():
	for s in 10:
		seed(s)
		print("== ", s)
		list.clear()
		var layer := CanvasLayer.new(); layer.layer = randi() % 3 - 1; layer.offset = Vector2(30, 10)
		add_child(layer)
		var n2 := Node2D.new(); n2.position = Vector2(100, 40); n2.rotation = 0.2
		add_child(n2)
		var n := Node.new(); add_child(n)
		var parents = [self, self, layer, n2, n]
		for i in 12:
			var c = mk(parents[randi() % parents.size()], "c%d" % i)
			parents.append(c)
		await get_tree().process_frame
		for i in 14:
			match randi() % 9:
				0: list[randi() % list.size()].visible = randi() % 2 == 0
				1: list[randi() % list.size()].mouse_filter = randi() % 3
				2: list[randi() % list.size()].mouse_behavior_recursive = randi() % 3
				3: list[randi() % list.size()].move_to_front()
				4:
					var p = Vector2(randi() % 500, randi() % 400)
					btn(p, 1 + randi() % 5, true); btn(p, 1 + randi() % 5, false)
				5: list[randi() % list.size()].position += Vector2(20, 10)
				6: list[randi() % list.size()].top_level = randi() % 2 == 0
			mv(Vector2(randi() % 500, randi() % 400))
		for c in list.duplicate(): if c.get_parent() in [self, n, n2, layer]: c.get_parent().remove_child(c); c.queue_free()
		layer.free(); n2.free(); n.free()
		await get_tree().process_frame
	get_tree().quit()
