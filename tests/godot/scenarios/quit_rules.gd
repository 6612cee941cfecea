extends Node
# What still happens after quit, and the order of the end.

class L extends Node:
	func _process(_delta):
		print("  process ", name)
	func _physics_process(_delta):
		print("  physics ", name)
	func _exit_tree():
		print("  exit ", name)
		say.call_deferred("never")
	func say(x):
		print("  say ", x)
	func _notification(what):
		if what == NOTIFICATION_PREDELETE:
			print("  predelete ", name)
		if what == NOTIFICATION_WM_CLOSE_REQUEST:
			print("  close ", name)

func make(parent, label):
	var n = L.new()
	n.name = label
	parent.add_child(n)
	return n

func say(x):
	print("  main says ", x)

func on_exiting():
	print("  main exiting ", is_inside_tree(), " ", get_tree() != null)

func _process(_delta):
	if Engine.get_process_frames() == 4:
		print("quit")
		get_tree().quit(7)
		get_tree().quit(5)
		say.call_deferred("deferred after quit")
		get_node("A").queue_free()
		get_tree().create_timer(0.0).timeout.connect(say.bind("timer after quit"))

func _physics_process(_delta):
	if Engine.get_process_frames() > 3:
		print("  main physics")

func _ready():
	var a = make(self, "A")
	make(a, "A1")
	make(self, "B")
	tree_exiting.connect(on_exiting)
	tree_exited.connect(say.bind("tree_exited"))
	get_tree().root.tree_exiting.connect(say.bind("root exiting"))
	get_tree().root.tree_exited.connect(say.bind("root exited"))

func _exit_tree():
	print("  exit Main")

func _notification(what):
	if what == NOTIFICATION_PREDELETE:
		print("  predelete Main")
