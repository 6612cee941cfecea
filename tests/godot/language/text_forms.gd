extends Node
# How values are written: print, str, var_to_str and back.

class Named:
	func _to_string() -> String:
		return "I am named"

class Bare:
	var x := 1

class Node2 extends Node:
	pass

func both(v) -> void:
	print(v, " | ", str(v), " | ", var_to_str(v), " | ", var_to_str(str_to_var(var_to_str(v))) == var_to_str(v))

func _ready() -> void:
	for v in [null, true, false, 0, -5, 9223372036854775807, 0.0, -0.0, 1.0, 0.1, 1e20, 1e-10, 123456.789, INF, -INF, NAN, "", "a\"b\n\\t", &"sn", ^"a/b:c"]:
		both(v)
	for v in [Vector2(1, 2.5), Vector2i(1, -2), Vector3(0.1, 1e6, -1), Vector3i(1, 2, 3), Vector4(1, 2, 3, 4), Vector4i(1, 2, 3, 4), Rect2(1, 2, 3, 4.5), Rect2i(1, 2, 3, 4), Color(1, 0.5, 0.25), Color.TRANSPARENT, Plane(0, 1, 0, 2), Quaternion(0, 0, 0, 1), AABB(Vector3.ONE, Vector3.ONE), Basis.IDENTITY, Transform2D.IDENTITY, Transform3D.IDENTITY, Projection.IDENTITY]:
		both(v)
	for v in [[], [1, "a", null], [[1], [2.0, [true]]], {}, {"a": 1}, {1: [2], &"k": {"n": null}}, [&"a", ^"b"], [Vector2.ONE, {"c": Color.RED}]]:
		both(v)
	for v in [PackedByteArray([1, 2]), PackedInt32Array([1, -1]), PackedInt64Array([1]), PackedFloat32Array([0.1, 2]), PackedFloat64Array([0.1]), PackedStringArray(["a", "b\"c"]), PackedVector2Array([Vector2.ONE]), PackedVector3Array([Vector3.ONE]), PackedVector4Array([Vector4.ONE]), PackedColorArray([Color.RED]), PackedStringArray()]:
		both(v)
	var ti: Array[int] = [1, 2]
	var tv: Array[Vector2] = [Vector2.ONE]
	var td: Dictionary[String, Variant] = {"q": 1}
	both(ti)
	both(tv)
	both(td)
	print(Named.new(), [Named.new()], {"k": Named.new()}, str(Named.new()), "%s" % Named.new())
	print(str(Bare.new()).begins_with("<RefCounted#"), str([Bare.new()]).begins_with("[<RefCounted#"))
	print(str(self).begins_with("Main:<Node#"), " ", str(get_tree()).begins_with("<SceneTree#"), " ", str(root_name()), " ", str(Named).begins_with("<GDScript#"))
	var nn: Node = null
	var any = null
	print(nn, " ", any, " ", [nn], " ", str(nn), " ", "%s" % nn, " ", get_node_or_null("x"), " ", nn == null, " ", {"n": nn})
	var from_get = get_node_or_null("x")
	print(from_get, " ", str(from_get), " ", [from_get])
	var freed := Node.new()
	freed.free()
	print(freed, " ", str(freed), " ", [freed])
	print(print_callable, " ", ready, " ", Callable(), " ", Signal(), " ", RID())
	print("a", 1, 2.0, true, null, &"b", [1], {"k": 1})
	print()
	print("")
	print([1.0, 2.50, 1e3], Vector2(1.0, 2.50), 3.0 * 2)
	print(str_to_var("{\"a\": [1, 2.5], \"b\": Vector2(1, 2)}"), str_to_var("[1, \"x\", true, null]"), str_to_var("12"), str_to_var("-1.5"), str_to_var("\"q\""), str_to_var("Rect2(0, 0, 1, 1)"))
	print(var_to_str({"b": 1, "a": {"x": [1, {}]}}))
	get_tree().quit()

func root_name() -> StringName:
	return get_tree().root.name

func print_callable() -> void:
	pass
