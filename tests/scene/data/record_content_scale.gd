extends SceneTree
func _initialize():
	await process_frame
	var rows := []
	for size in [Vector2i(800,600), Vector2i(301, 777), Vector2i(1000, 300)]:
		root.size = size
		for cs in [Vector2i(400,300), Vector2i(1152,648), Vector2i(100, 333)]:
			root.content_scale_size = cs
			for mode in [1, 2]:
				root.content_scale_mode = mode
				for aspect in 5:
					root.content_scale_aspect = aspect
					for stretch in 2:
						root.content_scale_stretch = stretch
						var f := 1.5 if aspect == 1 else 1.0
						root.content_scale_factor = f
						var t := root.get_final_transform()
						var r := root.get_visible_rect().size
						rows.append([size.x, size.y, cs.x, cs.y, mode, aspect, stretch, f, r.x, r.y, t.x.x, t.y.y, t.origin.x, t.origin.y, root.get_oversampling()])
	print(JSON.stringify(rows, "", true, true))
	quit()
