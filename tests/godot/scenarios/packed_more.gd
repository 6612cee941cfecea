extends Node
# Packed scenes: exported values, internal children, names taken, nested owners, notifications.

class L extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)

func make(cls, parent, label, who, internal = 0):
	var n = cls.new()
	n.name = label
	parent.add_child(n, false, internal)
	if who:
		n.owner = who
	return n

func _ready():
	var r = Node.new()
	r.name = "R"
	var a = make(Node, r, "A", r)
	var t = make(Timer, a, "T", r)
	t.wait_time = 0.5
	t.one_shot = true
	t.autostart = true
	var i = make(Node, r, "I", r, INTERNAL_MODE_FRONT)
	var b = make(Node, r, "B", r)
	var c = make(Node, b, "C", r)
	var d = make(Node, b, "D", a)
	r.move_child(b, 0)
	c.process_mode = Node.PROCESS_MODE_ALWAYS
	c.set_meta("m", {"k": [1, 2]})
	c.add_to_group("late", true)
	c.add_to_group("early", true)
	c.editor_description = "text"
	r.process_priority = 2
	c.tree_entered.connect(b.queue_free, CONNECT_PERSIST | CONNECT_DEFERRED)
	c.tree_entered.connect(b.set_process.bind(true), CONNECT_PERSIST)
	t.timeout.connect(r.queue_free, CONNECT_PERSIST | CONNECT_ONE_SHOT)
	var p = PackedScene.new()
	print(p.pack(r))
	c.process_mode = Node.PROCESS_MODE_DISABLED
	c.name = "Changed"
	var x = p.instantiate()
	print(x.name, " ", x.process_priority, " ", x.get_child_count(), " ", x.get_child_count(true))
	for k in x.find_children("*", "", true, false):
		print("  ", x.get_path_to(k), " ", k.get_class(), " ", k.owner == x, " ", k.get_groups(), " ", k.process_mode, " ", k.get_meta_list(), " ", k.editor_description)
	print(x.get_node("A/T").wait_time, " ", x.get_node("A/T").one_shot, " ", x.get_node("A/T").autostart, " ", x.get_node("A/T").is_stopped())
	for e in x.get_node("B/C").get_signal_connection_list("tree_entered"):
		print("  ", e["callable"].get_method(), " ", e["flags"], " ", e["callable"].get_bound_arguments(), " ", e["callable"].get_object() == x.get_node("B"))
	for e in x.get_node("A/T").get_signal_connection_list("timeout"):
		print("  ", e["callable"].get_method(), " ", e["flags"])
	var y = p.instantiate()
	print(x.get_node("B/C").get_meta("m") == y.get_node("B/C").get_meta("m"))
	add_child(x)
	print(x.get_node("B").is_processing(), " ", x.get_node("A/T").is_stopped())
	y.name = "R"
	add_child(y, true)
	print(y.name)
	await get_tree().process_frame
	await get_tree().process_frame
	print(x.has_node("B"), " ", y.has_node("B"))
	var s = p.get_state()
	for n in range(s.get_node_count()):
		print("  ", n, " ", s.get_node_name(n), " ", s.get_node_type(n), " ", s.get_node_path(n), " ", s.get_node_groups(n), " ", s.get_node_index(n), " ", s.get_node_property_count(n))
	print(s.get_connection_count())
	for n in range(s.get_connection_count()):
		print("  ", s.get_connection_source(n), " ", s.get_connection_signal(n), " ", s.get_connection_target(n), " ", s.get_connection_method(n), " ", s.get_connection_flags(n), " ", s.get_connection_binds(n), " ", s.get_connection_unbinds(n))
	r.free()
	get_tree().quit()
