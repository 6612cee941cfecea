extends Node
# Packed scenes: changes to them, twice in a frame, with quits; what pack leaves out.

func make(parent, label, who):
	var n = Node.new()
	n.name = label
	parent.add_child(n)
	if who:
		n.owner = who
	return n

func show(n):
	for k in n.find_children("*", "", true, false):
		print("  ", n.get_path_to(k), " owner ", k.owner.name if k.owner else "-", " groups ", k.get_groups(), " prio ", k.process_priority, " unique ", k.unique_name_in_owner)

func _ready():
	var r = Node.new()
	r.name = "R"
	var a = make(r, "A", r)
	var b = make(a, "B", r)
	var c = make(a, "C", null)
	var d = make(c, "D", r)
	var e = make(a, "E", a)
	a.add_to_group("kept", true)
	a.add_to_group("lost")
	b.process_priority = 4
	b.unique_name_in_owner = true
	r.move_child(a, 0)
	b.renamed.connect(a.queue_free, CONNECT_PERSIST)
	b.renamed.connect(a.request_ready)
	var p = PackedScene.new()
	print(p.can_instantiate(), " ", p.instantiate())
	print(p.pack(r), " ", p.can_instantiate())
	var i = p.instantiate()
	print(i.name, " ", i.scene_file_path, " ", i.get_child_count())
	show(i)
	print(i.get_node("%B") == i.get_node("A/B"))
	print(p.pack(a))
	var j = p.instantiate()
	print(j.name)
	show(j)
	print(p.pack(null))
	print(p.can_instantiate())
	i.free()
	j.free()
	r.free()
	get_tree().quit()
