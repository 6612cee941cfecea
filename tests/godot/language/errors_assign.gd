extends Node

class A:
	var n := 1

class B extends A:
	pass

var m_int: int
var m_node: Node
var m_list: Array[int] = []
var m_strings: PackedStringArray
var m_vec: Vector2
var m_set: int:
	set(v):
		print("  setter ", v)
		m_set = v
var m_b: B

func to_int(x) -> int:
	var i: int = x
	print("  got ", i)
	return i

func to_string_(x) -> String:
	var s: String = x
	print("  got ", s)
	return s

func to_node(x) -> Node:
	var n: Node = x
	print("  got ", n == x)
	return n

func to_b(x) -> B:
	var b: B = x
	print("  got ", b is B)
	return b

func to_array(x) -> Array:
	var a: Array = x
	print("  got ", a)
	return a

func to_ints(x) -> Array[int]:
	var a: Array[int] = x
	print("  got ", a)
	return a

func to_dict(x) -> Dictionary:
	var d: Dictionary = x
	print("  got ", d)
	return d

func to_vec(x) -> Vector2:
	var v: Vector2 = x
	print("  got ", v)
	return v

func to_bool(x) -> bool:
	var b: bool = x
	print("  got ", b)
	return b

func to_callable(x) -> Callable:
	var c: Callable = x
	print("  got callable")
	return c

func to_packed(x) -> PackedInt32Array:
	var p: PackedInt32Array = x
	print("  got ", p)
	return p

func ret_int(x) -> int:
	return x

func ret_node(x) -> Node:
	return x

func ret_string(x) -> String:
	return x

func ret_ints(x) -> Array[int]:
	return x

func member_int(x):
	m_int = x
	print("  member ", m_int)

func member_other(o, x):
	o.m_int = x
	print("  member ", o.m_int)

func member_set(o, name_, x):
	o.set(name_, x)
	print("  member ", o.get(name_))

func member_node(x):
	m_node = x
	print("  ok")

func member_vec(o, x):
	o.m_vec = x
	print("  ", o.m_vec)

func member_setter(o, x):
	o.m_set = x
	print("  ", o.m_set)

func typed_append(x):
	m_list.append(x)
	print("  list ", m_list)

func typed_index(l, x):
	l.append(1)
	l[0] = x
	print("  list ", l)

func typed_assign(x):
	m_list = x
	print("  list ", m_list)

func typed_push(l, x):
	l.push_front(x)
	l.insert(0, x)
	l.fill(x)
	l.append_array([x])
	print("  list ", l)

func builtin_property(o, x):
	o.process_priority = x
	print("  priority ", o.process_priority)

func cast_to_node(x):
	var n := x as Node
	print("  cast ", n)
	return n.name

func cast_to_int(x):
	var i = x as int
	print("  cast ", i)

func loop_typed(l):
	for i: int in l:
		print("  i ", i)
	print("  after loop")

func engine_member(o):
	o.name = 5
	print("  name ", o.name)

func packed_member(o, x):
	o.m_strings = x
	print("  ", o.m_strings)

func _ready() -> void:
	print("int ", to_int("5"), " ", to_int(5.7), " ", to_int(null), " ", to_int([]), " ", to_int(true))
	print("string ", to_string_(5), "|", to_string_(&"n"), "|", to_string_(null), "|")
	print("node ", to_node(self) == self, " ", to_node(null), " ", to_node(RefCounted.new()), " ", to_node(5))
	print("b ", to_b(A.new()), " ", to_b(null), " ", to_b(self), " ", to_b(B.new()) is B)
	print("array ", to_array(5), to_array(PackedInt32Array([1])), to_array({}), to_array(null))
	print("ints ", to_ints(["x"]), to_ints([1, 2]), to_ints([] as Array[String]), to_ints(m_list), to_ints("s"))
	print("dict ", to_dict([]), to_dict({1: 2}), to_dict(null))
	print("vec ", to_vec(1), to_vec(Vector2i(1, 2)), to_vec(Vector3.ONE), to_vec("x"))
	print("bool ", to_bool("x"), to_bool(2), to_bool(null), to_bool([]), to_bool(0.0))
	print("callable ", to_callable(5), to_callable(to_int).is_valid())
	print("packed ", to_packed(["a"]), to_packed([1, 2.5]), to_packed(PackedFloat32Array([1])), to_packed(3))
	print("ret_int ", ret_int("x"), ret_int(2.5), ret_int(null))
	print("ret_node ", ret_node(5), ret_node(self) == self, ret_node(RefCounted.new()), ret_node(null))
	print("ret_string ", ret_string(5), "|", ret_string(&"x"), "|")
	print("ret_ints ", ret_ints(["a"]), ret_ints(m_list), ret_ints([1]))
	print("member_int ", member_int("x"), member_int(3.9), m_int)
	print("member_other ", member_other(self, "x"), member_other(self, 4.5), m_int)
	print("member_set ", member_set(self, "m_int", "y"), member_set(self, "m_int", 8.1), member_set(self, "m_vec", 3), member_set(self, "nope", 1))
	print("member_node ", member_node(5), member_node(RefCounted.new()), member_node(null), m_node)
	print("member_vec ", member_vec(self, 5), member_vec(self, Vector2i(1, 2)))
	print("member_setter ", member_setter(self, "s"), member_setter(self, 2.5))
	print("typed_append ", typed_append("x"), typed_append(2.9), typed_append(null), typed_append(7))
	print("typed_index ", typed_index(m_list, "z"), m_list)
	print("typed_assign ", typed_assign(["q"]), typed_assign([1]), m_list)
	print("typed_push ", typed_push(m_list, "p"), m_list)
	print("builtin_property ", builtin_property(self, "x"), builtin_property(self, 2.7))
	print("cast_to_node ", cast_to_node(RefCounted.new()))
	print("cast_to_int ", cast_to_int("12"), cast_to_int([]), cast_to_int(self))
	print("loop_typed ", loop_typed([1, 2.5]), loop_typed(["x"]))
	print("engine_member ", engine_member(self), name)
	print("packed_member ", packed_member(self, 5), packed_member(self, ["a"]), m_strings)
	get_tree().quit()
