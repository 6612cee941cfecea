extends Node

func total(values: Array) -> int:
	var sum := 0
	for v in values:
		sum += v
	return sum

func joined(values: PackedStringArray) -> String:
	return "|".join(values)

func typed(values: Array[int]) -> String:
	return "%s %s" % [values, values.is_typed()]

func give() -> PackedInt64Array:
	return [1, 2, 3]

func _ready() -> void:
	print(total(PackedInt32Array([1, 2, 3])))
	print(total([4, 5]))
	print(joined(["a", "b"]))
	print(joined([&"a", "c"]))
	print(give())
	print(typed([1, 2]))
	print(typed([1.7, 2.2]))
	var ints: Array[int] = [1, 2.9, true]
	print(ints)
	var floats: Array[float] = [1, 2]
	print(floats)
	var names: Array[StringName] = ["x", &"y"]
	print(names, " ", typeof(names[0]) == TYPE_STRING_NAME)
	var copy: Array[float] = Array(ints, TYPE_FLOAT, &"", null)
	print(copy)
	var untyped: Array = ints
	print(untyped.is_typed(), " ", is_same(untyped, ints))
	untyped.append(9)
	print(ints)
	print(Array(PackedByteArray([1, 255])))
	print(PackedByteArray([1, 256, -1, 300.7]))
	print(PackedInt32Array([1.9, -1.9, true]))
	print(PackedFloat32Array([1, 2]))
	print(PackedVector2Array([Vector2(1, 2), Vector2i(3, 4)]))
	print(PackedColorArray([Color.RED, Color(0, 1, 0, 0.5)]))
	print(PackedStringArray(["a", &"b", ^"c"]))
	print(PackedByteArray([1, 2, 3]) == PackedByteArray([1, 2, 3]))
	var d: Dictionary[String, float] = {"a": 1, "b": 2.5}
	print(d, " ", d.is_typed(), " ", d.get_typed_key_builtin(), " ", d.get_typed_value_builtin())
	var loose: Dictionary = d
	print(loose.is_typed(), " ", is_same(loose, d))
	var a := [1, 2]
	var b := Array(a)
	b.append(3)
	print(a, b)
	var c := a.duplicate()
	c.append(4)
	print(a, c)
	var strict: Array[int]
	strict.assign([1.5, true, 3])
	print(strict)
	strict.assign(PackedFloat32Array([7.5, 8]))
	print(strict)
	var td: Dictionary[int, String]
	td.assign({1.0: "one", 2: &"two"})
	print(td)
	print(var_to_str(strict), var_to_str(td))
	print(bytes_to_var(var_to_bytes([1, "a", {2.5: null}])))
	print(PackedInt32Array([1, 2]).to_byte_array())
	print("héy".to_utf8_buffer(), " ", "hey".to_ascii_buffer(), " ", "hé".to_utf16_buffer())
	print(PackedByteArray([104, 105]).get_string_from_utf8())
	get_tree().quit()
