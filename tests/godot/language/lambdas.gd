extends Node

var member := 1
signal fired(x)

func make_counter() -> Callable:
	var state := {"n": 0}
	return func() -> int:
		state.n += 1
		return state.n

func make_adder(k: int) -> Callable:
	return func(x): return x + k

func apply(f: Callable, times: int, x):
	for i in times:
		x = f.call(x)
	return x

func named(x: int) -> int:
	return x * member

static func stat_lambda() -> Callable:
	var base := 10
	return func(x): return x + base

func _ready() -> void:
	var local := 5
	var f := func(): return local
	local = 6
	print(f.call(), " ", local)
	var g := func():
		local += 1
		return local
	print(g.call(), g.call(), local)
	var list := [1]
	var h := func(): list.append(2)
	h.call()
	print(list)
	var m := func():
		member += 10
		return member
	print(m.call(), member)
	var c := make_counter()
	var c2 := make_counter()
	print(c.call(), c.call(), c2.call(), c.call())
	print(make_adder(3).call(4), apply(make_adder(2), 5, 0), apply(func(x): return x * 2, 4, 1))
	var fact := func(self_ref, n): return 1 if n <= 1 else n * self_ref.call(self_ref, n - 1)
	print(fact.call(fact, 6))
	var holder := {}
	holder.fib = func(n): return n if n < 2 else holder.fib.call(n - 1) + holder.fib.call(n - 2)
	print(holder.fib.call(10))
	holder.clear()
	var typed := func(a: int, b: float = 1.5) -> String: return "%s %s" % [a, b]
	print(typed.call(2.9), " ", typed.call(1, 2), " ", typed.get_argument_count())
	var nested := func(a):
		return func(b):
			return func(c3): return [a, b, c3, local]
	print(nested.call(1).call(2).call(3))
	print(stat_lambda().call(5))
	var bound := func(a, b, c4): return [a, b, c4]
	print(bound.bind(3).call(1, 2), bound.bind(2, 3).call(1), bound.bindv([9]).call(7, 8), bound.bind(5).unbind(1).call(1, 2, 99), bound.callv([4, 5, 6]))
	print(bound.bind("z").get_bound_arguments(), bound.bind("z").get_bound_arguments_count(), bound.unbind(2).get_unbound_arguments_count())
	var n := named
	print(n.call(2), " ", n.get_method(), " ", n.get_object() == self, " ", n.is_valid(), " ", n.is_custom(), " ", n.is_standard(), " ", n.is_null(), " ", n == named, " ", n == Callable(self, "named"), " ", n == func(x): return x)
	var nm := func my_name(x): return x
	print(nm.call(1), " ", nm, " ", f, " ", nm.get_method(), " ", f.get_method(), " ", f.is_custom(), " ", f.is_valid())
	print(named, " ", Callable(), " ", Callable(self, "nope").is_valid())
	fired.connect(func(x): print("fired ", x, " ", local))
	fired.emit(1)
	var once := func(x): print("once ", x)
	fired.connect(once, CONNECT_ONE_SHOT)
	fired.emit(2)
	fired.emit(3)
	print([3, 1, 2].map(func(x): return x * local).filter(func(x): return x > 6))
	var sorted := ["bb", "a", "ccc"]
	sorted.sort_custom(func(a, b): return a.length() > b.length())
	print(sorted)
	var multi := func(x):
		if x > 0:
			return "pos"
		elif x < 0:
			return "neg"
		for i in 2:
			print("loop ", i)
		return "zero"
	print(multi.call(1), multi.call(-1), multi.call(0))
	var noreturn := func(): pass
	print(noreturn.call())
	var acc := []
	for i in 3:
		for s in ["x", "y"]:
			acc.append(func(): return s + str(i))
	print(acc.map(func(fn): return fn.call()))
	var w := func(a): print("immediate ", a)
	w.call("arg")
	(func(): print("called at once")).call()
	await get_tree().process_frame
	var co := func(x):
		await get_tree().process_frame
		return x * 2
	print(await co.call(21))
	w.call_deferred("deferred")
	print("before deferred")
	await get_tree().process_frame
	var dict_fns := {"add": func(a, b): return a + b, "mul": func(a, b): return a * b}
	for k in dict_fns:
		print(k, " ", dict_fns[k].call(3, 4))
	var v = (func(x):
		x.append("in"
			+ "side")
		return x
	).call([])
	print(v)
	var cond := (func(): return 1) if local > 100 else (func(): return 2)
	print(cond.call())
	print(f == f, f == g, hash(f) == hash(f), [f].has(f), n.hash() == named.hash())
	get_tree().quit()
