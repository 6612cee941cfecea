extends Node
# replace_by with owned, unique, grouped and internal children.

class Leaf extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)
	func _exit_tree():
		print("  exit ", name)

func make(label):
	var n = Leaf.new()
	n.name = label
	return n

func show(n):
	print("  ", n.name, " index ", n.get_index(), " owner ", n.owner.name if n.owner else "-", " groups ", n.get_groups())

func _ready():
	var first = make("First")
	add_child(first)
	var a = make("A")
	add_child(a)
	a.owner = self
	a.add_to_group("g")
	a.unique_name_in_owner = true
	var last = make("Last")
	add_child(last)
	var k = make("K")
	a.add_child(k)
	k.owner = a
	k.unique_name_in_owner = true
	var m = make("M")
	a.add_child(m)
	m.owner = self
	var i = make("I")
	a.add_child(i, false, INTERNAL_MODE_FRONT)
	var j = make("J")
	k.add_child(j)
	j.owner = self
	var b = make("B")
	b.add_child(make("Own"))
	a.replacing_by.connect(func(n): print("  replacing_by ", n.name, " ", n.get_parent() != null, " ", n.get_child_count()))
	print("replace")
	a.replace_by(b, true)
	for n in get_children():
		show(n)
	for n in b.get_children(true):
		show(n)
	show(j)
	print(a.get_parent(), " ", a.get_child_count(true), " ", a.owner)
	print(get_node_or_null("%A"), " ", b.get_node_or_null("%K") != null, " ", b.is_unique_name_in_owner())
	print(b.name, " ", a.is_in_group("g"), " ", b.is_in_group("g"))
	print(is_instance_valid(i), " ", i.get_parent(), " ", i.owner)
	i.free()
	print("without a parent")
	var c = make("C")
	var c1 = make("C1")
	c.add_child(c1)
	var d = make("D")
	c.replace_by(d)
	print(d.get_child_count(), " ", c.get_child_count(), " ", c1.get_parent().name)
	print("once more")
	var e = make("Fresh")
	last.replace_by(e)
	print(get_child_count())
	get_tree().quit()
