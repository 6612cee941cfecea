extends Node

class Two:
	var sum := 0
	func _init(a: int, b: int) -> void:
		sum = a + b

class Zero:
	func need(x: Node, n: int = 1) -> String:
		return "%s %d" % [x, n]

func two(a, b):
	return [a, b]

func one_default(a, b := 3) -> Array:
	return [a, b]

func strict(n: int, s: String) -> String:
	return "%d %s" % [n, s]

func strict_node(n: Node) -> String:
	return n.name

func strict_array(a: Array[int]) -> int:
	return a.size()

func few(o):
	print(o.two(1))
	print("  after")

func many(o):
	print(o.two(1, 2, 3))
	print("  after")

func few_default(o):
	print(o.one_default())
	print("  after")

func wrong_type(o):
	print(o.strict("x", "y"))
	print("  after")

func wrong_type2(o):
	print(o.strict(1, 2))
	print("  after")

func wrong_object(o, x):
	print(o.strict_node(x))
	print("  after")

func wrong_array(o, x):
	print(o.strict_array(x))
	print("  after")

func call_name(o):
	print(o.call("two", 1))
	print(o.call("nope", 1))
	print(o.call("strict", [], 1))
	print("  after")

func callv_wrong(o):
	print(o.callv("two", [1, 2, 3]))
	print("  after")

func callable_wrong(c: Callable):
	print(c.call(1))
	print("  after")

func callable_null():
	var c := Callable()
	print(c.call())
	print("  after")

func callable_missing(o):
	var c := Callable(o, "missing")
	print(c.call())
	print("  after")

func not_callable(x):
	print(x.call())
	print("  after")

func lambda_wrong():
	var f := func(a: int): return a
	print(f.call())
	print("  middle")
	print(f.call("x"))
	print("  middle")
	print(f.call(1, 2))
	print("  after")

func new_wrong(c):
	var t = c.new(1)
	print("  made ", t)
	var u = c.new("x", 2)
	print("  made ", u)

func new_many(c):
	var t = c.new(1, 2, 3)
	print("  made ", t)

func builtin_few(o):
	o.add_child()
	print("  after")

func builtin_many(o):
	o.get_child(0, false, 1)
	print("  after")

func builtin_type(o):
	o.get_child("x")
	print("  after")

func builtin_object_type(o, x):
	o.add_child(x)
	print("  after")

func string_few(s):
	print(s.split())
	print(s.replace("a"))
	print("  after")

func array_type(a):
	a.resize("x")
	print("  after")

func array_many(a):
	a.append(1, 2)
	print("  after")

func utility_type(x):
	print(absi(x))
	print("  after")

func utility_type2(x):
	print(clampf(x, 0, 1))
	print("  after")

func abs_type(x):
	print(abs(x))
	print("  after")

func len_type(x):
	print(len(x))
	print("  after")

func range_zero(x):
	print(range(0, 5, x))
	print("  after")

func ctor_type(x):
	print(Vector2(x, 1))
	print("  after")

func int_ctor(x):
	print(int(x))
	print("  after")

func map_wrong():
	print([1, 2].map(func(): return 1))
	print([3, 1].filter(func(x): return x.nope))
	print("  after")

func static_call(x):
	x.make_nothing()
	print("  after")

func _ready() -> void:
	print("few ", few(self))
	print("many ", many(self))
	print("few_default ", few_default(self))
	print("wrong_type ", wrong_type(self))
	print("wrong_type2 ", wrong_type2(self))
	print("wrong_object ", wrong_object(self, RefCounted.new()))
	print("wrong_object ", wrong_object(self, 5))
	print("wrong_object ", wrong_object(self, null))
	print("wrong_array ", wrong_array(self, ["x"]))
	print("wrong_array ", wrong_array(self, 5))
	print("call_name ", call_name(self))
	print("callv_wrong ", callv_wrong(self))
	print("callable_wrong ", callable_wrong(two))
	print("callable_null ", callable_null())
	print("callable_missing ", callable_missing(self))
	print("not_callable ", not_callable(5))
	print("lambda_wrong ", lambda_wrong())
	print("new_wrong ", new_wrong(Two))
	print("new_many ", new_many(Two))
	print("builtin_few ", builtin_few(self))
	print("builtin_many ", builtin_many(self))
	print("builtin_type ", builtin_type(self))
	print("builtin_object_type ", builtin_object_type(self, RefCounted.new()))
	print("builtin_object_type ", builtin_object_type(self, 3))
	print("string_few ", string_few("abc"))
	print("array_type ", array_type([]))
	print("array_many ", array_many([]))
	print("utility_type ", utility_type("x"))
	print("utility_type2 ", utility_type2([]))
	print("abs_type ", abs_type("x"))
	print("len_type ", len_type(5))
	print("range_zero ", range_zero(0))
	print("ctor_type ", ctor_type("x"))
	print("int_ctor ", int_ctor([]))
	print("map_wrong ", map_wrong())
	print("static_call ", static_call(Zero))
	print("end")
	get_tree().quit()
