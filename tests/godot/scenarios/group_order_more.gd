extends Node
# Order within groups after moves, reparents and re-adding; deferred calls and frees.

class M extends Node:
	func hit(x = 0):
		print("    ", name, " ", x)
	func free_all():
		print("    ", name, " frees all")
		for n in get_tree().get_nodes_in_group("g"):
			n.queue_free()
	func nested(d):
		print("    ", name, " nested ", d)
		if d > 0:
			get_tree().call_group("g", "nested", d - 1)

func make(parent, label):
	var n = M.new()
	n.name = label
	n.add_to_group("g")
	parent.add_child(n)
	return n

func show(what):
	var s = ""
	for n in get_tree().get_nodes_in_group("g"):
		s += str(n.name) + " "
	print(what, ": ", s)

func _ready():
	var t = get_tree()
	var a = make(self, "A")
	var b = make(self, "B")
	var b1 = make(b, "B1")
	var b2 = make(b, "B2")
	var c = make(self, "C")
	show("plain")
	move_child(c, 0)
	show("C to the front")
	b.move_child(b2, 0)
	show("B2 before B1")
	b1.reparent(a)
	show("B1 under A")
	remove_child(a)
	show("without A")
	add_child(a)
	show("A again")
	var i = M.new()
	i.name = "I"
	i.add_to_group("g")
	add_child(i, false, INTERNAL_MODE_FRONT)
	show("internal")
	i.remove_from_group("g")
	i.add_to_group("g")
	show("re-joined")
	print("nested")
	t.call_group("g", "nested", 1)
	print("deferred with frees")
	t.call_group_flags(SceneTree.GROUP_CALL_DEFERRED | SceneTree.GROUP_CALL_REVERSE, "g", "hit", 1)
	t.call_group_flags(SceneTree.GROUP_CALL_DEFERRED | SceneTree.GROUP_CALL_UNIQUE, "g", "hit", 2)
	c.free()
	remove_child(b)
	await t.process_frame
	await t.process_frame
	add_child(b)
	print("free all")
	b.free_all()
	show("queued")
	t.call_group("g", "hit", 3)
	await t.process_frame
	await t.process_frame
	show("freed")
	print(t.has_group("g"), " ", t.get_nodes_in_group("g"))
	t.quit()
