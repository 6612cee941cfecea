extends Node
# Groups: changes during calls, flags, unique and deferred calls, missing properties.

class M extends Node:
	var hits = 0
	var speed = 1
	func hit(x = 0):
		hits += 1
		print("    ", name, " hit ", x)
		get_parent().during(self)
	func only(x = null, y = null):
		print("    ", name, " only ", x, " ", y)
	func _notification(what):
		if what == 7777:
			print("    ", name, " told")

class Other extends Node:
	pass

var mode = ""
var spare

func during(n):
	if mode == "remove_next" and n.name == &"A":
		get_node("B").remove_from_group("g")
	if mode == "free_next" and n.name == &"A":
		get_node("B").free()
	if mode == "out" and n.name == &"A":
		spare = get_node("B")
		remove_child(spare)
	if mode == "out_in" and n.name == &"A":
		spare = get_node("B")
		remove_child(spare)
		add_child(spare)
	if mode == "add" and n.name == &"A":
		mode = ""
		make("N")

func make(label):
	var n = M.new()
	n.name = label
	n.add_to_group("g")
	add_child(n)
	return n

func _ready():
	var t = get_tree()
	make("A")
	make("B")
	make("C")
	var o = Other.new()
	o.name = "O"
	o.add_to_group("g")
	add_child(o)
	for m in ["plain", "remove_next", "add", "out_in", "out"]:
		mode = m
		print(m)
		t.call_group("g", "hit", 1)
		print("  count ", t.get_node_count_in_group("g"), " first ", t.get_first_node_in_group("g").name)
		if m == "remove_next":
			get_node("B").add_to_group("g")
	add_child(spare)
	mode = ""
	print("reverse")
	t.call_group_flags(SceneTree.GROUP_CALL_REVERSE, "g", "hit", 2)
	print("deferred")
	t.call_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", "hit", 3)
	get_node("C").remove_from_group("g")
	make("Late")
	print("  queued")
	await t.process_frame
	print("unique alone")
	t.call_group_flags(SceneTree.GROUP_CALL_UNIQUE, "g", "hit", 4)
	print("unique deferred")
	t.call_group_flags(SceneTree.GROUP_CALL_UNIQUE | SceneTree.GROUP_CALL_DEFERRED, "g", "only", 5)
	t.call_group_flags(SceneTree.GROUP_CALL_UNIQUE | SceneTree.GROUP_CALL_DEFERRED, "g", "only", 6)
	t.call_group_flags(SceneTree.GROUP_CALL_UNIQUE | SceneTree.GROUP_CALL_DEFERRED | SceneTree.GROUP_CALL_REVERSE, "g", "hit", 7)
	t.call_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", "only", 8)
	make("Later")
	print("  queued")
	await t.process_frame
	print("  frame")
	await t.process_frame
	print("properties")
	t.set_group("g", "speed", 9)
	print("  ", get_node("A").speed, " ", o.get("speed"))
	t.set_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", "speed", 10)
	print("  ", get_node("A").speed)
	await t.process_frame
	print("  ", get_node("A").speed)
	t.set_group("g", "process_priority", 3)
	print("  ", get_node("A").process_priority, " ", o.process_priority)
	t.notify_group("g", 7777)
	t.notify_group_flags(SceneTree.GROUP_CALL_REVERSE, "g", 7777)
	t.notify_group_flags(SceneTree.GROUP_CALL_DEFERRED, "g", 7777)
	print("  queued")
	await t.process_frame
	print("names")
	add_to_group("")
	add_to_group("x")
	add_to_group("x", true)
	print(get_groups(), " ", t.has_group("x"), " ", t.has_group("y"), " ", t.get_nodes_in_group("y"), " ", t.get_first_node_in_group("y"), " ", t.get_node_count_in_group("y"))
	remove_from_group("y")
	remove_from_group("x")
	print(t.has_group("x"), " ", is_in_group("x"))
	t.call_group("y", "hit")
	t.call_group("g", "nope")
	var n = get_node("A")
	n.add_to_group("z")
	remove_child(n)
	print(t.has_group("z"), " ", n.is_in_group("z"))
	n.add_to_group("w")
	print(t.has_group("w"))
	add_child(n)
	print(t.has_group("z"), " ", t.has_group("w"), " ", n.get_groups())
	move_child(n, 0)
	mode = "free_next"
	t.call_group("g", "only")
	n.name = "A"
	print(n.name)
	get_tree().quit()
