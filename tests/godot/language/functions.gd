extends Node

var calls := 0
static var made := 0

func next_id() -> int:
	calls += 1
	return calls

func with_default(a, b = 2, c := "three", d = []) -> String:
	d.append(a)
	return "%s %s %s %s" % [a, b, c, d]

func computed(a: int, b := a_default(), c = next_id() * 10) -> Array:
	return [a, b, c]

func a_default() -> int:
	print("default computed")
	return 5

func returns_nothing():
	pass

func returns_void() -> void:
	return

func early(x: int):
	if x > 5:
		return "big"

func typed_return(x) -> float:
	return x

func many(first: int, ...rest: Array) -> String:
	return "%d %s %d" % [first, rest, rest.size()]

func only_rest(...args) -> int:
	return args.size()

static func stat(x: int) -> int:
	made += 1
	return x * 2 + made

func fact(n: int) -> int:
	return 1 if n <= 1 else n * fact(n - 1)

func fib(n: int) -> int:
	if n < 2:
		return n
	return fib(n - 1) + fib(n - 2)

func is_even(n: int) -> bool:
	return true if n == 0 else is_odd(n - 1)

func is_odd(n: int) -> bool:
	return false if n == 0 else is_even(n - 1)

func change(list: Array, dict: Dictionary, number: int, text: String) -> void:
	list.append(1)
	dict.k = 2
	number += 1
	text += "!"
	list = []
	dict = {}

func swap(a, b) -> Array:
	return [b, a]

func shadow(calls: int) -> int:
	calls += 100
	return calls + self.calls

func match_return(x):
	match x:
		1: return "one"
		2: return "two"

func nested_return(list: Array) -> int:
	for a in list:
		for b in a:
			while b > 10:
				return b
	return -1

func _ready() -> void:
	print(with_default(1), " | ", with_default(2, "x"), " | ", with_default(3, 4, "y", [0]), " | ", with_default(1))
	print(computed(1))
	print(computed(1, 2))
	print(computed(1, 2, 3))
	print(computed(1))
	print(returns_nothing(), " ", early(9), " ", early(1), " ", typed_return(3), " ", match_return(2), " ", match_return(5))
	returns_void()
	print(many(1), " ", many(1, 2, "x"), " ", only_rest(), " ", only_rest(1, 2, 3), " ", callv("many", [5, 6]))
	print(stat(4), " ", self.stat(4), " ", made)
	print(fact(20), " ", fib(15), " ", is_even(20), " ", is_odd(7))
	var l := []
	var d := {}
	var n := 5
	var t := "t"
	change(l, d, n, t)
	print(l, d, n, t)
	print(swap(1, "b"), shadow(3), nested_return([[1, 2], [3, 11, 12]]), nested_return([]))
	print(call("fact", 5), " ", callv("swap", [1, 2]), " ", has_method("fact"), " ", has_method("nope"))
	var f := fact
	print(f.call(6), " ", Callable(self, "fib").call(10), " ", self["calls"], " ", self.get("calls"))
	var order := [say("a"), say("b") + say("c")]
	print(order)
	print(say("left") if yes() else say("right"))
	print(no() and say("skipped"), " ", yes() or say("skipped"), " ", no() or yes(), " ", not no())
	var i := 0
	var arr := [10, 20, 30]
	arr[next_index()] += next_value()
	print(arr)
	print(i)
	var long_call := with_default(
		1,
		2,
		"multi line",
	)
	print(long_call)
	if true: print("inline if")
	if false: pass
	else: print("inline else")
	print("%s" % [func(): return 5].map(func(g): return g.call()))
	print((func(a, b = 10): return a + b).call(1), " ", (func(): return).call())
	get_tree().quit()

var index := 0

func next_index() -> int:
	print("index")
	return 1

func next_value() -> int:
	print("value")
	return 5

func say(x: String) -> String:
	print("say ", x)
	return x

func yes() -> bool:
	print("yes")
	return true

func no() -> bool:
	print("no")
	return false
