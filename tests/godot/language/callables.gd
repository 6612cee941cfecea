extends Node

class Target extends RefCounted:
	var tag: String
	func _init(t := "") -> void:
		tag = t
	func run(a = "-", b = "-", c = "-") -> String:
		return "%s:%s%s%s" % [tag, a, b, c]
	static func stat(x) -> String:
		return "stat %s" % x

func hello(x := 1) -> String:
	return "hello %s" % x

func gone() -> void:
	var t := Target.new("short")
	var c := t.run
	print(c.is_valid(), c.call(1))
	t = null
	print(c.is_valid(), " ", c.get_object() == null, " ", c.is_null())

func call_gone(c: Callable) -> String:
	print(c.call())
	return "after"

func _ready() -> void:
	var t := Target.new("t")
	var c := t.run
	print(c.call(), c.call(1), c.call(1, 2, 3), c.callv([4, 5]))
	var b := c.bind("B")
	print(b.call(), b.call(1), b.call(1, 2), b.bind("C").call(), b.bind("C").call("a"))
	var u := c.unbind(1)
	print(u.call(1), u.call(1, 2), u.unbind(1).call(1, 2, 3), c.bind("x").unbind(1).call("drop"), c.unbind(1).bind("x").call("keep"))
	print(b.get_bound_arguments(), c.bind(1, 2).get_bound_arguments(), c.bind(1).bind(2).get_bound_arguments(), b.get_method(), b.get_object() == t, b.get_object_id() == t.get_instance_id())
	print(c == t.run, c == Target.new("t").run, b == c, b == c.bind("B"), c.bind(1) == c.bind(1), Callable(t, "run") == c, hash(c) == hash(t.run))
	print(c.is_standard(), c.is_custom(), b.is_custom(), Callable().is_null(), Callable(t, "zzz").is_valid(), Callable(null, "x").is_null())
	print(hello, " ", hello.bind(2), " ", Callable(self, "nope"))
	print(hello.call(), hello.bind(7).call(), hello.get_argument_count(), c.get_argument_count(), b.get_argument_count(), c.unbind(1).get_argument_count())
	print(Target.stat.call(3), " ", Target.stat.is_valid(), " ", t.stat.call(4))
	var built := [1, 2].append
	print(built.is_valid() if built else "none")
	var up := "text".to_upper
	print(up.call(), " ", up.get_method(), " ", [3, 1].max.call())
	var gl := absi
	print(gl.call(-3), " ", [1.5, -2.5].map(absf), " ", ["a", "b"].map(func(s): return s.to_upper()), " ", [4, 9].map(sqrt), " ", [1, "x"].map(typeof))
	var creator := Target.new
	print(creator.call("made").run(), " ", ["p", "q"].map(Target.new).map(func(o): return o.tag))
	gone()
	var dead: Callable
	if true:
		var x := Target.new("x")
		dead = x.run
	print(call_gone(dead))
	var d := {hello: 1}
	print(d.has(hello), d[hello], [hello, c].find(c), hello in [hello])
	print(Callable.create({"a": 5, "get_it": 3}, "size").call() if Callable.create({}, "size").is_valid() else "invalid")
	print(Callable.create([1, 2, 3], "size").call(), Callable.create("abc", "length").call())
	hello.call_deferred(5)
	var lines := []
	var push := lines.push_back
	push.call(1)
	push.bind(2).call()
	print(lines)
	var composed := compose(func(x): return x + 1, func(x): return x * 10)
	print(composed.call(4), " ", pipeline([func(x): return x + 1, func(x): return x * x], 3))
	print(curry(func(a, b2, c2): return a + b2 + c2, [1, 2]).call(3), " ", memo(func(n): return n * n).call(12))
	print(t.has_method("run"), t.call("run", 9), t.callv("run", [8]), t.call_deferred("run"))
	get_tree().quit()

func compose(f: Callable, g: Callable) -> Callable:
	return func(x): return g.call(f.call(x))

func pipeline(steps: Array[Callable], x):
	for s in steps:
		x = s.call(x)
	return x

func curry(f: Callable, args: Array) -> Callable:
	return func(last): return f.callv(args + [last])

func memo(f: Callable) -> Callable:
	var cache := {}
	return func(n):
		if not n in cache:
			cache[n] = f.call(n)
		return cache[n]
