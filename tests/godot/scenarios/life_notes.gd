extends Node
# Every notification below 100 of parent, child and grandchild during a life.

class L extends Node:
	func _notification(what):
		if what < 100 and what != 16 and what != 17:
			print("  ", name if what else "new", " ", what)

func make(label):
	var n = L.new()
	n.name = label
	return n

func _ready():
	var a = make("A")
	var b = make("B")
	var c = make("C")
	print("outside")
	b.add_child(c)
	a.add_child(b)
	print("inside")
	add_child(a)
	print("rename")
	b.name = "B2"
	print("move")
	var d = make("D")
	a.add_child(d)
	a.move_child(d, 0)
	a.move_child(b, 0)
	print("process")
	b.set_process_internal(true)
	await get_tree().process_frame
	await get_tree().process_frame
	b.set_process_internal(false)
	print("pause")
	get_tree().paused = true
	get_tree().paused = false
	print("disable")
	a.process_mode = Node.PROCESS_MODE_DISABLED
	a.process_mode = Node.PROCESS_MODE_ALWAYS
	a.process_mode = Node.PROCESS_MODE_INHERIT
	print("disabled outside")
	remove_child(a)
	a.process_mode = Node.PROCESS_MODE_DISABLED
	add_child(a)
	print("reparent")
	b.reparent(self)
	b.reparent(a)
	print("replace")
	var e = make("E")
	b.replace_by(e)
	print("free")
	b.free()
	a.free()
	print("duplicate")
	var f = make("F")
	f.add_child(make("G"))
	var h = f.duplicate()
	print("free")
	f.free()
	h.free()
	print("pack")
	var k = make("K")
	var m = make("M")
	k.add_child(m)
	m.owner = k
	var p = PackedScene.new()
	p.pack(k)
	k.free()
	print("instantiate")
	var i = p.instantiate()
	print("add")
	add_child(i)
	print("queue")
	i.queue_free()
	get_tree().quit()
