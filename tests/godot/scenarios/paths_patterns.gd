extends Node
# Empty patterns, types, order of finding, and case.

func put(parent, label, who):
	var n = Timer.new() if label == "Tick" else Node.new()
	n.name = label
	parent.add_child(n)
	if who:
		n.owner = who
	return n

func show(list):
	var s = ""
	for n in list:
		s += str(n.name) + " "
	print("[", s, "]")

func _ready():
	var a = put(self, "A", self)
	var tick = put(a, "Tick", self)
	var b = put(a, "B", null)
	var under = put(b, "Tick", self)
	var aa = put(self, "Tick", self)
	print(find_child(""))
	show(find_children(""))
	show(find_children("", "Timer"))
	show(find_children("", "", true, false))
	show(find_children("*", "Timer"))
	show(find_children("*", "Timer", true, false))
	show(find_children("*", "Timer", false))
	show(find_children("T*", "Node"))
	show(find_children("t*"))
	show(find_children("*i*"))
	show(find_children("???k"))
	show(find_children("Tick", "Object"))
	show(find_children("Tick", "timer"))
	print(find_child("Tick") == tick, " ", find_child("Tick", false) == aa, " ", b.find_child("Tick") == under)
	print(under.find_parent(""), " ", under.find_parent("*") == b, " ", under.find_parent("?") == b)
	print(get_node_or_null(":name") == self, " ", get_node_or_null(":") == self, " ", has_node(":process_mode"))
	print(get_node_and_resource("A:name")[2], " ", get_node_and_resource("Nope:name"))
	print(has_node_and_resource("A:name"), " ", has_node_and_resource("A"))
	print(is_ancestor_of(under), " ", under.is_greater_than(tick), " ", tick.is_greater_than(under), " ", aa.is_greater_than(a), " ", is_greater_than(aa))
	print(get_path_to(under, true), " ", under.get_path_to(tick, true), " ", tick.get_path_to(aa))
	get_tree().quit()
