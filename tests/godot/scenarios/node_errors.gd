extends Node
# What the methods of a node refuse, with what words.

func make(label):
	var n = Node.new()
	n.name = label
	return n

func _ready():
	var a = make("A")
	var b = make("B")
	add_child(a)
	a.add_child(b)
	add_child(null)
	add_child(a)
	b.add_child(a)
	b.add_child(self)
	a.add_child(a)
	b.add_child(b)
	remove_child(b)
	remove_child(null)
	a.remove_child(a)
	move_child(b, 0)
	move_child(a, 1)
	move_child(a, 5)
	move_child(a, -2)
	move_child(null, 0)
	print(get_child(3), " ", get_child(-2), " ", a.get_index())
	get_node("Nope")
	get_node("A/Nope/Further")
	get_node("/root/Nope")
	get_node("")
	get_node("%Nope")
	print("owners")
	a.owner = b
	a.owner = a
	b.owner = a
	b.owner = null
	var loose = make("Loose")
	loose.owner = self
	print(loose.owner, " ", a.owner)
	print("reparent")
	loose.reparent(a)
	a.reparent(a)
	a.reparent(b)
	a.reparent(self)
	a.reparent(null)
	print(a.get_parent().name if a.get_parent() else "-", " ", b.get_parent().name)
	print("siblings")
	loose.add_sibling(make("S"))
	a.add_sibling(null)
	a.add_sibling(a)
	a.add_sibling(b)
	print(get_child_count())
	print("outside")
	print(loose.get_path(), "|", loose.get_tree(), "|", loose.get_index(), "|", loose.get_viewport(), "|", loose.get_window(), "|", loose.can_process(), "|", loose.get_parent())
	print(loose.get_node_or_null("/root/Main"), " ", loose.get_node("X"), " ", loose.get_process_delta_time())
	print(loose.get_path_to(a), "|", loose.is_ancestor_of(a), "|", loose.is_inside_tree(), "|", loose.get_tree_string())
	loose.replace_by(a)
	a.replace_by(b)
	print("processing")
	loose.set_process(true)
	loose.process_priority = -3
	print(loose.is_processing(), " ", loose.process_priority)
	print("groups")
	loose.add_to_group("")
	loose.remove_from_group("")
	print(loose.is_in_group(""))
	print("signals")
	print(loose.connect("nope", queue_free), loose.emit_signal("nope"), loose.has_signal("nope"))
	loose.disconnect("ready", queue_free)
	loose.disconnect("nope", queue_free)
	print(loose.is_connected("nope", queue_free))
	print(loose.connect("ready", Callable()), loose.connect("ready", Callable(loose, "nope")))
	print("freeing")
	loose.queue_free()
	loose.queue_free()
	await get_tree().process_frame
	await get_tree().process_frame
	print(is_instance_valid(loose))
	get_tree().quit()
