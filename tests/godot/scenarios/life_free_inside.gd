extends Node
# queue_free and free from callbacks around a node; what follows what.

class Leaf extends Node:
	func _enter_tree():
		print("  enter ", name)
	func _ready():
		print("  ready ", name)
	func _exit_tree():
		print("  exit ", name)
	func _notification(what):
		if what == NOTIFICATION_PREDELETE:
			print("  predelete ", name, " kids=", get_child_count(), " parent=", get_parent() != null)

class FreesSiblingInReady extends Leaf:
	func _ready():
		print("  ready ", name)
		get_parent().get_node("Victim").queue_free()

class ProcessFreesParent extends Leaf:
	func _process(_delta):
		print("  process ", name)
		get_parent().free()
		print("  parent freed")

class Counts extends Leaf:
	func _process(_delta):
		print("  process ", name)

func make(cls, label):
	var n = cls.new()
	n.name = label
	return n

func _ready():
	var box = make(Leaf, "Box")
	box.add_child(make(FreesSiblingInReady, "Killer"))
	box.add_child(make(Leaf, "Victim"))
	add_child(box)
	print("in _ready ", box.get_node("Victim").is_queued_for_deletion())
	await get_tree().process_frame
	print("frame ", box.has_node("Victim"))
	await get_tree().process_frame
	print("frame ", box.has_node("Victim"))
	print("free parent in process")
	var p = make(Leaf, "P")
	p.add_child(make(Counts, "P0"))
	p.add_child(make(ProcessFreesParent, "P1"))
	p.add_child(make(Counts, "P2"))
	var q = make(Counts, "Q")
	add_child(p)
	add_child(q)
	await get_tree().process_frame
	print("frame ", is_instance_valid(p))
	await get_tree().process_frame
	print("frame ", is_instance_valid(p))
	q.queue_free()
	q.queue_free()
	box.queue_free()
	box.get_node("Killer").queue_free()
	remove_child(q)
	print("removed q ", q.is_queued_for_deletion())
	await get_tree().process_frame
	await get_tree().process_frame
	print("q ", is_instance_valid(q), " box ", is_instance_valid(box))
	var t = make(Leaf, "T")
	var u = make(Leaf, "U")
	t.add_child(u)
	add_child(t)
	u.queue_free()
	t.queue_free()
	t.tree_exited.connect(func(): print("  exited T"))
	u.tree_exited.connect(func(): print("  exited U"))
	await t.tree_exited
	print("after T")
	get_tree().quit()
