extends Node
# Timers that are changed in their own callbacks, and the other way round.

var frame = 0
var log_on = true

func _process(_delta):
	frame += 1

func make(label, time, once = false):
	var t = Timer.new()
	t.name = label
	t.wait_time = time
	t.one_shot = once
	t.timeout.connect(on_timeout.bind(t))
	add_child(t)
	return t

func near(x):
	return int(x * 1000.0 + 0.5)

func on_timeout(t):
	print("  ", frame, " ", t.name, " left ", near(t.time_left), " stopped ", t.is_stopped())
	if t.name == &"Restart":
		t.start(0.06)
	if t.name == &"Stop":
		t.stop()
		print("  stopped ", t.is_stopped(), " ", near(t.time_left))
	if t.name == &"Wait":
		t.wait_time = 0.1
	if t.name == &"Once":
		t.one_shot = false
		t.start()
	if t.name == &"Switch":
		t.process_callback = Timer.TIMER_PROCESS_PHYSICS
	if t.name == &"Pause":
		t.paused = true
		print("  paused ", t.is_stopped(), " ", near(t.time_left))
	if t.name == &"Auto":
		t.one_shot = true

func frames(n):
	for i in range(n):
		await get_tree().process_frame

func _ready():
	var a = make("Restart", 0.05)
	a.start()
	await frames(12)
	a.stop()
	print("stop")
	var b = make("Stop", 0.05)
	b.start()
	await frames(8)
	print("wait")
	var c = make("Wait", 0.05)
	c.start()
	await frames(20)
	c.stop()
	print("once")
	var d = make("Once", 0.05, true)
	d.start()
	await frames(12)
	d.stop()
	print("switch")
	var e = make("Switch", 0.05)
	e.start()
	await frames(12)
	e.stop()
	print("pause")
	var f = make("Pause", 0.05)
	f.start()
	await frames(8)
	f.paused = false
	print("  on ", near(f.time_left))
	await frames(6)
	f.start()
	print("  started while paused ", f.paused, " ", near(f.time_left), " ", f.is_processing_internal())
	f.stop()
	f.paused = false
	print("auto")
	var g = Timer.new()
	g.name = "Auto"
	g.autostart = true
	g.wait_time = 0.05
	g.timeout.connect(on_timeout.bind(g))
	add_child(g)
	print("  ", g.autostart, " ", near(g.time_left), " ", g.is_processing_internal())
	await frames(10)
	remove_child(g)
	print("  out ", near(g.time_left), " ", g.is_stopped())
	g.start()
	add_child(g)
	print("  in ", near(g.time_left), " ", g.autostart)
	print("short")
	var h = make("Short", 0.001)
	h.start()
	await frames(3)
	h.stop()
	h.wait_time = 0.0
	h.wait_time = -1.0
	h.start(0.0)
	print("  ", h.wait_time, " ", near(h.time_left))
	h.start(-5.0)
	print("  ", h.wait_time)
	h.stop()
	print("removed while running")
	var i = make("Out", 0.1)
	i.start()
	await frames(3)
	remove_child(i)
	await frames(5)
	print("  ", near(i.time_left) > 30)
	add_child(i)
	await frames(5)
	print("  ", i.is_stopped())
	i.process_mode = Node.PROCESS_MODE_DISABLED
	await frames(9)
	print("scale")
	Engine.time_scale = 2.0
	i.process_mode = Node.PROCESS_MODE_INHERIT
	await frames(7)
	i.ignore_time_scale = true
	await frames(7)
	Engine.time_scale = 0.0
	await frames(7)
	get_tree().quit()
