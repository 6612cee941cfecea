extends Node
# Deferred calls and sets: order among signals, timers, physics, frees, binds, one-shots.

signal ping(n)

class R extends RefCounted:
	func say(x):
		print("  ref says ", x)

var queued
var value = 0
var stage = 0

func say(a, b = "", c = ""):
	print("  say ", a, " ", b, " ", c)

func nested(n):
	print("  nested ", n)
	if n > 0:
		nested.call_deferred(n - 1)
		say.call_deferred("beside", n)

func heard(n, extra = ""):
	print("  heard ", n, " ", extra, " value ", value)

func frees(n):
	print("  frees")
	n.free()

func waits(n):
	print("  waits ", n)
	await get_tree().process_frame
	print("  waited ", n)

func in_timer():
	print("  timer")
	say.call_deferred("from the timer")
	get_tree().process_frame.connect(say.bind("process_frame"), CONNECT_ONE_SHOT)
	get_tree().physics_frame.connect(say.bind("physics_frame"), CONNECT_ONE_SHOT)
	queued.queue_free()

func on_exit():
	print("  queued exits")
	say.call_deferred("from tree_exiting")


func _process(_delta):
	if stage == 1:
		stage = 2
		print("  _process")
		say.call_deferred("from _process")
		get_tree().create_timer(0.001).timeout.connect(in_timer)

func _physics_process(_delta):
	if stage == 0:
		stage = 1
		print("  _physics_process")
		say.call_deferred("from _physics_process")
		set_deferred("value", 100)

func _ready():
	queued = Node.new()
	queued.tree_exiting.connect(on_exit)
	add_child(queued)
	print("order")
	say.call_deferred(1)
	set_deferred("value", 5)
	call_deferred("say", 2, "x")
	ping.connect(heard, CONNECT_DEFERRED)
	ping.connect(heard.bind("bound"), CONNECT_DEFERRED)
	ping.emit(1)
	ping.emit(2)
	ping.disconnect(heard)
	Callable(self, "say").bind("z").call_deferred("y")
	say.unbind(1).call_deferred("kept", "dropped")
	say.bind(1, 2).unbind(1).call_deferred("k", "d")
	nested.call_deferred(2)
	value = 1
	print("now ", value)
	await get_tree().process_frame
	print("frees")
	var n = Node.new()
	frees.call_deferred(n)
	n.call_deferred("set_name", "x")
	n.set_name.call_deferred("y")
	n.set_deferred("name", "z")
	say.call_deferred("with", n)
	var m = Node.new()
	m.set_name.bind("q").call_deferred()
	m.free()
	var r = R.new()
	r.say.call_deferred("alive")
	r.call_deferred("say", "by name")
	r = null
	await get_tree().process_frame
	print("waiting")
	waits.call_deferred(1)
	call_deferred("waits", 2)
	await get_tree().process_frame
	print("  frame")
	await get_tree().process_frame
	print("one-shot deferred")
	ping.connect(heard, CONNECT_DEFERRED | CONNECT_ONE_SHOT)
	ping.emit(7)
	print("  ", ping.is_connected(heard))
	ping.emit(8)
	ping.connect(heard, CONNECT_DEFERRED)
	ping.emit(9)
	await get_tree().process_frame
	print("errors")
	call_deferred("nope", 1)
	set_deferred("nope", 1)
	say.call_deferred(1, 2, 3, 4)
	await get_tree().process_frame
	print("steps")
	stage = 0
	for i in 5:
		await get_tree().process_frame
		print("  frame ", i, " value ", value)
	get_tree().quit()
