extends Node
# Removing and freeing during exits: siblings, children, re-adding, owners and unique names.

class L extends Node:
	var mode = ""
	func _enter_tree():
		print("  enter ", name)
	func _exit_tree():
		print("  exit ", name, " kids ", get_child_count())
		if mode == "frees_child":
			get_child(0).queue_free()
		if mode == "removes_child":
			var k = get_child(0)
			remove_child(k)
			print("    child out ", k.is_inside_tree(), " ", k.get_parent())
			k.queue_free()
		if mode == "adds_child":
			var k = L.new()
			k.name = "New"
			add_child(k)
			print("    child in ", k.is_inside_tree())
		if mode == "renames":
			name = "Other"
		if mode == "group":
			add_to_group("late")
			print("    ", get_tree().get_node_count_in_group("late"))
		if mode == "process":
			set_process(true)
		if mode == "timer":
			get_tree().create_timer(0.0).timeout.connect(fired)
		if mode == "defer":
			fired.call_deferred()
	func fired():
		print("    fired ", name, " ", is_inside_tree())
	func _process(_delta):
		print("    process ", name)

func make(parent, label, mode = ""):
	var n = L.new()
	n.name = label
	n.mode = mode
	if parent:
		parent.add_child(n)
	return n

func _ready():
	for mode in ["frees_child", "removes_child", "adds_child", "renames", "group", "process", "timer", "defer"]:
		print(mode)
		var box = make(null, "Box")
		var a = make(box, "A", mode)
		make(a, "A1")
		make(box, "B")
		add_child(box)
		a.set_process(false)
		box.get_node("B").set_process(false)
		box.set_process(false)
		a.get_node("A1").set_process(false)
		remove_child(box)
		print("  ", a.name, " ", a.get_child_count(), " ", a.is_inside_tree(), " ", get_tree().has_group("late"))
		await get_tree().process_frame
		await get_tree().process_frame
		add_child(box)
		print("  again ", a.get_child_count(), " ", get_tree().get_node_count_in_group("late"), " ", a.is_processing())
		await get_tree().process_frame
		a.mode = ""
		box.free()
	get_tree().quit()
