extends Node
# Switching processing from everywhere: enter, ready, physics, timers, deferred calls and signals.

class L extends Node:
	func _process(_delta):
		get_parent().note(str(name))
	func _physics_process(_delta):
		get_parent().note(str(name) + "p")

class Off extends L:
	func _enter_tree():
		set_process(false)
		set_physics_process(false)
		print("  ", name, " enter ", is_processing(), is_physics_processing())
	func _ready():
		print("  ", name, " ready ", is_processing(), is_physics_processing())

class OffInReady extends L:
	func _ready():
		set_process(false)
		print("  ", name, " ready ", is_processing(), is_physics_processing())

class Plain extends Node:
	func _ready():
		print("  ", name, " ready ", is_processing(), is_physics_processing())

var seen = ""
var plan = 0
var target

func note(what):
	seen += what + " "
	if plan == 1 and what == "Ap":
		plan = 0
		target.set_process(false)
	if plan == 2 and what == "Ap":
		plan = 0
		target.set_process(true)
		target.process_physics_priority = -1
	if plan == 3 and what == "A":
		plan = 0
		var n = make(L, "New")
		move_child(n, 0)
	if plan == 4 and what == "Ap":
		plan = 0
		make(L, "NewP")
	if plan == 5 and what == "B":
		plan = 0
		target.queue_free()
	if plan == 6 and what == "Ap":
		plan = 0
		get_tree().paused = true
	if plan == 7 and what == "A":
		plan = 0
		get_node("B").reparent(get_node("A"))
	if plan == 8 and what == "C":
		plan = 0
		move_child(get_node("C"), 0)
		get_node("A").set_process(false)
		get_node("A").set_process(true)
	if plan == 9 and what == "A":
		plan = 0
		get_node("C").process_priority = -9
		get_node("A").process_priority = 9
		get_node("C").set_process(false)

func make(cls, label):
	var n = cls.new()
	n.name = label
	add_child(n)
	return n

func frames(what, n):
	print(what)
	for i in range(n):
		seen = ""
		await get_tree().process_frame
		print("  ", seen)

func _ready():
	process_mode = Node.PROCESS_MODE_ALWAYS
	make(L, "A")
	make(L, "B")
	make(L, "C")
	make(Off, "Off")
	make(OffInReady, "OffR")
	make(Plain, "Plain")
	await frames("plain", 2)
	target = get_node("C")
	plan = 1
	await frames("physics switches C off", 2)
	plan = 2
	await frames("physics switches C on", 2)
	plan = 3
	await frames("process adds", 3)
	plan = 4
	await frames("physics adds", 2)
	target = get_node("New")
	plan = 5
	await frames("queue_free of New", 2)
	for n in get_children():
		n.process_mode = Node.PROCESS_MODE_PAUSABLE
	plan = 6
	await frames("physics pauses", 2)
	get_tree().paused = false
	await frames("unpaused", 1)
	plan = 8
	await frames("C moves itself to the front, A goes off and on", 3)
	plan = 9
	await frames("priorities of A and C", 3)
	target = get_node("NewP")
	target.set_process.call_deferred(false)
	await frames("deferred off", 2)
	target.set_process(true)
	get_node("Off").set_process(true)
	get_node("Off").request_ready()
	var o = get_node("Off")
	remove_child(o)
	add_child(o)
	await frames("again", 2)
	remove_child(target)
	target.set_process(false)
	target.set_process(true)
	add_child(target)
	await frames("back", 2)
	get_tree().quit()
