extends Node
# Timers: autostart and re-entering, freed in their timeout, awaits, physics ones, order among nodes.

var frame = 0

func near(x):
	return int(x * 1000.0 + 0.5)

func say(what):
	print("  ", frame, " ", what)

func _process(_delta):
	frame += 1

func make(label, time):
	var t = Timer.new()
	t.name = label
	t.wait_time = time
	t.timeout.connect(say.bind(label))
	return t

func frames(n):
	for i in range(n):
		await get_tree().process_frame

func frees(t):
	say("frees")
	t.queue_free()
	t.stop()

func removes(t):
	say("removes")
	remove_child(t)
	print("  left ", near(t.time_left), " ", t.is_stopped())

func again_now(t):
	say("emits")
	if frame < 100:
		t.timeout.emit()

func _ready():
	print("autostart")
	var a = make("A", 0.05)
	a.autostart = true
	print("  ", a.is_stopped(), " ", a.autostart)
	add_child(a)
	print("  ", a.is_stopped(), " ", a.autostart)
	await frames(4)
	remove_child(a)
	var left = near(a.time_left)
	await frames(4)
	print("  same ", left == near(a.time_left))
	add_child(a)
	await frames(4)
	a.stop()
	a.autostart = true
	print("  set inside ", a.is_stopped())
	await frames(4)
	remove_child(a)
	add_child(a)
	print("  re-entered ", a.is_stopped())
	a.request_ready()
	remove_child(a)
	add_child(a)
	print("  ready again ", a.is_stopped(), " ", a.autostart)
	a.free()
	print("freed by its own timeout")
	var b = make("B", 0.02)
	b.timeout.connect(frees.bind(b))
	b.timeout.connect(say.bind("after"))
	add_child(b)
	b.start()
	await frames(4)
	print("  ", is_instance_valid(b))
	print("removed by its own timeout")
	var c = make("C", 0.02)
	c.timeout.connect(removes.bind(c))
	add_child(c)
	c.start()
	await frames(4)
	add_child(c)
	await frames(3)
	print("  ", c.get_parent())
	c.free()
	print("several in a frame")
	var d = make("D", 0.02)
	var e = make("E", 0.02)
	var f = make("F", 0.02)
	f.process_callback = Timer.TIMER_PROCESS_PHYSICS
	e.one_shot = true
	add_child(d)
	add_child(e)
	add_child(f)
	e.start()
	d.start()
	f.start()
	move_child(e, 0)
	await frames(4)
	print("  ", d.is_stopped(), e.is_stopped(), f.is_stopped(), " ", near(e.time_left))
	e.start(0.03)
	print("  wait ", e.wait_time, " ", e.one_shot)
	await e.timeout
	say("awaited")
	d.paused = true
	e.paused = true
	e.start()
	print("  ", d.is_stopped(), e.is_stopped(), near(e.time_left), d.paused)
	f.process_callback = Timer.TIMER_PROCESS_IDLE
	await frames(3)
	print("  ", near(e.time_left))
	e.paused = false
	d.stop()
	d.paused = false
	await frames(4)
	print("duplicated while running")
	var g = f.duplicate()
	print("  ", g.is_stopped(), " ", g.wait_time, " ", g.process_callback, " ", g.timeout.has_connections())
	g.free()
	f.stop()
	f.one_shot = true
	f.timeout.connect(again_now.bind(f), CONNECT_ONE_SHOT)
	f.start()
	await frames(3)
	f.wait_time = 0.5
	f.start(0.02)
	f.start(-1)
	print("  ", f.wait_time, " ", near(f.time_left))
	get_tree().quit()
