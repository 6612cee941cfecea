extends Node
# Handlers of the tree signals that add, remove and free.

class Leaf extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)
	func _exit_tree():
		print("  exit ", name)

var done = false

func make(label):
	var n = Leaf.new()
	n.name = label
	return n

func on_child_entered(node):
	print("  child_entered ", node.name, " in ", node.get_parent().name, " ready=", node.is_node_ready())
	if not done:
		done = true
		var extra = make("Extra")
		node.get_parent().add_child(extra)

func on_exiting(node):
	print("  exiting ", node.name, " inside=", node.is_inside_tree(), " parent=", node.get_parent() != null)
	var k = make("Late")
	node.add_child(k)
	print("  Late inside=", k.is_inside_tree(), " parent=", k.get_parent() != null)

func on_exited_add(node, box):
	print("  exited ", node.name, " parent=", node.get_parent())
	box.add_child(node)
	print("  back inside=", node.is_inside_tree())

func on_ready_free(node):
	print("  ready signal ", node.name)
	node.queue_free()
	print("  queued ", node.is_queued_for_deletion())

func on_order():
	print("  order changed")

func _ready():
	var box = make("Box")
	add_child(box)
	box.child_order_changed.connect(on_order)
	print("child_entered_tree adds")
	box.child_entered_tree.connect(on_child_entered)
	box.add_child(make("A"))
	print(box.get_child_count(), " ", box.get_child(0).name)
	box.child_entered_tree.disconnect(on_child_entered)
	print("tree_exiting adds")
	var c = make("C")
	c.add_child(make("C1"))
	c.tree_exiting.connect(on_exiting.bind(c))
	box.add_child(c)
	box.remove_child(c)
	print("children of C ", c.get_child_count(), " ", c.is_inside_tree())
	for k in c.get_children():
		print("  ", k.name, " ", k.is_inside_tree())
	c.free()
	print("tree_exited adds again")
	var d = make("D")
	box.add_child(d)
	d.tree_exited.connect(on_exited_add.bind(d, box), CONNECT_ONE_SHOT)
	box.remove_child(d)
	print("D inside ", d.is_inside_tree())
	print("ready frees")
	var e = make("E")
	e.ready.connect(on_ready_free.bind(e))
	box.add_child(e)
	await get_tree().process_frame
	await get_tree().process_frame
	print("E ", is_instance_valid(e))
	get_tree().quit()
