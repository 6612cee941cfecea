extends Node
# propagate_call and propagate_notification: order, arguments, frees and moves on the way.

class L extends Node:
	var mode = ""
	func visit(x = 0):
		print("  ", name, " ", x)
		if mode == "free":
			queue_free()
		if mode == "add":
			mode = ""
			var k = L.new()
			k.name = "Added"
			add_child(k)
			print("    added ", k.get_parent() != null)
		if mode == "sibling":
			var k = L.new()
			get_parent().add_child(k)
			print("    sibling ", k.get_parent() != null)
			k.free()
		if mode == "remove":
			get_parent().remove_child(self)
			print("    removed ", get_parent() == null)
	func _notification(what):
		if what == 9100:
			print("  note ", name)
			if mode == "remove":
				get_parent().remove_child(self)
				print("    removed ", get_parent() == null)
	func two(a, b):
		print("  two ", name, " ", a, b)

func make(parent, label, mode = ""):
	var n = L.new()
	n.name = label
	n.mode = mode
	parent.add_child(n)
	return n

func _ready():
	var a = make(self, "A")
	var b = make(a, "B", "add")
	var c = make(b, "C", "sibling")
	var d = make(a, "D", "remove")
	var e = make(a, "E", "free")
	var f = make(a, "F")
	print("children first")
	a.propagate_call("visit")
	print("parent first")
	a.propagate_call("visit", [1], true)
	print("notification")
	a.propagate_notification(9100)
	print("arguments")
	a.propagate_call("two", [1, 2], true)
	a.propagate_call("nope")
	a.move_child(f, 0)
	print("moved")
	a.propagate_call("visit", [2])
	a.propagate_notification(9100)
	print("property setters")
	a.propagate_call("set_process", [true])
	print("  ", f.is_processing(), d.is_processing())
	a.propagate_call("set", ["mode", ""])
	a.propagate_call("add_to_group", ["g"])
	print("  ", get_tree().get_node_count_in_group("g"))
	remove_child(a)
	a.propagate_call("visit", [3], true)
	print("  ", get_tree().get_node_count_in_group("g"))
	a.free()
	get_tree().quit()
