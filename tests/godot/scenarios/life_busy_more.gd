extends Node
# What is refused while a parent is busy, in which callback, and what is not.

class P extends Node:
	var mode = ""
	func attempt(when):
		if mode != when:
			return
		var p = get_parent()
		var x = Node.new()
		x.name = "X"
		print("    in ", when, " of ", name)
		p.add_child(x)
		print("    add_child ", x.get_parent() != null)
		if x.get_parent():
			p.move_child(x, 0)
			print("    move ", x.get_index())
			p.remove_child(x)
			print("    remove ", x.get_parent())
		x.free()
		p.move_child(self, 0)
		print("    moved to ", get_index())
		add_child(Node.new())
		print("    own child ", get_child_count())
		name = "Renamed"
		print("    name ", name)
	func _enter_tree():
		attempt("enter")
	func _ready():
		attempt("ready")
	func _exit_tree():
		attempt("exit")
	func _notification(what):
		if what == NOTIFICATION_PARENTED:
			attempt("parented")
		if what == NOTIFICATION_UNPARENTED:
			attempt("unparented")
		if what == NOTIFICATION_PATH_RENAMED:
			print("    path renamed")
		if what == 9500:
			attempt("note")
	func called():
		attempt("call")

func run(mode, deep):
	print(mode, " ", "deep" if deep else "flat")
	var box = Node.new()
	box.name = "Box"
	var first = Node.new()
	first.name = "First"
	var p = P.new()
	p.name = "P"
	p.mode = mode
	box.add_child(first)
	if deep:
		box.add_child(p)
		add_child(box)
	else:
		add_child(box)
		box.add_child(p)
	box.propagate_notification(9500)
	box.propagate_call("called")
	if deep:
		remove_child(box)
	else:
		box.remove_child(p)
		p.free()
	box.free()

func _ready():
	for m in ["enter", "ready", "exit", "parented", "unparented", "note", "call"]:
		run(m, false)
		run(m, true)
	get_tree().quit()
