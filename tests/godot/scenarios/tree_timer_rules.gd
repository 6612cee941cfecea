extends Node
# SceneTreeTimers from different places, changes of time_left, time scale and pauses.

var frame = 0

func near(x):
	return int(x * 1000.0 + 0.5)

func say(what):
	print("  ", frame, " ", what, " ", Engine.is_in_physics_frame())

func again(n):
	say("again " + str(n))
	if n > 0:
		get_tree().create_timer(0.0).timeout.connect(again.bind(n - 1))

func _process(_delta):
	frame += 1
	if frame == 3:
		get_tree().create_timer(0.02).timeout.connect(say.bind("made in process"))
		get_tree().create_timer(0.02, true, true).timeout.connect(say.bind("physics, made in process"))

func _physics_process(_delta):
	if frame == 4:
		get_tree().create_timer(0.02).timeout.connect(say.bind("made in physics"))
		get_tree().create_timer(0.02, true, true).timeout.connect(say.bind("physics, made in physics"))

func moves(t):
	say("moves the other")
	t.time_left = 0.0

func frames(n):
	for i in range(n):
		await get_tree().process_frame

func _ready():
	var t = get_tree()
	t.create_timer(0.0).timeout.connect(say.bind("zero"))
	t.create_timer(-1.0).timeout.connect(say.bind("negative"))
	t.create_timer(0.0, true, true).timeout.connect(say.bind("zero physics"))
	again(3)
	await frames(10)
	print("moving")
	var far = t.create_timer(10.0)
	far.timeout.connect(say.bind("far"))
	t.create_timer(0.02).timeout.connect(moves.bind(far))
	var later = t.create_timer(0.02)
	later.timeout.connect(say.bind("later"))
	later.time_left = 0.06
	print("  ", near(later.time_left), " ", near(far.time_left))
	await frames(6)
	print("  ", near(later.time_left), " ", near(far.time_left))
	print("over")
	far.time_left = 0.02
	await frames(4)
	print("  ", near(far.time_left))
	print("same end")
	var one = t.create_timer(0.05)
	var two = t.create_timer(0.05)
	two.timeout.connect(say.bind("two"))
	one.timeout.connect(say.bind("one"))
	t.create_timer(0.04).timeout.connect(say.bind("earlier"))
	t.create_timer(0.05, true, true).timeout.connect(say.bind("in physics"))
	await frames(6)
	print("scale")
	Engine.time_scale = 0.5
	t.create_timer(0.05).timeout.connect(say.bind("scaled"))
	t.create_timer(0.05, true, false, true).timeout.connect(say.bind("unscaled"))
	t.create_timer(0.05, true, true).timeout.connect(say.bind("scaled physics"))
	t.create_timer(0.05, true, true, true).timeout.connect(say.bind("unscaled physics"))
	await frames(9)
	Engine.time_scale = 1.0
	print("paused")
	process_mode = Node.PROCESS_MODE_ALWAYS
	t.paused = true
	t.create_timer(0.02).timeout.connect(say.bind("always"))
	t.create_timer(0.02, false).timeout.connect(say.bind("not always"))
	t.create_timer(0.02, false, true).timeout.connect(say.bind("not always, physics"))
	await frames(4)
	t.paused = false
	await frames(4)
	print("two waiters")
	var shared = t.create_timer(0.01)
	shared.timeout.connect(say.bind("first"))
	shared.timeout.connect(say.bind("second"), CONNECT_DEFERRED)
	await shared.timeout
	say("awaited")
	await t.create_timer(0.0).timeout
	say("awaited zero")
	await t.create_timer(0.0).timeout
	say("awaited zero again")
	t.quit()
