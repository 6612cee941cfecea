extends Node
# Process modes: notifications, disabled subtrees, nodes added to disabled parents, pauses.

class L extends Node:
	func _process(_delta):
		print("    ", name)
	func _physics_process(_delta):
		print("    ", name, " phys")
	func _notification(what):
		if what == NOTIFICATION_PAUSED or what == NOTIFICATION_UNPAUSED or what == NOTIFICATION_DISABLED or what == NOTIFICATION_ENABLED:
			print("  note ", name, " ", what)

func make(parent, label, mode = 0):
	var n = L.new()
	n.name = label
	n.process_mode = mode
	parent.add_child(n)
	return n

func frame(what):
	print(what)
	await get_tree().process_frame
	print("  --")

func _ready():
	process_mode = Node.PROCESS_MODE_ALWAYS
	var a = make(self, "A", Node.PROCESS_MODE_PAUSABLE)
	var b = make(a, "B")
	var c = make(b, "C", Node.PROCESS_MODE_WHEN_PAUSED)
	var d = make(c, "D")
	var e = make(a, "E", Node.PROCESS_MODE_ALWAYS)
	var f = make(a, "F", Node.PROCESS_MODE_DISABLED)
	var g = make(f, "G")
	await frame("plain")
	await frame("one")
	get_tree().paused = true
	await frame("paused")
	print(a.can_process(), b.can_process(), c.can_process(), d.can_process(), e.can_process(), f.can_process(), g.can_process())
	a.process_mode = Node.PROCESS_MODE_ALWAYS
	await frame("A always")
	a.process_mode = Node.PROCESS_MODE_DISABLED
	await frame("A disabled")
	get_tree().paused = false
	await frame("unpaused")
	make(a, "H")
	await frame("H under a disabled one")
	a.process_mode = Node.PROCESS_MODE_INHERIT
	await frame("A inherits")
	c.process_mode = Node.PROCESS_MODE_INHERIT
	await frame("C inherits")
	f.process_mode = Node.PROCESS_MODE_WHEN_PAUSED
	await frame("F when paused")
	get_tree().paused = true
	get_tree().paused = true
	await frame("paused")
	process_mode = Node.PROCESS_MODE_INHERIT
	print("  inherit at the top ", can_process(), " ", a.can_process())
	get_tree().paused = false
	await frame("unpaused")
	a.process_mode = Node.PROCESS_MODE_DISABLED
	a.remove_child(b)
	print("out of a disabled one ", b.process_mode)
	add_child(b)
	await frame("B is back elsewhere")
	b.reparent(a)
	print("  can ", b.can_process())
	await frame("B under the disabled one")
	b.reparent(self)
	print("  can ", b.can_process())
	a.process_mode = Node.PROCESS_MODE_PAUSABLE
	get_tree().paused = true
	make(a, "I")
	make(a, "J", Node.PROCESS_MODE_ALWAYS)
	await frame("added while paused")
	a.free()
	print(b.can_process())
	get_tree().quit()
