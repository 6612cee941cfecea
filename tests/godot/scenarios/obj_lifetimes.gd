extends Node
# Plain objects and counted ones: ends, signals of what is gone, frees in handlers, ids.

signal ping(x)

class O extends Object:
	signal done(x)
	var label = "o"
	func heard(x):
		print("  ", label, " heard ", x)
	func end(_x = null):
		print("  ", label, " ends")
		free()
	func _notification(what):
		if what == NOTIFICATION_PREDELETE:
			print("  predelete ", label)

class R extends RefCounted:
	signal done(x)
	var label = "r"
	func heard(x):
		print("  ", label, " heard ", x)
	func _notification(what):
		if what == NOTIFICATION_PREDELETE:
			print("  predelete ", label)

func drop(x):
	print("  drop ", x)
	kept = null

func free_it(x, o):
	print("  free_it ", x)
	o.free()

func after(x):
	print("  after ", x)

var kept

func make(label):
	var r = R.new()
	r.label = label
	return r

func local():
	var r = make("local")
	ping.connect(r.heard)
	ping.emit("in local")
	print("  ", ping.has_connections())

func _ready():
	print("object")
	var o = O.new()
	o.label = "first"
	ping.connect(o.heard)
	ping.emit(1)
	print("  ", is_instance_valid(o), " ", instance_from_id(o.get_instance_id()) == o, " ", o.get_instance_id() > 0)
	var id = o.get_instance_id()
	o.free()
	print("  ", is_instance_valid(o), " ", instance_from_id(id), " ", is_instance_id_valid(id), " ", ping.has_connections())
	print("frees itself")
	o = O.new()
	o.label = "second"
	o.call("end")
	print("  ", is_instance_valid(o))
	o = O.new()
	o.label = "third"
	ping.connect(o.end)
	ping.connect(after)
	ping.emit(2)
	print("  ", is_instance_valid(o), " ", ping.is_connected(after))
	print("freed by a handler of another")
	o = O.new()
	o.label = "fourth"
	ping.disconnect(after)
	ping.connect(free_it.bind(o))
	ping.connect(o.heard)
	ping.connect(after)
	ping.emit(3)
	ping.disconnect(free_it)
	ping.disconnect(after)
	print("counted")
	local()
	print("  ", ping.has_connections())
	kept = make("kept")
	print("  ", kept.get_reference_count(), " ", kept.get_instance_id() < 0)
	var other = kept
	print("  ", kept.get_reference_count())
	other = null
	ping.connect(drop)
	ping.connect(kept.heard)
	ping.connect(after)
	ping.emit(4)
	print("  ", kept, " ", ping.is_connected(after))
	ping.emit(5)
	ping.disconnect(drop)
	print("its own signal")
	kept = make("emitter")
	kept.done.connect(drop)
	kept.done.connect(after)
	kept.done.emit(6)
	print("  ", kept)
	print("deferred")
	kept = make("deferred")
	kept.heard.call_deferred("never")
	ping.connect(kept.heard, CONNECT_DEFERRED)
	ping.emit(7)
	kept = null
	await get_tree().process_frame
	print("weak")
	kept = make("weak")
	var w = weakref(kept)
	print("  ", w.get_ref() == kept)
	kept = null
	print("  ", w.get_ref())
	o = O.new()
	o.label = "held weakly"
	w = weakref(o)
	print("  ", w.get_ref() == o)
	o.free()
	print("  ", w.get_ref())
	print("queue")
	o = O.new()
	o.label = "queued"
	get_tree().queue_delete(o)
	print("  ", o.is_queued_for_deletion())
	await get_tree().process_frame
	await get_tree().process_frame
	print("  ", is_instance_valid(o))
	get_tree().quit()
