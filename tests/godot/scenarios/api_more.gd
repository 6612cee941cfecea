extends Node
# Odd corners: set_script state, sibling indices, get_indexed of nodes, notification order, reparent with owners.

class A extends Node:
	func _notification(what):
		if what == 5555:
			print("  A")
	func _enter_tree():
		print("  enter ", name, " ", get_index(), " ", get_path())

class B extends A:
	func _notification(what):
		if what == 5555:
			print("  B")

func make(parent, label, who = null):
	var n = A.new()
	n.name = label
	parent.add_child(n)
	if who:
		n.owner = who
	return n

func _ready():
	var b = B.new()
	b.notification(5555)
	b.notification(5555, true)
	b.free()
	print("reparent keeps owners")
	var x = make(self, "X", self)
	var y = make(self, "Y", self)
	var k = make(x, "K", self)
	var m = make(k, "M", x)
	var o = make(k, "O", k)
	k.reparent(y)
	print(k.owner, " ", m.owner, " ", o.owner == k, " ", k.get_path())
	k.reparent(y)
	k.reparent(x, false)
	print(k.owner == self, " ", k.get_index())
	y.reparent(k)
	print(y.owner == self, " ", get_child_count())
	print("renamed while moving")
	var z = make(self, "K", self)
	k.reparent(self)
	print(z.name, " ", get_child_count(), " ", k.owner == self)
	print("indexed")
	print(get_indexed("process_priority"), " ", get_indexed("name"), " ", get_indexed("owner"), " ", z.get_indexed("owner:name"))
	z.set_indexed("process_priority", 3)
	print(z.process_priority, " ", z.get("owner") == self, " ", z.get("unique_name_in_owner"), " ", z.get("process_mode"))
	z.set("name", "Zed")
	z.set("unique_name_in_owner", true)
	print(z.name, " ", get_node("%Zed") == z, " ", has_node("%Zed/.."), " ", get_node_or_null("%Zed/Nope"))
	z.set("owner", null)
	print(has_node("%Zed"), " ", z.unique_name_in_owner)
	print("methods")
	print(has_method("make"), has_method("queue_free"), has_method("nope"), has_method("ready"), has_signal("ready"), has_method("_ready"), has_method("_process"))
	print(get_method_argument_count("make"), " ", get_method_argument_count("add_child"), " ", get_method_argument_count("nope"))
	print("call ", call("get_child_count"), " ", callv("get_child", [0]) == get_child(0), " ", call("get_child", -1) == get_child(-1))
	print("moves ")
	for i in range(4):
		make(self, "N" + str(i))
	var labels = ""
	move_child(get_node("N3"), 0)
	move_child(get_node("N0"), -1)
	move_child(get_node("N1"), -2)
	for n in get_children():
		labels += ("(gen)" if "@" in str(n.name) else str(n.name)) + " "
	print(labels)
	print("meta and copies")
	z.set_meta("l", [1])
	var c = z.duplicate()
	c.get_meta("l").append(2)
	print(z.get_meta("l"), " ", c.get_meta("l"), " ", c.process_priority, " ", c.unique_name_in_owner)
	c.free()
	get_tree().quit()
