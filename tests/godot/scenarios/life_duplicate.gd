extends Node
# What duplicate copies: groups, connections, internals, owners, queued state, process settings.

signal ping

class Leaf extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)
	func heard():
		print("  heard ", name)

func make(label):
	var n = Leaf.new()
	n.name = label
	return n

func _ready():
	var a = make("A")
	var b = make("B")
	var c = make("C")
	a.add_child(b)
	b.add_child(c)
	a.add_child(make("In"), false, INTERNAL_MODE_BACK)
	add_child(a)
	a.add_to_group("plain")
	a.add_to_group("kept", true)
	a.set_process(true)
	a.process_priority = 5
	a.process_mode = Node.PROCESS_MODE_ALWAYS
	a.set_meta("m", [1, 2])
	c.owner = a
	ping.connect(a.heard)
	ping.connect(b.heard, CONNECT_PERSIST)
	b.renamed.connect(c.heard, CONNECT_PERSIST)
	b.renamed.connect(a.heard)
	a.queue_free()
	print("copy")
	var d = a.duplicate()
	print(d.name, " ", d.get_child_count(), " ", d.get_child_count(true), " ", d.get_groups(), " ", d.is_processing(), " ", d.process_priority, " ", d.process_mode, " ", d.get_meta("m"))
	print(d.is_queued_for_deletion(), " ", d.is_node_ready(), " ", d.is_inside_tree(), " ", d.get_node("B/C").owner == d)
	print(d.get_node("B").renamed.has_connections(), " ", ping.has_connections())
	d.name = "Copy"
	add_child(d)
	print("emit")
	ping.emit()
	print("rename")
	d.get_node("B").name = "B2"
	print("no flags")
	var e = a.duplicate(0)
	print(e.name, " ", e.get_groups(), " ", e.get_child_count(), " ", e.get_meta("m"))
	e.free()
	get_tree().quit()
