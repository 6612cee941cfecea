extends Node
# request_ready at various moments, and with children.

class Leaf extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)
	func _notification(what):
		if what == NOTIFICATION_POST_ENTER_TREE or what == NOTIFICATION_READY or what == NOTIFICATION_PARENTED or what == NOTIFICATION_UNPARENTED or what == NOTIFICATION_MOVED_IN_PARENT or what == NOTIFICATION_CHILD_ORDER_CHANGED:
			print("  note ", name, " ", what)

class AsksInReady extends Leaf:
	func _ready():
		print("  ready ", name)
		request_ready()
		print("  is ready ", is_node_ready())

class AsksInEnter extends Leaf:
	func _enter_tree():
		print("  enter ", name, " ", is_node_ready())
		request_ready()

func make(cls, label):
	var n = cls.new()
	n.name = label
	return n

func again(n):
	print("again ", n.name)
	remove_child(n)
	add_child(n)

func _ready():
	var a = make(Leaf, "A")
	var a1 = make(Leaf, "A1")
	a.add_child(a1)
	add_child(a)
	a.request_ready()
	again(a)
	a1.request_ready()
	again(a)
	a.propagate_call("request_ready")
	again(a)
	var b = make(AsksInReady, "B")
	add_child(b)
	again(b)
	again(b)
	var c = make(AsksInEnter, "C")
	add_child(c)
	again(c)
	again(c)
	b.ready.connect(func(): print("ready signal of B"), CONNECT_ONE_SHOT)
	again(b)
	move_child(c, 0)
	move_child(c, -1)
	a.reparent(c)
	a.name = "A2"
	get_tree().quit()
