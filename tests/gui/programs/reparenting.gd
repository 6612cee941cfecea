extends Control
# Controls and 2D nodes that get another parent, with their place kept or not.
func _ready() -> void:
	for T in [Control, Node2D, ColorRect]:
		for keep in [true, false]:
			var a = Control.new()
			a.position = Vector2(30, 40)
			a.rotation = 0.5
			a.scale = Vector2(2, 3)
			add_child(a)
			var b = T.new()
			b.position = Vector2(7, 8)
			if b is Control:
				b.size = Vector2(10, 10)
				b.item_rect_changed.connect(func(): print("rect ", b.position))
			a.add_child(b)
			print(b.position, b.get_global_transform())
			b.reparent(self, keep)
			print(b.position, b.rotation, b.scale, b.get_global_transform())
			var c = VBoxContainer.new()
			c.position = Vector2(3, 3)
			add_child(c)
			b.reparent(c, keep)
			print(b.position, b.rotation, b.scale, b.get_global_transform())
			await get_tree().process_frame
			print(b.position, b.rotation, b.scale)
			b.reparent(a)
			print(b.position, b.rotation, b.scale, b.get_global_transform())
			a.free()
			c.free()
	get_tree().quit()
