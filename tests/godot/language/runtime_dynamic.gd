extends Node
class Base:
	var x = 1
	func f(a, b = 2, c = 3): return a
	func _to_string(): return "B"
class Derived extends Base:
	var y: Array[int] = []
	var z: Dictionary[String, int] = {}
	signal s(a)
	func g(): return super.f(1)
	static func st(q: int): return q
	enum E {A, B}
	const C = [1, 2]
func u(x): return x
func co():
	await get_tree().process_frame
	return 5
func t_1(): return u(Derived).st(3)
func t_2(): return u(Derived).st("x")
func t_3(): return u(Derived).C
func t_4(): return u(Derived).E
func t_5(): return u(Derived).E.A
func t_6(): return u(Derived.new()).C
func t_7(): return u(Derived.new()).E.B
func t_8(): return u(Derived.new()).st(4)
func t_9(): u(Derived.new()).y = [1, 2]; return 1
func t_10(): u(Derived.new()).y = ["x"]; return 1
func t_11(): u(Derived.new()).y = 5; return 1
func t_12(): var d = u(Derived.new()); d.y.append(3); d.y.append("x"); return d.y
func t_13(): var d = u(Derived.new()); d.z["a"] = 3; d.z.b = 4; return d.z
func t_14(): return u(Derived.new()).f
func t_15(): return u(Derived.new()).f.call(1)
func t_16(): return u(Derived.new()).f.bind(1).call()
func t_17(): return u(Derived.new()).s
func t_20(): var x = Derived.new(); return [u(x) == u(x), u(x) == u(Derived.new()), u(x) != null, u(x) in [x], "x" in u(x), "nope" in u(x), u(x) is Base, u(x) as Derived == x, u(Base.new()) as Derived]
func t_24(): return str(u(Derived.new()))
func t_26():
	var a = u([1, 2, 3])
	for i in a:
		if i == 2: a.append(9)
	return a
func t_27():
	var d = {1: 1, 2: 2, 3: 3}
	var seen = []
	for k in u(d):
		seen.append(k)
		if k == 1: d.erase(2)
		if k == 3: d[4] = 4
	return seen
func t_28():
	var seen = []
	for k in u(3): seen.append(k)
	for k in u(2.5): seen.append(k)
	for k in u("ab"): seen.append(k)
	for k in u(Vector2(1, 3)): seen.append(k)
	for k in u(Vector2i(1, 3)): seen.append(k)
	for k in u(Vector3(5, 1, -2)): seen.append(k)
	for k in u(Vector3i(0, 10, 4)): seen.append(k)
	for k in u(PackedByteArray([1, 2])): seen.append(k)
	for k in u({"a": 1, 1.0: 2}): seen.append(k)
	for k in u(-3): seen.append("no")
	return seen
func t_29(): return [u(Vector2(3, 4)).length(), u(Vector2(3, 4)).x, u(Vector2(3, 4))[1], u(Vector2(3, 4))["y"], u(Color.RED).h, u(Rect2(0, 0, 1, 1)).size, u(Transform2D()).origin, u(Basis()).x]
func t_30():
	var v = u(Vector2(1, 2)); v.x = 5; v[1] = 6; v.x += 1
	var r = u(Rect2(0, 0, 1, 1)); r.position.x = 3; r.size = Vector2(9, 9)
	var a = u([Vector2(1, 1)]); a[0].x = 7
	var d = u({"p": Vector3(1, 2, 3)}); d.p.z = 9; d["p"].y = 8
	var c = u(Color.RED); c.g = 0.5
	var t = u(Transform2D()); t.origin.x = 4; t[0][1] = 2
	return [v, r, a, d, c, t]
func t_31(): return [int(u("12")), int(u(3.9)), int(u(true)), float(u("1.5")), float(u(3)), String(u(&"a")), StringName(u("b")), NodePath(u("c/d")), bool(u(2)), Vector2(u(1), u(2)), Vector2i(u(Vector2(1.6, 2.6))), Color(u("red"), 0.5), Color(u(0xff0000ff)), Array(u(PackedByteArray([1]))), PackedInt32Array(u([1, 2.5])), PackedStringArray(u(["a"])), Rect2(u(Rect2i(1, 2, 3, 4))), Callable(u(self), u("u")), Vector3(u(1), u(2.5), u(3)), Quaternion(u(Vector3.UP), u(1.0)), Dictionary(u({}))]
func t_32(): return [u(1) as float, u(1.5) as int, u("3") as int, u(3) as String, u(&"a") as String, u([1]) as PackedInt32Array, u(null) as Node, u(1) as bool]
func t_33(): return [u(1) is int, u(1.0) is int, u("a") is String, u(&"a") is String, u([]) is Array, u([] as Array[int]) is Array[int], u([]) is Array[int], u({}) is Dictionary, u(null) is Object, u(Node) is Object, u(Derived) is GDScript, u(true) is int]
func t_34():
	var r = []
	for v in [1, 1.0, "a", &"a", [1, 2], [1, 2, 3], {"a": 1}, {"a": 1, "b": 2}, null, true, Vector2(1, 2), [1, [2]]]:
		match u(v):
			1: r.append("one")
			1.0: r.append("one float")
			"a": r.append("a")
			[1, 2]: r.append("12")
			[1, [var q]]: r.append(q)
			[1, ..]: r.append("1..")
			{"a": var x, "b": 2}: r.append(x)
			{"a": 1}: r.append("a1")
			null: r.append("null")
			true: r.append("true")
			Vector2(1, 2): r.append("vec")
			_: r.append("?")
	return r
func t_35(): return ["%s %d %.2f %5d|%-5s|%05d %x %c %v" % [u("a"), u(3), u(1.5), u(4), u("b"), u(7), u(255), u("z"), u(Vector2(1, 2))], "%s" % u(3), "%s" % [u([1])], "%%"]
func t_36(): return [u("abc")[0], u("abc")[-1], u("abc").length(), u("a,b").split(","), u("abc").substr(1, 1), u("abc").to_upper(), u("x").repeat(3), u("abc").find("c"), u("a b").capitalize(), u("12").to_int(), u(&"sn").length(), u("%s") % 4]
func t_37(): var a = u([1, 2, 3]); return [a.size(), a.has(2), a.find(3), a.map(func(x): return x * 2), a.filter(func(x): return x > 1), a.reduce(func(x, y): return x + y), a.slice(1), a.duplicate(), a.max(), a.front(), a.back(), a + [4], a == [1, 2, 3], a.is_empty(), a.hash() == [1, 2, 3].hash()]
func t_38():
	var f = func(a, b = 2): return a + b
	return [f.call(1), f.call(1, 5), f.callv([3, 4]), f.bind(10).call(1), f.is_valid(), f.get_argument_count(), f, f.get_method(), f.is_custom(), f.get_object() == self, f.unbind(1).call(1, 2, 3)]
func t_39(): var f = u(self).u; return [f.call(3), f, f.get_method(), f.is_valid(), f == u, f.bind(1) == u.bind(1), f.get_object() == self]
func t_40(): return [u(5) / u(2), u(5.0) / u(2), u(-5) / 2, u(-5) % 3, u(5) % u(-3), u(2) ** u(3), u(2.0) ** u(3), u(7) & 3, u(1) << 3, -u(3), ~u(3), not u(0), u(1) + u(2.5), u("a") + u("b"), u(&"a") + u("b"), u([1]) + u([2]), u(Vector2(1, 2)) * u(2), u(2) * u(Vector2(1, 2)), u(Vector2i(5, 7)) / u(2), u(Vector2i(5, 7)) % u(3), u(Vector2(1, 2)) * u(Vector2(3, 4)), u(1) < u(2.5), u("a") < u("b"), u(Color.RED) * u(0.5), u(true) == u(true)]
func t_41(): return [u(9223372036854775807) + 1, u(9223372036854775807) * 2, -u(-9223372036854775807 - 1), u(1) << u(63), u(1) << u(64), u(-1) >> u(1), abs(u(-5)), u(5.5) as int, int(u(1e30)), int(u(NAN))]
func t_42(): return [u(1.0) / u(0.0), u(0.0) / u(0.0), u(1) / u(0.0), u(-1.0) / u(0), fmod(u(5.5), u(2.0)), posmod(u(-5), u(3))]
func t_43(): return u({"a": 1}).a + u({"b": {"c": 3}}).b.c
func t_44(): var d = u({}); d.x = 1; d["y"] = 2; d[1] = 3; d[1.0] = 4; d[true] = 5; d[Vector2()] = 6; d[null] = 7; d.erase("x"); return [d, d.size(), d.keys(), d.values(), d.has(1), d.get("y"), d.get("q", 9)]
func _ready():
	for m in get_script().get_script_method_list():
		if m.name.begins_with("t_"):
			print(m.name, " ", call(m.name))
	get_tree().quit()
