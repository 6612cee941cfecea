extends Node

class A:
	var v := 1

class B extends A:
	pass

func check(x) -> void:
	print(x, ": ", x is int, " ", x is float, " ", x is String, " ", x is StringName, " ", x is Array, " ", x is Dictionary, " ", x is Vector2, " ", x is bool, " ", x is Object, " ", x is Node, " ", x is Callable)

func as_node(x):
	return x as Node

func as_int(x):
	return x as int

func as_arr(x):
	return x as Array

func _ready() -> void:
	for x in [1, 1.5, "s", &"n", [], {}, Vector2.ONE, true, null]:
		check(x)
	check(check)
	var n: Variant = self
	print(n is Node, n is Node2D, n is Object, n is RefCounted, not n is Node, n is not Node, n is not Timer)
	var a = A.new()
	var b = B.new()
	print(a is A, a is B, b is A, b is B, b is not A, a is not B)
	print(a as B, " ", (b as A).v, " ", b as A == b, " ", as_node(self) == self, " ", as_node(a), " ", as_node(null))
	print(as_int(2.7), " ", as_int("12"), " ", as_int(true), " ", as_arr(PackedInt32Array([1])))
	print(3.99 as int, " ", 3 as float, " ", 1 as bool, " ", &"q" as String, " ", "w" as StringName)
	var typed: Array[int] = [1]
	var any = typed
	print(any is Array[int], any is Array[float], any is Array[String], any is Array, [] is Array[int])
	print(1 in [1, 2], 1.0 in [1, 2], "k" in {"k": 1}, 2 in {1: 2}, "ell" in "hello", 3 in PackedInt32Array([3]), "name" in self, "nope" in self, &"name" in self)
	print(1 not in [2], not 1 in [1], "x" not in "abc", null in [null], [1] in [[1]], Vector2.ONE in [Vector2(1, 1)])
	print(not true or true, " ", not (true or true), " ", !false, " ", true && false, " ", true || false, " ", not null, " ", not 0, " ", not "", " ", not [], " ", not {}, " ", not Vector2.ZERO, " ", not self)
	print(is_instance_of(1, TYPE_INT), is_instance_of(self, Node), is_instance_of(b, A), is_instance_of(a, B), is_instance_of("s", TYPE_INT))
	print(null == null, null is Object, null == false, typeof(null), null != 0)
	print(type_string(TYPE_NIL), type_string(TYPE_OBJECT), type_string(TYPE_PACKED_VECTOR4_ARRAY))
	var t = Timer
	print(n is Node and not n is Timer, " ", t == Timer)
	var m := a as A
	if m:
		print("m ", m.v)
	var wrong := a as B
	if not wrong:
		print("wrong cast is null")
	print(self == get_node("."), self != null, [self] == [self], {1: self} == {1: self})
	for v in [0, 0.0, "", [], {}, null, false, Vector2.ZERO, Color(0, 0, 0, 0), &"", ^"", PackedByteArray(), Callable(), Rect2(), Quaternion(), Transform2D(), 1, -0.5, "0", [0], {0: 0}, Vector2(0, 1), Color(0, 0, 0, 1), Basis()]:
		print(type_string(typeof(v)), " ", "true" if v else "false")
	get_tree().quit()
