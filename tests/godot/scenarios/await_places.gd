extends Node
# await in _enter_tree, _exit_tree, _process, tree signals, tweens, paused trees, with process_frame order.

class W extends Node:
	var n = 0
	func _enter_tree():
		print("  enter ", name)
		await get_tree().process_frame
		print("  enter ", name, " later, inside ", is_inside_tree())
	func _ready():
		print("  ready ", name)
		await tree_exiting
		print("  tree_exiting seen by ", name, " inside ", is_inside_tree())
		await tree_exited
		print("  tree_exited seen by ", name, " inside ", is_inside_tree())
	func _exit_tree():
		print("  exit ", name)
		await get_parent().get_tree().process_frame
		print("  exit ", name, " later, inside ", is_inside_tree())

func tick(label):
	for i in 3:
		await get_tree().process_frame
		print("  ", label, " ", i)

func phys(label):
	for i in 2:
		await get_tree().physics_frame
		print("  ", label, " ", i)

func listener(label):
	print("  listener ", label)

func waits_for(t, label):
	await t.timeout
	print("  timeout for ", label)
	await t.timeout
	print("  timeout again for ", label)

func nested(n):
	print("  nested ", n)
	if n > 0:
		await nested(n - 1)
		await get_tree().process_frame
	print("  nested ", n, " done")
	return n * 2

func _ready():
	print("order")
	get_tree().process_frame.connect(listener.bind(1))
	tick("a")
	get_tree().process_frame.connect(listener.bind(2))
	tick("b")
	phys("p")
	await get_tree().process_frame
	print("  main")
	await get_tree().process_frame
	await get_tree().process_frame
	get_tree().process_frame.disconnect(listener)
	print("places")
	var w = W.new()
	w.name = "W"
	add_child(w)
	await get_tree().process_frame
	await get_tree().process_frame
	remove_child(w)
	print("removed")
	await get_tree().process_frame
	print("frame")
	add_child(w)
	await get_tree().process_frame
	w.free()
	print("freed")
	await get_tree().process_frame
	print("nested")
	print(await nested(2))
	print("timer")
	var t = Timer.new()
	t.wait_time = 0.03
	add_child(t)
	waits_for(t, "x")
	waits_for(t, "y")
	t.start()
	await t.timeout
	print("  timeout for main")
	get_tree().paused = true
	process_mode = Node.PROCESS_MODE_PAUSABLE
	var s = get_tree().create_timer(0.05)
	await s.timeout
	print("  paused, ", t.is_stopped(), " ", t.time_left > 0.0)
	get_tree().paused = false
	await t.timeout
	print("  timeout for main")
	await get_tree().process_frame
	print("tween")
	var tw = create_tween()
	tw.tween_interval(0.03)
	tw.tween_callback(listener.bind("tween"))
	await tw.finished
	print("  finished ", tw.is_valid(), " ", tw.is_running())
	await get_tree().create_timer(0.02, true, true).timeout
	print("  physics timer ", Engine.is_in_physics_frame())
	get_tree().quit()
