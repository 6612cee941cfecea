extends Node
func build() -> Node:
	var root := Part.new()
	root.name = "Root"
	root.n = 2
	root.list = [1, [2], {"k": Vector2.ONE}]
	root.lost = 99
	var a := Part.new()
	a.name = "A"
	a.lost = 77
	root.add_child(a)
	a.owner = root
	a.link = root
	root.link = a
	a.add_to_group("persistent", true)
	a.add_to_group("volatile")
	a.set_meta("m", 4)
	a.unique_name_in_owner = true
	var b := Node.new()
	b.name = "B"
	a.add_child(b)
	b.owner = root
	b.process_mode = Node.PROCESS_MODE_ALWAYS
	var unowned := Node.new()
	unowned.name = "Unowned"
	root.add_child(unowned)
	root.sig.connect(a.on_sig.bind("kept"), CONNECT_PERSIST)
	root.sig.connect(a.on_sig.bind("lost"))
	var r := Resource.new()
	r.resource_name = "res"
	r.set_meta("deep", [1])
	root.res = r
	return root
func _ready() -> void:
	var root := build()
	var packed := PackedScene.new()
	print(packed.pack(root), packed.can_instantiate())
	var copy := packed.instantiate() as Part
	print(copy.get_children().map(func(c): return c.name), copy.n, copy.list, copy.lost, copy.link == copy.get_node("A"), copy.get_node("A").link == copy, copy.get_node("%A").get_meta("m"), copy.get_node("A").get_groups(), copy.res == root.res, is_same(copy.list, root.list))
	copy.sig.emit()
	add_child(copy)
	print(ResourceSaver.save(packed, "user://packed.tscn"))
	var again := (load("user://packed.tscn") as PackedScene).instantiate()
	again.name = "Again"
	print(again.n, again.list, again.link.name, again.get_node("A/B").process_mode, again.res.resource_name, again.res.get_meta("deep"), again.scene_file_path)
	again.sig.emit()
	root.sig.emit()
	var s := packed.get_state()
	for i in s.get_node_count():
		print(s.get_node_name(i), " ", s.get_node_type(i), " ", s.get_node_path(i), " ", s.get_node_groups(i), " ", range(s.get_node_property_count(i)).map(func(p): return s.get_node_property_name(i, p)))
	print(s.get_connection_count(), " ", s.get_connection_method(0), " ", s.get_connection_binds(0), " ", s.get_connection_source(0), " ", s.get_connection_target(0))
	var dup := copy.duplicate()
	print(dup.n, dup.lost, dup.get_child_count(), dup.link.name if dup.link else "-", " ", dup.get_node("A").get_groups())
	for n in [root, again, dup]:
		n.free()
	get_tree().quit()
