extends Node

class R extends RefCounted:
	var n := 3

func _ready() -> void:
	print(typeof(1), typeof(1.0), typeof("s"), typeof(null), typeof(self), typeof(print_it), typeof(ready))
	print(str(null), "|", str(1, "a", [2]), "|", var_to_str("q\"uote"), var_to_str([1, 2.0, "x", null, true]), var_to_str({"a": 1}), var_to_str(Vector2(1, 2.5)), var_to_str(Color.RED))
	print(str_to_var("[1, 2.5, \"s\", {\"k\": Vector2(1, 2)}]"), " ", str_to_var("true"), " ", str_to_var("null"), " ", str_to_var("Color(1, 0, 0, 1)"), " ", str_to_var("PackedInt32Array(1, 2)"), " ", str_to_var("Array[int]([1, 2])"), " ", typeof(str_to_var("&\"a\"")))
	print(is_same(1, 1), is_same(1, 1.0), is_same("a", "a"), is_same([], []), is_same(self, self), is_same(null, null))
	print(hash(1), " ", hash("a"), " ", hash(1.0) == hash(1), " ", hash([1, 2]) == hash([1, 2]), " ", hash(null), " ", hash(true))
	print(range(3), range(1, 4), range(4, 1, -1), range(0, 10, 4), range(-2))
	print(instance_from_id(get_instance_id()) == self, " ", is_instance_id_valid(get_instance_id()), " ", is_instance_valid(self), " ", is_instance_valid(null), " ", is_instance_id_valid(1))
	var r := R.new()
	var w = weakref(r)
	print(w.get_ref() == r, " ", w.get_ref().n)
	r = null
	print(w.get_ref())
	var n := Node.new()
	var wn = weakref(n)
	print(is_instance_valid(n), wn.get_ref() == n)
	n.free()
	print(is_instance_valid(n), " ", wn.get_ref())
	print(convert_check(type_convert("3.7", TYPE_FLOAT)), convert_check(type_convert(3, TYPE_STRING)), convert_check(type_convert([1], TYPE_PACKED_BYTE_ARRAY)), convert_check(type_convert("x", TYPE_STRING_NAME)), convert_check(type_convert(0, TYPE_BOOL)))
	seed(42)
	var first := [randi(), randf(), randi_range(1, 6), randf_range(0, 1)]
	seed(42)
	print(first == [randi(), randf(), randi_range(1, 6), randf_range(0, 1)])
	seed(7)
	print(randi() % 100, " ", randi_range(-5, 5), " ", snappedf(randf(), 0.0001), " ", snappedf(randf_range(10, 20), 0.001), " ", randi())
	seed(7)
	var l := [1, 2, 3, 4, 5, 6]
	l.shuffle()
	print(l, l.pick_random())
	var rng := RandomNumberGenerator.new()
	rng.seed = 99
	print(rng.randi(), " ", rng.randi_range(1, 100), " ", snappedf(rng.randf(), 0.00001), " ", rng.state != 0, " ", rand_from_seed(5))
	rng.seed = 99
	rng.state = 12345
	print(rng.randi(), " ", rng.rand_weighted([1, 2, 3]))
	prints("a", 1, [2], null)
	printt("tab", 1, 2)
	printraw("raw ", 1, "\n")
	print_rich("[b]bold[/b] plain")
	printerr("to stderr ", 1)
	push_warning("careful ", 5)
	push_error("bad ", [1])
	print(len("abc"), len([1]), len({"a": 1}), len(PackedByteArray([1, 2])), len(&"name"))
	print(char(0x41), ord("A"), " ", Color8(255, 128, 0), " ", type_exists("Node"), " ", type_exists("Nope"))
	print(convert(1.7, TYPE_INT), " ", is_nan(NAN), " ", PI > 3, " ", wrapi(5, 0, 3), " ", bytes_to_var(var_to_bytes({"k": Vector2(1, 2)})))
	print(error_string(OK), error_string(ERR_TIMEOUT), error_string(31))
	print(rotate_toward(0, 1, 0.25), " ", angle_difference(0.1, TAU), " ", cubic_interpolate_angle(0, 1, 0, 1, 0.5), " ", bezier_derivative(0, 1, 2, 3, 0.5))
	get_tree().quit()

func convert_check(v) -> String:
	return "%s:%s " % [type_string(typeof(v)), v]

func print_it() -> void:
	pass
