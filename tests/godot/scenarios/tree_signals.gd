extends Node
# The tree's own signals among callbacks: node_added, node_removed, node_renamed, tree_changed.

class L extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)
	func _exit_tree():
		print("  exit ", name)

func make(label):
	var n = L.new()
	n.name = label
	return n

func added(n):
	print("  node_added ", n.name, " ready ", n.is_node_ready(), " kids ", n.get_child_count())

func removed(n):
	print("  node_removed ", n.name, " inside ", n.is_inside_tree(), " parent ", n.get_parent().name)

func renamed_node(n):
	print("  node_renamed ", n.name)

func changed():
	print("  tree_changed ", get_tree().get_node_count() if is_inside_tree() else -1)

func order(n):
	print("  child_order_changed ", n.name)

func _ready():
	var t = get_tree()
	t.node_added.connect(added)
	t.node_removed.connect(removed)
	t.node_renamed.connect(renamed_node)
	t.tree_changed.connect(changed)
	child_order_changed.connect(order.bind(self))
	var a = make("A")
	a.child_order_changed.connect(order.bind(a))
	var b = make("B")
	var c = make("C")
	a.add_child(b)
	print("add A")
	add_child(a)
	print("add C")
	a.add_child(c)
	print("move C")
	a.move_child(c, 0)
	print("move C to where it is")
	a.move_child(c, 0)
	print("rename")
	c.name = "C2"
	print("rename to the same")
	c.name = "C2"
	print("reparent")
	c.reparent(b)
	print("sibling")
	var d = make("D")
	b.add_sibling(d)
	print("owner and groups")
	d.owner = self
	d.add_to_group("g")
	d.process_priority = 3
	d.process_mode = Node.PROCESS_MODE_DISABLED
	d.set_process(true)
	print("raise")
	a.move_child(d, 0)
	print("replace")
	var e = make("E")
	b.replace_by(e)
	b.free()
	print("queue_free")
	e.queue_free()
	await t.process_frame
	await t.process_frame
	print("remove A")
	remove_child(a)
	print("rename outside")
	a.name = "A2"
	a.free()
	print("duplicate")
	var f = make("F")
	f.add_child(make("G"))
	var h = f.duplicate()
	f.free()
	h.free()
	t.quit()
