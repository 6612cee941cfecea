extends Node
func _ready() -> void:
	print("main ready")
	$Holder.print_tree()
	var t := load("res://twice.tscn") as PackedScene
	var a := t.instantiate()
	var b := t.instantiate()
	a.name = "A"
	print(a.label, b.label, a.get_node("First").list, is_same(a.get_node("First").list, b.get_node("First").list))
	a.get_node("First").list.append(5)
	print(b.get_node("First").list)
	add_child(a)
	print(a.get_node("Second").get_groups(), " ", a.get_node("Second").process_mode, " ", a.get_node("Second").process_priority, " ", get_tree().get_nodes_in_group("g").size(), get_tree().get_nodes_in_group("h").size())
	var s := t.get_state()
	print(s.get_node_count(), " ", s.get_node_name(0), " ", s.get_node_property_count(0))
	print($Holder/Edited/First/Inner.label, " ", $Holder/Edited/First/Inner.size, " ", $Holder/Edited/First/Inner.owner.name, " ", $Holder/Edited.owner.name, " ", is_editable_instance($Holder/Edited), " ", is_editable_instance($Holder/Closed))
	print($Holder/Edited/First/New.owner.name, " ", $Holder/Edited/First/New.get_index())
	b.free()
	get_tree().quit()
