extends Node

signal simple
signal with_args(a, b)
signal typed(number: int, text: String)
signal counted(n)

class Emitter extends RefCounted:
	signal done(result)
	func run(x) -> void:
		done.emit(x * 2)

var got := []

func on_simple() -> void:
	print("simple")

func on_args(a, b) -> void:
	print("args ", a, " ", b)

func on_bound(a, b, extra) -> void:
	print("bound ", a, b, extra)

func on_one(a) -> void:
	print("one ", a)

func on_typed(n: int, t: String) -> void:
	print("typed ", n, " ", t)

func on_float(n: float, t) -> void:
	print("float ", n, " ", t)

func wait_two() -> void:
	var r = await with_args
	print("awaited ", r, " ", typeof(r) == TYPE_ARRAY)

func wait_one() -> void:
	var r = await counted
	print("awaited one ", r)

func wait_none() -> void:
	var r = await simple
	print("awaited none ", r)

func _ready() -> void:
	simple.connect(on_simple)
	simple.emit()
	emit_signal("simple")
	emit_signal(&"with_args", 1, 2)
	with_args.connect(on_args)
	with_args.connect(on_bound.bind("x"))
	with_args.connect(on_one.unbind(1))
	with_args.emit(1, "two")
	print(with_args.is_connected(on_args), " ", with_args.is_connected(on_simple), " ", with_args.get_connections().size(), " ", with_args.get_name(), " ", with_args.get_object() == self, " ", with_args.is_null(), " ", with_args)
	with_args.disconnect(on_args)
	with_args.disconnect(with_args.get_connections()[1].callable)
	with_args.emit(3, 4)
	for c in with_args.get_connections():
		with_args.disconnect(c.callable)
	typed.connect(on_typed)
	typed.emit(5, "five")
	typed.connect(on_float)
	typed.emit(2, "t")
	typed.disconnect(on_typed)
	counted.connect(func(n): got.append(n))
	counted.connect(func(n): got.append(n * 10), CONNECT_ONE_SHOT)
	for i in 3:
		counted.emit(i)
	print(got)
	simple.disconnect(on_simple)
	simple.connect(on_simple, CONNECT_DEFERRED)
	simple.emit()
	print("emitted deferred")
	await get_tree().process_frame
	simple.disconnect(on_simple)
	wait_two()
	wait_one()
	wait_none()
	with_args.emit("p", "q")
	counted.emit(77)
	simple.emit()
	simple.emit()
	var e := Emitter.new()
	e.done.connect(func(r): print("done ", r))
	e.run(21)
	var sig := e.done
	sig.emit("direct")
	var s2 := Signal(e, "done")
	print(s2 == sig, " ", s2 == e.done, " ", sig.get_name(), " ", has_signal("simple"), " ", e.has_signal("done"), " ", e.has_signal("x"))
	var holder := {"s": simple}
	holder.s.connect(on_simple, CONNECT_ONE_SHOT)
	holder.s.emit()
	holder["s"].emit()
	add_user_signal("custom", [{"name": "v", "type": TYPE_INT}])
	connect("custom", func(v): print("custom ", v))
	emit_signal("custom", 9)
	print(has_user_signal("custom"), has_user_signal("simple"), is_connected("custom", on_simple))
	var order := []
	simple.connect(func(): order.append("a"))
	simple.connect(func():
		order.append("b")
		simple.connect(func(): order.append("late"), CONNECT_ONE_SHOT)
	, CONNECT_ONE_SHOT)
	simple.connect(func(): order.append("c"))
	simple.emit()
	print(order)
	simple.emit()
	print(order)
	for s in get_signal_list():
		if s.name in ["simple", "typed", "with_args"]:
			print(s.name, " ", s.args.map(func(a): return [a.name, a.type]))
	var t := get_tree().create_timer(0.05)
	t.timeout.connect(func(): print("timeout"))
	await t.timeout
	print("after timeout ", t.time_left)
	tree_exiting.connect(func(): print("leaving ", name))
	print(simple.has_connections(), " ", Emitter.new().done.has_connections())
	get_tree().quit()
