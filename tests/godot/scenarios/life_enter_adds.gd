extends Node
# Nodes that are added, removed and freed by callbacks of the walk into the tree.

class Leaf extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name, " ", get_index())
	func _exit_tree():
		print("  exit ", name)

class AddsInEnter extends Leaf:
	func _enter_tree():
		print("  enter ", name, " adding")
		var k = Leaf.new()
		k.name = "K"
		add_child(k)
		print("  added K ready=", k.is_node_ready(), " inside=", k.is_inside_tree())

class AddsInReady extends Leaf:
	func _ready():
		print("  ready ", name, " adding")
		var k = Leaf.new()
		k.name = "K"
		add_child(k)
		print("  added K ready=", k.is_node_ready())
		var s = Leaf.new()
		s.name = "S"
		add_sibling(s)
		print("  sibling parent ", s.get_parent())
		if s.get_parent() == null:
			s.free()

class QueuesInExit extends Leaf:
	func _exit_tree():
		print("  exit ", name, " queueing")
		queue_free()

class RemovesChildInReady extends Leaf:
	func _ready():
		print("  ready ", name)
		var k = get_child(0)
		remove_child(k)
		add_child(k)
		print("  again ", k.is_node_ready(), " ", k.is_inside_tree())
		remove_child(k)
		k.request_ready()
		add_child(k)

func make(cls, label):
	var n = cls.new()
	n.name = label
	return n

func _ready():
	var box = Node.new()
	box.name = "Box"
	add_child(box)
	print("adds in enter")
	var a = make(AddsInEnter, "A")
	a.add_child(make(Leaf, "A1"))
	box.add_child(a)
	print(a.get_child_count())
	print("adds in ready")
	var b = make(AddsInReady, "B")
	b.add_child(make(Leaf, "B1"))
	box.add_child(b)
	print("sub tree with adds in ready")
	var outer = make(Leaf, "Outer")
	outer.add_child(make(AddsInReady, "B"))
	outer.add_child(make(Leaf, "After"))
	box.add_child(outer)
	print("queue in exit")
	var c = make(QueuesInExit, "C")
	c.add_child(make(Leaf, "C1"))
	box.add_child(c)
	box.remove_child(c)
	print("queued ", c.is_queued_for_deletion())
	box.add_child(c)
	await get_tree().process_frame
	print("after frame ", is_instance_valid(c))
	await get_tree().process_frame
	print("after frame ", is_instance_valid(c), " ", box.get_child_count())
	var d = make(RemovesChildInReady, "D")
	d.add_child(make(Leaf, "D1"))
	box.add_child(d)
	print("free box")
	box.free()
	get_tree().quit()
