extends Node
# Tweens, timers, deferred calls and frees in one frame; kills and scene time.

var x = 0.0
var frame = 0

func say(what = "x"):
	print("  ", frame, " ", what)

func later(what):
	say(what)
	say.call_deferred(what + " deferred")

func _process(_delta):
	frame += 1

func near(v):
	return int(v * 1000.0 + 0.5)

func frames(n):
	for i in range(n):
		await get_tree().process_frame

func kills(t):
	say("kills")
	t.kill()

func makes():
	say("makes")
	create_tween().tween_callback(say.bind("made by a tween"))
	get_tree().create_timer(0.0).timeout.connect(say.bind("timer made by a tween"))

func _ready():
	print("order")
	var a = create_tween()
	a.tween_callback(later.bind("first"))
	a.tween_callback(later.bind("second"))
	a.tween_interval(0.02)
	a.tween_callback(makes)
	var b = create_tween().set_process_mode(Tween.TWEEN_PROCESS_PHYSICS)
	b.tween_callback(later.bind("physics"))
	get_tree().create_timer(0.0).timeout.connect(later.bind("timer"))
	await frames(6)
	print("kill")
	var c = create_tween()
	var d = create_tween()
	c.tween_callback(kills.bind(d))
	d.tween_callback(say.bind("never"))
	d.finished.connect(say.bind("never finished"))
	c.tween_callback(kills.bind(c))
	c.tween_callback(say.bind("never"))
	c.finished.connect(say.bind("never finished"))
	await frames(3)
	print("  ", c.is_valid(), d.is_valid())
	print("bound node freed")
	var n = Node.new()
	add_child(n)
	var e = n.create_tween()
	e.tween_interval(0.02)
	e.tween_callback(say.bind("never"))
	n.queue_free()
	await frames(4)
	print("  ", e.is_valid(), e.is_running())
	print("bound node out of the tree")
	var m = Node.new()
	var f = m.create_tween()
	f.tween_callback(say.bind("f"))
	await frames(2)
	print("  waits ", f.is_valid(), f.is_running())
	add_child(m)
	await frames(2)
	print("  ", f.is_valid())
	remove_child(m)
	m.free()
	print("property")
	var g = create_tween()
	g.tween_property(self, "x", 1.0, 0.05)
	g.tween_property(self, "x", 2.0, 0.0)
	g.parallel().tween_callback(say.bind("parallel"))
	g.finished.connect(say.bind("finished"))
	for i in 6:
		await get_tree().process_frame
		print("  ", near(x))
	print("paused")
	process_mode = Node.PROCESS_MODE_ALWAYS
	var h = create_tween().set_pause_mode(Tween.TWEEN_PAUSE_STOP)
	h.tween_callback(say.bind("stopped one"))
	var k = create_tween().set_pause_mode(Tween.TWEEN_PAUSE_PROCESS)
	k.tween_callback(say.bind("processing one"))
	var bound = create_tween()
	bound.tween_callback(say.bind("bound one"))
	get_tree().paused = true
	await frames(3)
	get_tree().paused = false
	await frames(3)
	print("loops")
	var o = create_tween().set_loops(3)
	o.tween_callback(say.bind("loop"))
	o.tween_interval(0.02)
	o.loop_finished.connect(say)
	o.finished.connect(say.bind("all"))
	await o.finished
	say("awaited")
	await get_tree().process_frame
	say("frame")
	get_tree().quit()
