extends Node
# Unique names after reparenting, renaming, duplicating, removing, and clashes.

func make(label):
	var n = Node.new()
	n.name = label
	return n

func put(parent, label, who, unique):
	var n = make(label)
	parent.add_child(n)
	if who:
		n.owner = who
	n.unique_name_in_owner = unique
	return n

func found(from_node, path):
	var n = from_node.get_node_or_null(path)
	return str(n.get_path()) if n else "-"

func _ready():
	var box = put(self, "Box", self, false)
	var a = put(box, "A", self, true)
	var b = put(box, "B", self, false)
	var deep = put(a, "Deep", self, true)
	print(found(self, "%A"), " ", found(b, "%A"), " ", found(box, "%Deep"), " ", found(deep, "%A"))
	print(found(self, "%A/Deep"), " ", found(self, "Box/%A"), " ", found(b, "../%Deep"), " ", found(self, "%B"))
	print("rename")
	a.name = "A2"
	print(found(self, "%A"), " ", found(self, "%A2"))
	print("clash")
	b.name = "A2"
	print(b.name)
	var c = put(self, "A2", self, true)
	print(c.unique_name_in_owner, " ", found(self, "%A2"))
	print("move")
	a.reparent(self)
	a.name = "Moved"
	print(a.name, " ", a.owner.name, " ", found(self, "%A2"), " ", found(self, "%Deep"))
	print("remove")
	remove_child(c)
	print(c.owner, " ", c.unique_name_in_owner)
	self.remove_child(a)
	print(a.owner, " ", found(self, "%Deep"), " ", a.unique_name_in_owner, " ", deep.owner)
	add_child(a)
	print(found(self, "%Deep"), " ", deep.owner)
	a.owner = self
	deep.owner = self
	print(found(self, "%Deep"), " ", found(self, "%" + str(a.name)))
	print("duplicate")
	var copy = a.duplicate()
	print(copy.unique_name_in_owner, " ", copy.owner, " ", copy.get_child(0).unique_name_in_owner, " ", copy.get_child(0).owner)
	copy.name = "Copy"
	add_child(copy)
	print(found(copy, "%Deep"), " ", found(self, "%Deep"))
	print("off")
	deep.unique_name_in_owner = false
	print(found(self, "%Deep"))
	deep.unique_name_in_owner = true
	print(found(self, "%Deep"))
	deep.owner = null
	print(found(self, "%Deep"), " ", deep.unique_name_in_owner)
	deep.owner = a
	print(found(self, "%Deep"), " ", found(a, "%Deep"), " ", found(deep, "%Deep"), " ", found(box, "%Deep"))
	print(get_path_to(deep), " ", get_path_to(deep, true), " ", get_path_to(a, true), " ", a.get_path_to(deep, true), " ", b.get_path_to(a, true), " ", b.get_path_to(deep, true), " ", deep.get_path_to(deep, true), " ", deep.get_path_to(self, true), " ", deep.get_path_to(b, true))
	print("free")
	deep.free()
	print(found(a, "%Deep"))
	get_tree().quit()
