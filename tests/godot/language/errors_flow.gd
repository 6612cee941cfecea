extends Node
# Errors inside lambdas, coroutines, setters, _init, signal callbacks, freed objects, assert, recursion.

signal ping(x)

class BadInit:
	var a := 1
	var b := 2
	func _init(x) -> void:
		a = 10
		print(x.nope)
		b = 20

class BadField:
	var ok := 1
	var bad = fail()
	var later := 3
	func fail():
		var n = null
		return n.thing

class BadSetter:
	var v := 0:
		set(x):
			v = x
			print("  in setter ", v)
			var n = null
			n.call_it()
			print("  not here")
	var g := 5:
		get:
			var n = null
			return n.x

class BadString:
	func _to_string() -> String:
		var n = null
		return n.text

func fail_assert(x: int) -> String:
	assert(x > 0, "x must be positive")
	assert(x < 100)
	return "passed"

func in_lambda() -> String:
	var f := func(x):
		print("  lambda before")
		print(x.nope)
		print("  lambda after")
		return "value"
	print("  lambda gave ", f.call(null))
	return "outer goes on"

func in_coroutine() -> String:
	await get_tree().process_frame
	print("  coroutine before")
	var n = null
	n.x = 1
	print("  coroutine after")
	return "never"

func coroutine_int(x) -> int:
	await get_tree().process_frame
	print(x.y)
	return 5

func before_await(x) -> int:
	print(x.y)
	await get_tree().process_frame
	return 5

func nested() -> int:
	var r = inner()
	print("  inner gave ", r)
	return 7

func inner() -> int:
	var l = []
	return l[3]

func callback_bad(x) -> void:
	print("  bad callback ", x)
	x.nope()
	print("  never")

func callback_good(x) -> void:
	print("  good callback ", x)

func freed_access(n) -> String:
	print("  valid ", is_instance_valid(n))
	print(n.name)
	return "after"

func freed_call(n) -> String:
	n.queue_free()
	return "after"

func freed_assign(n) -> String:
	n.name = "x"
	return "after"

func freed_typed(n: Node) -> String:
	return n.name

func pass_freed(n) -> String:
	print("  passing")
	return freed_typed(n) + "after"

func freed_compare(n) -> String:
	return "%s %s %s" % [n == null, not n, n is Node]

func freed_cast(n) -> String:
	var m = n as Node
	print("  cast ", m)
	return "after"

func arg_fails() -> void:
	print("  value: ", inner(), " ", nested())

func in_condition(x) -> String:
	if x.nope:
		print("  true")
	else:
		print("  false")
	return "after if"

func in_loop() -> int:
	var done := 0
	for x in [1, null, 3]:
		print("  ", x + 1)
		done += 1
	return done

func in_while(x) -> int:
	while x.nope:
		pass
	return 3

func in_match(x) -> String:
	match x.nope:
		1:
			pass
		_:
			print("  default")
	return "after"

func default_arg(x, y = x.nope) -> String:
	print("  y ", y)
	return "after"

func _init() -> void:
	print("init")
	var n = null
	print(n.x)
	print("init after")

func _process(_delta: float) -> void:
	set_process(false)
	var n = null
	n.y()
	print("process after")

func _ready() -> void:
	print("assert ", fail_assert(5), "|", fail_assert(-1), "|", fail_assert(500), "|")
	print("lambda ", in_lambda())
	print("nested ", nested())
	arg_fails()
	var b := BadInit.new(null)
	print("bad init ", b.a, b.b)
	var f := BadField.new()
	print("bad field ", f.ok, f.bad, f.later)
	var s := BadSetter.new()
	s.v = 5
	print("setter ", s.v)
	s.v += 1
	print("setter ", s.v, " getter ", s.g)
	print("to_string ", BadString.new(), "|")
	ping.connect(callback_bad)
	ping.connect(callback_good)
	ping.connect(func(x): print("  lambda callback ", x); x.boom(); print("  never"))
	ping.emit(4)
	var n := Node.new()
	n.free()
	print("freed_access ", freed_access(n), "|")
	print("freed_call ", freed_call(n), "|")
	print("freed_assign ", freed_assign(n), "|")
	print("freed_typed ", pass_freed(n), "|")
	print("freed_compare ", freed_compare(n))
	print("freed_cast ", freed_cast(n), "|")
	print("in_condition ", in_condition(self), "|")
	print("in_loop ", in_loop())
	print("in_while ", in_while(self))
	print("in_match ", in_match(5), "|")
	print("default_arg ", default_arg(self), "|")
	print("coroutine ", await in_coroutine(), "|")
	print("coroutine_int ", await coroutine_int(null))
	print("before_await ", await before_await(null))
	print("still here")
	await get_tree().process_frame
	call_deferred("callback_bad", 9)
	get_tree().create_timer(0.05).timeout.connect(callback_bad.bind("timer"))
	await get_tree().create_timer(0.1).timeout
	get_tree().quit()
