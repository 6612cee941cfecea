extends Control
# Which items are drawn again when their children change.
func _ready() -> void:
	for T in [Control, VBoxContainer, Node2D, ColorRect, CenterContainer]:
		for K in [Control, Node, Node2D]:
			var x = T.new()
			add_child(x)
			await get_tree().process_frame
			await get_tree().process_frame
			x.draw.connect(func(): print("  draw"))
			print(x.get_class(), " ", [Control, Node, Node2D].find(K))
			var a = K.new()
			var b = K.new()
			print("add")
			x.add_child(a)
			await get_tree().process_frame
			print("add 2")
			x.add_child(b)
			await get_tree().process_frame
			print("move")
			x.move_child(b, 0)
			await get_tree().process_frame
			print("rename")
			b.name = "q"
			await get_tree().process_frame
			print("remove")
			x.remove_child(b)
			await get_tree().process_frame
			print("free")
			a.free()
			await get_tree().process_frame
			print("add internal")
			x.add_child(b, false, INTERNAL_MODE_FRONT)
			await get_tree().process_frame
			b.queue_free()
			await get_tree().process_frame
			await get_tree().process_frame
			x.free()
	get_tree().quit()
