extends Node
class Thing:
	var a = 1
func _ready():
	var values = [null, true, false, 0, -1, 2147483647, -2147483648, 2147483648, 9223372036854775807, 0.5, 0.1, 1e300, INF, "", "text", "grüß €", &"name", NodePath("a/b:c"), Vector2(1, 2), Vector2i(3, 4), Rect2(1, 2, 3, 4), Rect2i(1, 2, 3, 4), Vector3(1, 2, 3), Vector3i(1, 2, 3), Vector4(1, 2, 3, 4), Vector4i(1, 2, 3, 4), Transform2D.IDENTITY, Plane(1, 2, 3, 4), Quaternion(0, 0, 0, 1), AABB(Vector3(1, 2, 3), Vector3(4, 5, 6)), Basis.IDENTITY, Transform3D.IDENTITY, Projection.IDENTITY, Color(0.25, 0.5, 0.75, 1), RID(), [], [1, "two", [3.5]], {}, {"k": {"n": 1}}, PackedByteArray([1, 2, 3]), PackedInt32Array([1, -1]), PackedInt64Array([1, -1]), PackedFloat32Array([0.5]), PackedFloat64Array([0.1]), PackedStringArray(["a", "bc"]), PackedVector2Array([Vector2(1, 2)]), PackedVector3Array([Vector3(1, 2, 3)]), PackedColorArray([Color.RED]), PackedVector4Array([Vector4(1, 2, 3, 4)])]
	var typed: Array[int] = [1, 2, 3]
	var typed_names: Array[StringName] = [&"a"]
	var typed_d: Dictionary[String, int] = {"a": 1}
	values.append(typed)
	values.append(typed_names)
	values.append(typed_d)
	for v in values:
		var b = StreamPeerBuffer.new()
		b.put_var(v)
		b.seek(0)
		var w = b.get_var()
		print(typeof(v), " ", b.data_array.hex_encode(), " ", w, " ", w == v, " ", b.get_available_bytes())
	var o = StreamPeerBuffer.new()
	o.put_var(Thing.new())
	print(o.data_array.size())
	o.seek(0)
	var back = o.get_var()
	print(back is EncodedObjectAsID, " ", typeof(back))
	o = StreamPeerBuffer.new()
	o.put_var(func(): return 1)
	print(o.data_array.hex_encode())
	var n = StreamPeerBuffer.new()
	n.put_var(null, true)
	print(n.data_array.hex_encode())
	for bad in ["", "00000000", "04000000", "0400000004000000", "0800000004000000ff000000", "040000002a000000", "08000000040000000a000000", "ffffffff"]:
		var b = StreamPeerBuffer.new()
		b.data_array = bad.hex_decode()
		print(bad, " -> ", b.get_var(), " ", b.get_position())
	get_tree().quit()
