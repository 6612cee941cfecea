extends Node
# Odd paths, patterns, owners.

func make(label):
	var n = Node.new()
	n.name = label
	return n

func put(parent, label, who):
	var n = make(label)
	parent.add_child(n)
	if who:
		n.owner = who
	return n

func found(from_node, path):
	var n = from_node.get_node_or_null(path)
	return str(n.get_path()) if n else "-"

func _ready():
	var a = put(self, "A", self)
	var b = put(a, "B", null)
	var c = put(b, "C", self)
	var d = put(a, "Dot", self)
	var sp = put(self, "with space", self)
	for p in ["A", "A/", "/A", "A//B", "./A", "A/.", "A/..", "..", "../..", "../../..", ".", "", "/", "/root", "/root/", "/root/Main/A", "/root/Main//A", "//root", "A/B/../B/C", "A/B/C/../../..", "A:name", ":name", "A/B:x:y", "a", "%A", "%", "A/%", "with space", " A", "A ", "/Main", "/root/Other", "~", "...", "A/./B", "^A"]:
		print("'", p, "' ", found(self, p), " ", has_node(p))
	print(found(c, "/root/Main"), " ", found(c, "../.."), " ", found(c, "../Dot"), " ", found(c, "../../Dot"))
	print(find_child("B"), " ", find_child("B", true, false) == b, " ", find_child("C") == c, " ", find_child("C", false), " ", find_child("?") == a, " ", find_child("*t") == d, " ", find_child("* *") == sp)
	print(find_child("a"), " ", find_child(""), " ", find_child("*.*"), " ", find_child("D?t") == d, " ", find_child("Do*ot"), " ", find_child("A*") == a)
	for n in find_children("*"):
		print("  ", n.name)
	for n in find_children("*", "Node", true, false):
		print("  ", n.name)
	print(find_children("*", "Timer"), " ", 0, " ", find_parent("root") == get_parent(), " ", c.find_parent("M*").name, " ", c.find_parent("C"), " ", c.find_parent("zzz"))
	print(get_path_to(c), " ", c.get_path_to(self), " ", c.get_path_to(d), " ", a.get_path_to(a), " ", sp.get_path_to(c))
	print(c.get_path_to(get_parent()), " ", get_parent().get_path_to(c))
	remove_child(a)
	print(c.get_path_to(d), " ", a.get_node("B/C").name, " ", c.get_node_or_null("..") == b, " ", c.get_node_or_null("../../.."))
	print(a.get_node_or_null("/root"))
	print(a.has_node("B/C"), " ", a.has_node("/root/Main"))
	print(a.get_path_to(self))
	print(a.get_path(), "|", c.get_path(), "|", c.owner, "|", d.owner)
	print(NodePath("A/B:c:d"), " ", NodePath("A//B").get_name_count(), " ", NodePath("/A/").get_name_count(), " ", NodePath("./A").get_name(0), " ", NodePath("").is_empty(), " ", NodePath(":x").get_subname_count(), " ", NodePath("A:x").get_as_property_path(), " ", NodePath("/root/A/B/C").slice(1, -1), " ", NodePath("a/b:c").get_concatenated_names(), " ", NodePath("a/b:c:d").get_concatenated_subnames())
	a.free()
	get_tree().quit()
