extends "res://conversation.gd"
# Too few, too many, and values of every type for parameters of every type.

enum Kind { A, B, C }

class Thing:
	extends RefCounted

func out(what, v):
	print("%s %s %s" % [what, type_string(typeof(v)), var_to_str(v)])

@rpc("any_peer") func none(): print("none")
@rpc("any_peer") func any(v): out("any", v)
@rpc("any_peer") func two(a, b): out("two", [a, b])
@rpc("any_peer") func dflt(a, b = 2, c := "x"): out("dflt", [a, b, c])
@rpc("any_peer") func i(v: int): out("int", v)
@rpc("any_peer") func f(v: float): out("float", v)
@rpc("any_peer") func b(v: bool): out("bool", v)
@rpc("any_peer") func s(v: String): out("String", v)
@rpc("any_peer") func sn(v: StringName): out("StringName", v)
@rpc("any_peer") func np(v: NodePath): out("NodePath", v)
@rpc("any_peer") func v2(v: Vector2): out("Vector2", v)
@rpc("any_peer") func v2i(v: Vector2i): out("Vector2i", v)
@rpc("any_peer") func r2(v: Rect2): out("Rect2", v)
@rpc("any_peer") func col(v: Color): out("Color", v)
@rpc("any_peer") func q(v: Quaternion): out("Quaternion", v)
@rpc("any_peer") func bas(v: Basis): out("Basis", v)
@rpc("any_peer") func t3(v: Transform3D): out("Transform3D", v)
@rpc("any_peer") func arr(v: Array): out("Array", v)
@rpc("any_peer") func ai(v: Array[int]): out("Array[int]", v)
@rpc("any_peer") func af(v: Array[float]): out("Array[float]", v)
@rpc("any_peer") func as_(v: Array[String]): out("Array[String]", v)
@rpc("any_peer") func an(v: Array[Node]): out("Array[Node]", v)
@rpc("any_peer") func d(v: Dictionary): out("Dictionary", v)
@rpc("any_peer") func dsi(v: Dictionary[String, int]): out("Dictionary[String, int]", v)
@rpc("any_peer") func pb(v: PackedByteArray): out("PackedByteArray", v)
@rpc("any_peer") func pi(v: PackedInt32Array): out("PackedInt32Array", v)
@rpc("any_peer") func pf(v: PackedFloat64Array): out("PackedFloat64Array", v)
@rpc("any_peer") func ps(v: PackedStringArray): out("PackedStringArray", v)
@rpc("any_peer") func pv2(v: PackedVector2Array): out("PackedVector2Array", v)
@rpc("any_peer") func node(v: Node): out("Node", v)
@rpc("any_peer") func obj(v: Object): out("Object", v)
@rpc("any_peer") func enc(v: EncodedObjectAsID): print("enc ", v != null)
@rpc("any_peer") func kind(v: Kind): out("Kind", v)
@rpc("any_peer") func cal(v: Callable): out("Callable", v)
@rpc("any_peer") func sig(v: Signal): print("Signal ", v.is_null(), v.get_name())
@rpc("any_peer") func rest(a, ...args): out("rest", [a, args])
@rpc("any_peer") func rest_n(a: int, ...args: Array): out("rest_n", [a, args])
@rpc("any_peer") func thing(v: Thing): out("Thing", v)

func values() -> Array:
	return [
		null, true, 1, 2.5, -3.0, "7", "text", &"sn", ^"a/b", Vector2(1.5, 2), Vector2i(3, 4), Rect2i(1, 2, 3, 4), Color.RED,
		Quaternion.IDENTITY, Basis.IDENTITY, Transform3D.IDENTITY, [1, 2], [1.5], ["a", "b"], Array([1, 2], TYPE_INT, &"", null),
		Array(["x"], TYPE_STRING, &"", null), [], {}, {"a": 1}, {1: 2}, Dictionary({"a": 1}, TYPE_STRING, &"", null, TYPE_INT, &"", null),
		PackedByteArray([1, 2]), PackedByteArray(), PackedInt32Array([1, -2]), PackedFloat64Array([0.5]), PackedStringArray(["p"]),
		PackedVector2Array([Vector2(1, 2)]), Callable(), Signal(),
	]

func server():
	await host()
	await sync("1")

func client():
	await join()
	none.rpc_id(1)
	rpc_id(1, "none", 1)
	rpc_id(1, "any")
	rpc_id(1, "any", 1, 2)
	rpc_id(1, "two", 1)
	rpc_id(1, "two", 1, 2, 3)
	rpc_id(1, "dflt")
	rpc_id(1, "dflt", 1)
	rpc_id(1, "dflt", 1, 5)
	rpc_id(1, "dflt", 1, 5, "y")
	rpc_id(1, "dflt", 1, 5, 6)
	rpc_id(1, "dflt", 1, 5, "y", 9)
	rpc_id(1, "rest", 1)
	rpc_id(1, "rest", 1, 2, "3")
	rpc_id(1, "rest_n", 1, 2, "3")
	rpc_id(1, "rest_n", "x", 2, "3")
	rpc_id(1, "rest")
	for m in ["i", "f", "b", "s", "sn", "np", "v2", "v2i", "r2", "col", "q", "bas", "t3", "arr", "ai", "af", "as_", "an", "d", "dsi", "pb", "pi", "pf", "ps", "pv2", "node", "obj", "enc", "kind", "cal", "sig", "thing"]:
		for v in values():
			rpc_id(1, m, v)
		await frames(1)
	rpc_id(1, "node", self)
	rpc_id(1, "any", [self, null])
	rpc_id(1, "enc", self)
	rpc_id(1, "an", [self])
	await sync("1")
