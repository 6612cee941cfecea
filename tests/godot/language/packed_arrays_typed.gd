extends Node
# Packed arrays where arrays are declared, and the other way round: as arguments, in variables, as what is returned.

var whole: Array
var ints: Array[int]
var packed: PackedInt32Array
var path: NodePath


func values() -> Array:
	return [
		PackedByteArray([1, 2]), PackedInt32Array([1, -2]), PackedInt64Array(), PackedFloat32Array([0.5, 2]),
		PackedStringArray(["a", "7"]), PackedVector2Array([Vector2(1, 2)]), PackedColorArray([Color.RED]),
		[1, 2], ["a"], Array([3], TYPE_INT, &"", null), Array([0.5], TYPE_FLOAT, &"", null), {}, &"name", "text",
	]


func shown(value) -> String:
	return "%s %s" % [type_string(typeof(value)), var_to_str(value)]


func take_array(value: Array):
	return value

func take_ints(value: Array[int]):
	return value

func take_floats(value: Array[float]):
	return value

func take_strings(value: Array[String]):
	return value

func take_anything(value: Array[Variant]):
	return value

func take_nodes(value: Array[Node]):
	return value

func take_dictionary(value: Dictionary[String, int]):
	return value

func take_packed(value: PackedInt32Array):
	return value

static func take_ints_too(value: Array[int]):
	return value

func take_path(value: NodePath):
	return value


func return_array(value) -> Array:
	return value

func return_ints(value) -> Array[int]:
	return value

func return_nodes(value) -> Array[Node]:
	return value

func return_anything(value) -> Array[Variant]:
	return value

func return_packed(value) -> PackedInt32Array:
	return value

func return_dictionary(value) -> Dictionary[String, int]:
	return value


func array_variable(value):
	var made: Array = value
	return made

func ints_variable(value):
	var made: Array[int] = value
	return made

func packed_variable(value):
	var made: PackedInt32Array = value
	return made

func path_variable(value):
	var made: NodePath = value
	return made


func array_member(value):
	whole = []
	whole = value
	return whole

func ints_member(value):
	ints = []
	ints = value
	return ints

func packed_member(value):
	packed = PackedInt32Array()
	packed = value
	return packed


func in_lambda(value):
	return (func(given: Array[int]): return given).call(value)

func as_array(value):
	return value as Array

func as_ints(value):
	return value as Array[int]

func as_packed(value):
	return value as PackedInt32Array

func as_path(value):
	return value as NodePath

func constructed(value):
	return PackedFloat32Array(value)

func tested(value):
	return [value is Array, value is Array[int], value is PackedInt32Array, value is Dictionary]


func argument(name_: String, value):
	# A function of its own: an error ends it.
	match name_:
		"array": print("  ", shown(take_array(value)))
		"ints": print("  ", shown(take_ints(value)))
		"floats": print("  ", shown(take_floats(value)))
		"strings": print("  ", shown(take_strings(value)))
		"anything": print("  ", shown(take_anything(value)))
		"nodes": print("  ", shown(take_nodes(value)))
		"dictionary": print("  ", shown(take_dictionary(value)))
		"packed": print("  ", shown(take_packed(value)))
		"static": print("  ", shown(take_ints_too(value)))
		"path": print("  ", shown(take_path(value)))


func _ready():
	for value in values():
		print(shown(value))
		for one in ["array", "ints", "floats", "strings", "anything", "nodes", "dictionary", "packed", "static", "path"]:
			print(" argument ", one)
			argument(one, value)
		for way in [
			return_array, return_ints, return_nodes, return_anything, return_packed, return_dictionary,
			array_variable, ints_variable, packed_variable, path_variable, array_member, ints_member, packed_member,
			in_lambda, as_array, as_ints, as_packed, as_path, constructed, tested,
		]:
			print(" ", way.get_method(), " ", shown(way.call(value)))
	print(var_to_str([1, 2] as Array[float]), var_to_str({"a": 1} as Dictionary[String, float]))
	get_tree().quit()
