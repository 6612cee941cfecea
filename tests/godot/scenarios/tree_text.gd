extends Node
# Trees as text, counts, orders, with internal children and generated order.

func make(parent, label, internal = 0):
	var n = Node.new()
	n.name = label
	parent.add_child(n, false, internal)
	return n

func _ready():
	var a = make(self, "A")
	var b = make(a, "B")
	make(b, "C")
	make(b, "D")
	make(a, "E")
	make(a, "In", INTERNAL_MODE_FRONT)
	make(a, "Out", INTERNAL_MODE_BACK)
	var f = make(self, "F")
	make(f, "G")
	print_tree()
	print_tree_pretty()
	print(a.get_tree_string())
	print(a.get_tree_string_pretty())
	print(f.get_child(0).get_tree_string_pretty())
	move_child(f, 0)
	print_tree()
	print(get_tree().get_node_count(), " ", get_child_count(), " ", a.get_child_count(true))
	remove_child(a)
	a.print_tree_pretty()
	print(get_tree().get_node_count())
	var t = a.get_node("In")
	print(a.is_ancestor_of(t), " ", t.get_index(true), " ", a.get_path_to(t))
	a.remove_child(t)
	a.add_child(t)
	print(t.get_index(), " ", a.get_child(0).name, " ", a.get_child(-1).name)
	a.move_child(t, 1)
	a.print_tree()
	a.free()
	t = null
	get_tree().root.print_tree()
	print(get_tree().root.get_tree_string_pretty())
	get_tree().quit()
