extends Node
# Nodes made in code: names, groups, ownership, paths, metadata, moving around.

class Unit extends Node:
	var hp: int
	signal died(who)
	func _init(n: String, h: int) -> void:
		name = n
		hp = h
		add_to_group("units")
	func hit(amount: int) -> void:
		hp -= amount
		if hp <= 0:
			died.emit(self)
			queue_free()
	func _to_string() -> String:
		return "%s[%d]" % [name, hp]

var log_lines: PackedStringArray = []

func on_died(who: Unit) -> void:
	log_lines.append("%s died" % who.name)

func _ready() -> void:
	var army := Node.new()
	army.name = "Army"
	add_child(army)
	for i in 4:
		var u := Unit.new("U%d" % i, 10 + i * 5)
		u.died.connect(on_died)
		army.add_child(u)
		if i % 2 == 0:
			u.add_to_group(&"even")
	print(army.get_children(), army.get_child_count(), get_tree().get_nodes_in_group("units").size())
	get_tree().call_group("units", "hit", 12)
	print(army.get_children(), log_lines)
	await get_tree().process_frame
	print(army.get_children(), get_tree().get_nodes_in_group("even"), get_tree().get_first_node_in_group("units"))
	var u1: Unit = army.get_node("U1")
	u1.hit(1)
	print(u1, " ", $Army/U1 == u1, " ", get_node("Army/U1").hp, " ", army.has_node("U0"), " ", army.get_node_or_null("U0"), " ", $Army.get_path_to(self), " ", u1.get_path())
	u1.name = "Captain"
	u1.set_meta("rank", 5)
	print(army.find_child("Cap*", true, false), " ", army.find_children("U*", "", true, false), " ", u1.get_meta("rank"), " ", u1.is_in_group("even"), u1.get_groups())
	army.move_child(u1, -1)
	print(army.get_children(), u1.get_index(), army.get_child(-1), army.get_child(0))
	var twin := Unit.new("Captain", 1)
	army.add_child(twin, true)
	print(twin.name, " ", army.get_children())
	u1.reparent(self)
	print(u1.get_path(), " ", get_children().map(func(c): return c.name))
	remove_child(u1)
	print(u1.is_inside_tree(), u1.get_parent(), is_instance_valid(u1))
	u1.free()
	print(is_instance_valid(u1))
	for child in army.get_children():
		child.queue_free()
	await get_tree().process_frame
	print(army.get_child_count(), " ", get_tree().get_nodes_in_group("units"), " ", get_tree().has_group("units"))
	var a := Node.new()
	var b := Node.new()
	a.add_child(b)
	a.name = "A"
	b.name = "B"
	b.owner = a
	b.unique_name_in_owner = true
	print(a.get_node("%B") == b, " ", b.owner.name, " ", a.is_ancestor_of(b))
	add_child(a)
	a.print_tree()
	print(a.get_tree() == get_tree(), " ", get_tree().root.get_child(-1).name, " ", get_tree().current_scene == self, " ", b.get_parent().name)
	b.tree_exited.connect(func(): print("b out"))
	a.tree_exiting.connect(func(): print("a going"))
	a.queue_free()
	print("queued ", a.is_queued_for_deletion())
	await get_tree().process_frame
	print(is_instance_valid(a), is_instance_valid(b))
	get_tree().quit()
