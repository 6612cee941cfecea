extends Node
# Deltas, frame counters and the time scale, changed during a frame.

class L extends Node:
	func _process(delta):
		print("    ", name, " ", int(delta * 100000.0 + 0.5), " ", int(get_process_delta_time() * 100000.0 + 0.5), " ", Engine.get_process_frames(), " ", Engine.get_physics_frames(), " ", Engine.is_in_physics_frame(), " ", get_tree().get_frame())
	func _physics_process(delta):
		print("    ", name, " phys ", int(delta * 100000.0 + 0.5), " ", int(get_physics_process_delta_time() * 100000.0 + 0.5), " ", int(get_process_delta_time() * 100000.0 + 0.5), " ", Engine.get_process_frames(), " ", Engine.get_physics_frames(), " ", Engine.is_in_physics_frame(), " ", get_tree().get_frame())

class Sets extends Node:
	var scale = 0.0
	var ticks = 0
	func _process(_delta):
		if scale > 0.0:
			Engine.time_scale = scale
			scale = 0.0
		if ticks > 0:
			Engine.physics_ticks_per_second = ticks
			ticks = 0

func frames(what, n):
	print(what)
	for i in range(n):
		await get_tree().process_frame
		print("  --")

func _ready():
	print(int(get_process_delta_time() * 100000.0), " ", Engine.get_process_frames(), " ", Engine.get_physics_frames(), " ", get_tree().get_frame())
	var s = Sets.new()
	add_child(s)
	var l = L.new()
	l.name = "L"
	add_child(l)
	await frames("plain", 2)
	s.scale = 0.5
	await frames("half", 3)
	s.scale = 3.0
	await frames("triple", 3)
	Engine.time_scale = 1.0
	s.ticks = 30
	await frames("30 ticks", 5)
	s.ticks = 120
	await frames("120 ticks", 3)
	Engine.max_physics_steps_per_frame = 1
	await frames("one step at most", 3)
	Engine.time_scale = 0.0
	await frames("no time", 2)
	get_tree().quit()
