extends Node
# Names: collisions inside the tree, bad characters, empty ones, renaming signals.

class Leaf extends Node:
	func _notification(what):
		if what == NOTIFICATION_PATH_RENAMED:
			print("  path renamed ", name)

func make(label):
	var n = Leaf.new()
	n.name = label
	return n

func labels(n):
	var s = ""
	for c in n.get_children():
		s += ("(gen)" if "@" in str(c.name) else str(c.name)) + " "
	return s

func on_renamed(n):
	print("  renamed ", n.name)

func _ready():
	var box = make("Box")
	add_child(box)
	var a = make("A")
	var b = make("B")
	box.add_child(a)
	box.add_child(b)
	a.renamed.connect(on_renamed.bind(a))
	b.renamed.connect(on_renamed.bind(b))
	print("collide")
	b.name = "A"
	print(b.name)
	print("same name")
	b.name = "A2"
	print(b.name)
	print("its own base")
	a.name = "A2"
	print(a.name)
	a.name = "A"
	print(a.name)
	print("empty")
	a.name = ""
	print(a.name)
	print("bad characters")
	a.name = "x/y"
	print(a.name)
	a.name = "..."
	print(a.name)
	a.name = "%"
	print(a.name)
	a.name = "a@b"
	print(a.name)
	a.name = " spaced "
	print("[", a.name, "]")
	a.name = "tab\tnew\nline"
	print("[", a.name, "]")
	a.name = "ü→"
	print(a.name)
	print("numbers")
	a.name = "N009"
	b.name = "N009"
	print(b.name)
	b.name = "N999"
	a.name = "N999"
	print(a.name)
	a.name = "7"
	b.name = "7"
	print(b.name)
	a.name = "a1b"
	b.name = "a1b"
	print(b.name)
	a.name = "Big99999999999999999999"
	b.name = "Big99999999999999999999"
	print(b.name)
	print("keeps order ", labels(box))
	var c = make("7")
	box.add_child(c)
	c.name = "a1b"
	print(c.name)
	print(labels(box))
	print("removed and added with a taken name")
	var d = make("D")
	var d2 = make("D")
	box.add_child(d)
	box.remove_child(d)
	box.add_child(d2)
	box.add_child(d)
	print(labels(box))
	box.remove_child(d2)
	box.add_child(d2, true)
	print(labels(box))
	var e = make("D2")
	box.add_child(e, true)
	print(labels(box))
	print("readable timer")
	box.add_child(Timer.new(), true)
	box.add_child(Timer.new(), true)
	box.add_child(Leaf.new(), true)
	box.add_child(Leaf.new(), true)
	print(labels(box))
	print("sibling")
	a.add_sibling(make("D2"), true)
	a.add_sibling(make("D2"))
	print(labels(box))
	print("reparent with a clash")
	var other = make("Other")
	add_child(other)
	other.add_child(make("a1b"))
	a.name = "a1b"
	print(a.name)
	b.reparent(other)
	print(labels(other))
	get_tree().quit()
