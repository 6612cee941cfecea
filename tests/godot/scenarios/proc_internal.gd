extends Node
# Internal processing among plain processing: Timers between nodes, priorities, notifications.

class L extends Node:
	func _process(_delta):
		print("    ", name)
	func _physics_process(_delta):
		print("    ", name, " phys")

class N extends Node:
	func _notification(what):
		if what == NOTIFICATION_PROCESS:
			print("    ", name, " note process ", get_process_delta_time() > 0.0)
		if what == NOTIFICATION_INTERNAL_PROCESS:
			print("    ", name, " note internal")
		if what == NOTIFICATION_PHYSICS_PROCESS:
			print("    ", name, " note physics")
		if what == NOTIFICATION_INTERNAL_PHYSICS_PROCESS:
			print("    ", name, " note internal physics")

class Both extends N:
	func _process(_delta):
		print("    ", name, " _process")

func hears(what):
	print("    timeout ", what)

func tick(label, prio, phys):
	var t = Timer.new()
	t.name = label
	t.wait_time = 0.01
	t.process_priority = prio
	t.process_physics_priority = prio
	t.process_callback = Timer.TIMER_PROCESS_PHYSICS if phys else Timer.TIMER_PROCESS_IDLE
	t.timeout.connect(hears.bind(label))
	add_child(t)
	t.start()
	return t

func make(cls, label, prio):
	var n = cls.new()
	n.name = label
	n.process_priority = prio
	n.process_physics_priority = -prio
	add_child(n)
	return n

func frame(what):
	print(what)
	await get_tree().process_frame
	print("  --")

func _ready():
	make(L, "A", 0)
	var t = tick("T0", 0, false)
	make(L, "B", 0)
	var t1 = tick("T1", 1, false)
	make(L, "C", 1)
	var tm = tick("TM", -1, false)
	var tp = tick("TP", 0, true)
	var n = make(N, "N", 0)
	print(n.is_processing(), n.is_processing_internal(), n.is_physics_processing(), n.is_physics_processing_internal())
	n.set_process(true)
	n.set_process_internal(true)
	n.set_physics_process(true)
	n.set_physics_process_internal(true)
	var both = make(Both, "Both", 0)
	both.set_process_internal(true)
	print(both.is_processing(), both.is_processing_internal())
	await frame("first")
	await frame("second")
	t.process_priority = 5
	await frame("T0 at 5")
	t.stop()
	tm.stop()
	t1.stop()
	tp.stop()
	n.set_process(false)
	n.set_physics_process(false)
	await frame("stopped")
	t.start()
	n.set_process_internal(false)
	both.set_process(false)
	await frame("T0 again")
	both.set_process(true)
	both.process_priority = -3
	await frame("Both first")
	get_tree().quit()
