extends Node
# Internal children: order of entering, indices, moves, errors.

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

func labels(list):
	var s = ""
	for n in list:
		s += str(n.name) + " "
	return s

func _ready():
	var box = make("Box")
	box.add_child(make("A"))
	box.add_child(make("Back"), false, INTERNAL_MODE_BACK)
	box.add_child(make("Front"), false, INTERNAL_MODE_FRONT)
	box.add_child(make("B"))
	box.add_child(make("Front2"), false, INTERNAL_MODE_FRONT)
	box.add_child(make("Back2"), false, INTERNAL_MODE_BACK)
	box.add_child(make("C"))
	add_child(box)
	print(labels(box.get_children()), "| ", labels(box.get_children(true)))
	for n in box.get_children(true):
		print(n.name, " ", n.get_index(true), " ", n.get_index(false))
	print(box.get_child(0).name, " ", box.get_child(-1).name, " ", box.get_child(0, true).name, " ", box.get_child(-1, true).name)
	print(box.get_child(3), " ", box.get_child(-4), " ", box.get_child(7, true))
	print(box.get_child_count(), " ", box.get_child_count(true))
	box.move_child(box.get_node("Front2"), 0)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("A"), -1)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("C"), 0)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("C"), 3)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("C"), 4)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("C"), -3)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("C"), -4)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("C"), -5)
	box.move_child(box.get_node("Back"), 1)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("Back"), -2)
	print(labels(box.get_children(true)))
	box.move_child(box.get_node("Front"), 2)
	print(labels(box.get_children(true)))
	box.get_node("B").add_sibling(make("Sib"))
	print(labels(box.get_children(true)))
	box.get_node("Front").add_sibling(make("FSib"))
	print(labels(box.get_children(true)))
	print(labels(box.get_children()), box.get_node("FSib").get_index(true))
	print(box.get_tree_string())
	print(box.find_child("F*", true, false))
	print(labels(box.find_children("*", "", true, false)))
	print("again")
	remove_child(box)
	add_child(box)
	print("duplicate")
	var copy = box.duplicate()
	print(labels(copy.get_children()), "| ", labels(copy.get_children(true)))
	copy.free()
	print("replace")
	var other = make("Other")
	box.replace_by(other)
	print(labels(other.get_children()), "| ", labels(other.get_children(true)))
	get_tree().quit()
