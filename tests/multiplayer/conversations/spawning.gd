extends "res://conversation.gd"
# A box of spawned nodes, and what it says.

var box: Node
var spawner: MultiplayerSpawner

func boxed(name_ := "Box", scenes := ["mob", "plain"]) -> MultiplayerSpawner:
	var b = Node.new()
	b.name = name_
	add_child(b)
	var s = MultiplayerSpawner.new()
	s.name = name_ + "Spawner"
	s.spawn_path = NodePath("../" + name_)
	for n in scenes:
		s.add_spawnable_scene("res://scenes/%s.tscn" % n)
	add_child(s)
	s.spawned.connect(func(n): print("%s spawned %s in tree %s ready %s children %d" % [name_, n.name, n.is_inside_tree(), n.is_node_ready(), b.get_child_count()]))
	s.despawned.connect(func(n): print("%s despawned %s in tree %s queued %s" % [name_, n.name, n.is_inside_tree(), n.is_queued_for_deletion()]))
	b.child_entered_tree.connect(func(n): print("%s child entered %s" % [name_, n.name]))
	b.child_exiting_tree.connect(func(n): print("%s child exiting %s" % [name_, n.name]))
	if name_ == "Box":
		box = b
		spawner = s
	return s

func make(scene := "mob", name_ := "", hp := 1) -> Node:
	var n = load("res://scenes/%s.tscn" % scene).instantiate()
	if name_:
		n.name = name_
	if scene == "mob":
		n.hp = hp
	return n

func inside(n: Node = box) -> Array:
	var found = []
	for c in n.get_children():
		found.append("%s:%s" % [c.name, c.get("hp")])
	return found
