extends Node
# JSON: the edges: ends in the wrong place, depth, very small and large numbers, forms that are wrong.

func show(s: String) -> void:
	var j := JSON.new()
	var e := j.parse(s)
	print(var_to_str(s).replace("\n","\\n").left(60), " -> ", e, " ", type_string(typeof(j.data)), " ", "deep" if s.begins_with("[[") else str(j.data), " line ", j.get_error_line(), " [", j.get_error_message(), "]")
func _ready() -> void:
	for s in ["-0.0", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "[", "[1,", "\n\n{\n", "[-]", "[1-]", "[\"a]", "[\"\\", "1e400", "-1e400", "1e-400", "[\n1\n2]", "\"\\v\"", "\"\\ude00\"", "\"\\ud83dx\"", "\"\\ud83d\\n\"", "\"\\ud83d\\u0041\"", "nullx", "[tru]", "{\"a\":tru}", "1.5.5", "1e+5", "1e+", "1.e5", "é"]:
		show(s)
	for n in [100, 511, 512, 513, 1000, 1023, 1024,1025, 1030]:
		show("[".repeat(n) + "]".repeat(n))
	for f in [1e-40, 1e-20, 1e-31, 1.5e-30, 4.0/3, 2e300, 1e15+0.5, 99999999999999.98, 0.1+0.2, 1e22, 123456789012345680.0, 5e-324, 0.30000000000000004, 1e21/3]:
		print(JSON.stringify(f), " ", JSON.stringify(f, "", true, true))
	print(JSON.stringify("\v\u0001\u001f\u007f'"))
	print(JSON.stringify([PackedInt32Array([1]), PackedInt64Array([2]), PackedFloat32Array([0.1]), PackedFloat64Array([0.1]), PackedVector2Array([Vector2.ONE]), PackedColorArray(), PackedByteArray()]))
	print(JSON.stringify([PackedInt32Array([1]), [] , {}], " "))
	print(JSON.stringify([Vector2i(1,2), Rect2(), Transform2D(), RID()]))
	print(JSON.stringify({"a": INF, "b": -INF}, "", true, true))
	for x in ["i:x", "i:", "f:1.5", "f:abc", "s", "", "x:1", "sn:", {"type":"Nope"}, {"type":"Vector2"}, {"type":"Vector2","args":[1]}, {"type":"Vector2","args":["a","b"]}, {"a":1}, {}, [1], ["i:1"], 1, true, null, {"type":"Dictionary","args":["i:1"]}, {"type":"Array","elem_type":"int","args":["i:1"]}, {"type":"Color","args":[1,0,0,1]}, {"type":"Dictionary","key_type":"int","value_type":"String","args":["i:1","s:x"]}, {"type":"Node"}]:
		print(x, " => ", var_to_str(JSON.to_native(x)).replace("\n", ""))
	for x in [Vector2i(1,2), Vector3(1,2,3), Vector3i(1,2,3), Vector4(1,2,3,4), Vector4i(1,2,3,4), Rect2(1,2,3,4), Transform2D(), Plane(1,2,3,4), Quaternion(), AABB(Vector3(1,2,3),Vector3(4,5,6)), Basis(), Transform3D(), Projection(), Color.RED, PackedInt64Array([5]), PackedFloat32Array([0.5,NAN]), PackedFloat64Array([0.5]), PackedVector3Array([Vector3(1,2,3)]), PackedColorArray([Color.RED]), PackedVector4Array([Vector4.ONE]), ready_dict(), {}, [], Callable(), Signal(), Resource.new(), Array([Vector2()], TYPE_VECTOR2, "", null), Vector2(INF, NAN), -0.0, 1e300, ["i:1", {"x": &"y"}], {&"k": ^"v"}]:
		print(JSON.stringify(JSON.from_native(x)))
	get_tree().quit()
func ready_dict() -> Variant:
	var d: Dictionary[int, String] = {1: "x"}
	return d
