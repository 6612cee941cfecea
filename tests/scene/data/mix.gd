extends Node
# Values of every type, tweened: by interpolate_value, by a property, relatively, and with a custom interpolator.
# Each line: how, weight, first value, second value, result.

const WEIGHTS: Array[float] = [0.0, 0.25, 0.5, 0.75, 1.0]
var x


func plain(value) -> String:
	return var_to_str(value).replace("\n", "")


func line(how: String, weight: float, first, second, result) -> void:
	print("\t".join([how, str(weight), plain(first), plain(second), plain(result)]))


func tweened(how: String, first, second, relative: bool, custom: bool) -> void:
	x = first
	var tween := create_tween()
	tween.pause()
	var step := tween.tween_property(self, "x", second, 1.0)
	if relative:
		step.as_relative()
	if custom:
		step.set_custom_interpolator(func(weight): return weight)
	for i in 3:
		tween.custom_step(0.25)
		line(how, 0.25 * (i + 1), first, second, x)
	tween.kill()


func pair(first, second) -> void:
	for weight in WEIGHTS:
		line("value", weight, first, second, Tween.interpolate_value(first, second, weight, 1.0, 0, 0))
	tweened("property", first, second, false, false)
	tweened("relative", first, second, true, false)
	tweened("custom", first, second, false, true)


func _ready() -> void:
	pair(true, false)
	pair(false, true)
	pair(3, 10)
	pair(3, -10)
	pair(9007199254740993, 2)
	pair(0.1, 0.7)
	pair("hello", "bye")
	pair("", "typewriter")
	pair("typewriter", "")
	pair("é漢😀", "abc")
	pair(&"abc", &"de")
	pair(Vector2(0.1, 0.2), Vector2(0.7, 7))
	pair(Vector2i(3, -3), Vector2i(-4, 4))
	pair(Vector3(0, 10, 0.1), Vector3(5, -5, 1))
	pair(Vector3i(0, 10, 1), Vector3i(5, -5, 1))
	pair(Vector4(0, 10, 0.1, 2), Vector4(5, -5, 1, 3))
	pair(Vector4i(0, 10, 1, 2), Vector4i(5, -5, 1, 3))
	pair(Rect2(1, 2, 3, 4), Rect2(0.1, 0.2, 0.3, 0.4))
	pair(Rect2i(1, 2, 3, 4), Rect2i(-1, -2, 7, 8))
	pair(Color(0.1, 0.2, 0.3, 0.4), Color(1, 2, -1, 0.5))
	pair(Plane(0, 1, 0, 2), Plane(1, 0, 0, 3))
	pair(AABB(Vector3(1, 2, 3), Vector3(4, 5, 6)), AABB(Vector3(1, 1, 1), Vector3(2, 2, 2)))
	pair(Quaternion(Vector3.UP, 0.5), Quaternion(Vector3.RIGHT, 1.0))
	pair(Basis(Vector3.UP, 0.5), Basis(Vector3.RIGHT, 1.0))
	pair(Transform2D(0.5, Vector2(1, 2)), Transform2D(1.0, Vector2(5, 5)))
	pair(Transform2D(0.5, Vector2(2, 3), 0.0, Vector2(1, 2)), Transform2D(1.0, Vector2(5, 5)))
	pair(Transform3D(Basis(Vector3.UP, 0.5), Vector3(1, 2, 3)), Transform3D(Basis(Vector3.RIGHT, 1.0), Vector3(5, 5, 5)))
	pair([1.0, 2.0, 3.0], [5.0])
	pair([1.0], [5.0, 6.0, 7.0])
	pair([], [5.0, 6.0])
	pair([5.0, 6.0], [])
	pair([1, 2.0, "a", null, true], [3.5, 4, "b", 1, false])
	pair([Vector2(1, 2), [1]], [Vector2(3, 4), [2, 8]])
	pair(PackedInt32Array([1, 200]), PackedInt32Array([4]))
	pair(PackedInt64Array([1]), PackedInt64Array([4, 5]))
	pair(PackedFloat64Array([1]), PackedFloat64Array([4, 5]))
	pair(PackedStringArray(["a"]), PackedStringArray(["c", "d"]))
	pair(PackedVector2Array([Vector2(1, 2)]), PackedVector2Array([Vector2(4, 5)]))
	pair(PackedColorArray([Color(1, 0, 0)]), PackedColorArray([Color(0, 1, 0), Color(1, 1, 1)]))
	pair({"a": 1.0}, {"a": 2.0})
	pair(^"a", ^"b")
	pair(null, null)
	get_tree().quit()
