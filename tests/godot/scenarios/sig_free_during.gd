extends Node
# Objects that are freed while signals are emitted: listeners, other emitters, queued ones.

class L extends Node:
	signal spoke(x)
	func heard(x = null):
		print("  ", name, " heard ", x)
	func heard_and_free(x, who):
		print("  ", name, " frees ", who.name)
		who.free()
	func emits(x):
		print("  ", name, " emits ", x)
		spoke.emit(x)
		print("  ", name, " emitted")

signal ping(x)

func make(label):
	var n = L.new()
	n.name = label
	add_child(n)
	return n

func off(x, which):
	print("  off ", which.get_object().name)
	ping.disconnect(which)

func on_exit(n):
	print("  exiting ", n.name, " ", ping.is_connected(n.heard))
	ping.emit("from tree_exiting")

func _ready():
	var a = make("A")
	var b = make("B")
	var c = make("C")
	print("frees a later listener")
	ping.connect(a.heard_and_free.bind(b))
	ping.connect(b.heard)
	ping.connect(c.heard)
	ping.emit(1)
	ping.disconnect(a.heard_and_free)
	print("frees itself in a nested signal")
	var d = make("D")
	ping.connect(d.emits)
	d.spoke.connect(c.heard)
	d.spoke.connect(d.queue_free.unbind(1))
	ping.emit(2)
	print(d.is_queued_for_deletion())
	await get_tree().process_frame
	await get_tree().process_frame
	print(is_instance_valid(d))
	ping.emit(3)
	print("emits while leaving")
	var e = make("E")
	ping.connect(e.heard)
	e.tree_exiting.connect(on_exit.bind(e))
	e.free()
	ping.emit(4)
	print("disconnect of a later one")
	var f = make("F")
	ping.disconnect(c.heard)
	ping.connect(off.bind(Callable(f, "heard")))
	ping.connect(f.heard)
	ping.emit(5)
	print(ping.is_connected(f.heard))
	ping.disconnect(off)
	print("deferred to a freed one")
	var g = make("G")
	ping.connect(g.heard, CONNECT_DEFERRED)
	ping.connect(c.heard, CONNECT_DEFERRED)
	ping.emit(7)
	g.free()
	await get_tree().process_frame
	print("queued listener")
	c.queue_free()
	ping.emit(8)
	await get_tree().process_frame
	await get_tree().process_frame
	print(ping.has_connections(), " ", get_incoming_connections())
	print("removed listener")
	var h = make("H")
	ping.connect(h.heard)
	remove_child(h)
	ping.emit(9)
	h.free()
	ping.emit(10)
	print(ping.get_connections())
	get_tree().quit()
