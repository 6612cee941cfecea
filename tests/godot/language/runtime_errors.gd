extends Node
class Obj extends RefCounted:
	var p: int = 1
	var n: Node
	func one(a): return a
	func typed(a: int, b: String = "") -> int: return a
	func ret() -> int: return u("x")
	static func u(x): return x
	func retn() -> Node: return u(3)
func u(x): return x
func t(f: Callable):
	print(f.call())
func t_get(): return u(null).foo
func t_get2(): return u(3).foo
func t_get3(): return u([]).foo
func t_get4(): return u({}).foo
func t_get5(): return u(Vector2()).foo
func t_get6(): return u("abc").foo
func t_get7(): return u(Obj.new()).foo
func t_get8(): return u(Node).foo
func t_get9(): return u(Obj).foo
func t_get10(): return u(RefCounted.new()).foo
func t_get11(): return u("abc").length
func t_get12(): return u(Vector2()).length
func t_set(): u(null).foo = 1
func t_set2(): u(Obj.new()).foo = 1
func t_set3(): u(Obj.new()).p = "x"
func t_set4(): u(Obj.new()).p = 2.5
func t_set5(): u(Obj.new()).n = RefCounted.new()
func t_set6(): u(3).foo = "x"
func t_set7(): u([]).foo = "x"
func t_set8(): var v = u(Vector2()); v.x = "s"
func t_set9(): var v = u(Vector2()); v.q = 1
func t_set11(): u(Node.new()).process_mode = "q"
func t_call(): u(null).foo()
func t_call2(): u(3).foo()
func t_call3(): u([]).foo()
func t_call4(): u(Obj.new()).foo()
func t_call5(): u(Obj.new()).one()
func t_call6(): u(Obj.new()).one(1, 2)
func t_call7(): u(Obj.new()).typed("x")
func t_call8(): u(Obj.new()).typed(1, 5)
func t_call9(): u([]).append()
func t_call10(): u([]).append(1, 2)
func t_call11(): u([]).resize("x")
func t_call12(): u("abc").substr("x")
func t_call15(): u(Node.new()).set_name(3, 3)
func t_call17(): u(Obj).nope(1)
func t_call18(): u(Node).nope(1)
func t_call19(): u(Vector2()).foo()
func t_idx(): return u([1])[3]
func t_idx2(): return u([1])["x"]
func t_idx3(): return u({})["x"]
func t_idx4(): return u({})[Vector2()]
func t_idx5(): return u("abc")[7]
func t_idx6(): return u(null)[7]
func t_idx7(): return u(5)[7]
func t_idx8(): return u(Vector2())[7]
func t_idx9(): return u(PackedInt32Array())[7]
func t_idx10(): return u(Obj.new())["zip"]
func t_idx11(): return u([1])[-1]
func t_idx12(): return u([1])[-2]
func t_idx13(): return u({1:2}).foo
func t_idx14(): return u([1])[0.5]
func t_idx15(): return u("abc")[-1]
func t_sidx(): u([1])[3] = 1
func t_sidx2(): u([1])["x"] = 1
func t_sidx3(): u(null)[3] = 1
func t_sidx4(): u("abc")[3] = "x"
func t_sidx5(): var v = u(Vector2()); v[3] = 1
func t_sidx6(): u(PackedInt32Array([1]))[0] = "x"
func t_sidx7(): u(PackedInt32Array([1]))[3] = 3
func t_sidx8(): u(Obj.new())["zip"] = 3
func t_ret(): return Obj.new().ret()
func t_ret2(): return Obj.new().retn()
func t_as(): var x: int = u("s"); return x
func t_as2(): var x: Node = u(Obj.new()); return x
func t_as3(): var x: Obj = u(Node.new()); return x
func t_as4(): var x: Vector2 = u(3); return x
func t_as5(): var x: Array[int] = u([1]); return x
func t_as6(): var x: Array[int] = u(["s"]); return x
func t_as7(): var x: String = u(&"s"); return x
func t_as8(): var x: int = u(null); return x
func t_as9(): var x: Node = u(3); return x
func t_as10(): var x: Dictionary = u([]); return x
func t_as11(): var x: float = u(true); return x
func t_as12(): var x: bool = u(2); return x
func t_as13(): var x: String = u(3); return x
func t_as14(): var x: Callable = u(3); return x
func t_as15(): var x: PackedInt32Array = u([1, 2.5]); return x
func t_as16(): var x: Array = u(PackedInt32Array([1])); return x
func t_as17(): var x: Color = u("red"); return x
func t_as18(): var x: Vector2i = u(Vector2(1.5, 2.5)); return x
func t_op(): return u("s") + u(1)
func t_op1(): return u(1) / u(0)
func t_op2(): return u(1) % u(0)
func t_op3(): return 1.0 / u(0)
func t_op4(): return -u("s")
func t_op5(): return ~u("s")
func t_op6(): return u("s") < u(1)
func t_op7(): return u("s") == u(1)
func t_op8(): return u(1) in u(5)
func t_op9(): return u(1) << u(-1)
func t_op10(): return u(1) << u(64)
func t_op11(): return u(Vector2i(1, 1)) / u(0)
func t_op12(): return u("s") in u(["s"])
func t_op13(): return u([1]) < u([2])
func t_op14(): return u({}) < u({})
func t_op15(): return u(null) < u(1)
func t_op16(): return u(null) == u(1)
func t_op17(): return not u("s")
func t_op18(): return +u("s")
func t_op19(): return u(1.5) % u(1.0)
func t_for():
	for i in u(null): print(i)
func t_for2():
	for i in u(Obj.new()): print(i)
func t_for3():
	for i in u(true): print(i)
func t_call_callable(): return u(Callable()).call()
func t_call_callable2(): return u(func(a): return a).call()
func t_call_callable3(): return u(func(a: int): return a).call("x")
func t_assert(): assert(u(1) == 2)
func t_assert2(): assert(u(1) == 2, "msg %d" % 5)
func t_new(): return u(3).new()
func t_new3(): return u(null).new()
func t_int(): return int(u([]))
func t_int2(): return int(u("12x"))
func t_v(): return Vector2(u("x"), u(1))
func t_v1(): return Color(u([]))
func t_is(): return u(3) is Node
func t_cast(): return u(3) as Node
func t_cast1(): return u("x") as int
func t_cast2(): return u([]) as int
func t_cast3(): return u(Obj.new()) as Node
func t_freed(): var n = Node.new(); n.free(); return n.name
func t_freed2(): var n = Node.new(); n.free(); return n.foo()
func t_freed3(): var n: Node = Node.new(); n.free(); return n.get_child(0)
func t_freed4(): var n: Node = Node.new(); n.free(); return n.name
func t_null(): var n: Node; return n.name
func t_null2(): var n: Node; return n.get_child(3)
func t_null4(): var n: Obj; n.p = 4
func t_null5(): var n: Obj; return n.p
func t_null6(): var n: Obj; return n.one(3)
func t_null7(): var n = get_node_or_null("x"); return n.one(3)
func t_null8(): var n = get_node_or_null("x"); return n.one
func t_null11(): return get_node_or_null("x").foo
func t_len(): return len(u(3))
func t_min(): return min(u("a"), u([]))
func t_abs(): return abs(u("x"))
func t_str(): return "%d" % u("x")
func t_sin(): return sin(u("x"))
func t_ord(): return ord(u("xx"))
func t_char(): return char(u(-1))
func t_range(): return range(u("x"))
func t_range2(): return range(0, 5, u(0))
func t_range3(): return range(u(2.7))
func t_conv(): return convert(u("12"), TYPE_INT)
func t_super(): return u(Obj.new()).get_script().foo
func t_ao(): return Array(u([1, "s"]), TYPE_INT, "", null)
func t_const(): const A = [1]; u(A).append(3); return A
func t_const2(): const A = {"a": 1}; u(A)["b"] = 3; return A
func t_const3(): const A = [1]; u(A)[0] = 3; return A
func t_const4(): const A = [[1]]; u(A)[0].append(3); return A
func t_ta(): var a: Array[int] = [1]; u(a).append("x"); return a
func t_ta1(): var a: Array[int] = [1]; u(a)[0] = "x"; return a
func t_ta2(): var a: Array[int] = [1]; u(a).append(2.7); return a
func t_ta3(): var a: Array[Node] = []; u(a).append(Obj.new()); return a
func t_ta4(): var a: Array[Obj] = []; u(a).append(Node.new()); return a
func t_ta5(): var a: Array[Obj] = []; u(a).append(3); return a
func t_td(): var a: Dictionary[String, int] = {}; u(a)[1] = 2; return a
func t_td1(): var a: Dictionary[String, int] = {}; u(a)["x"] = "y"; return a
func _ready():
	for m in get_script().get_script_method_list():
		if m.name.begins_with("t_"):
			print(m.name, " ", call(m.name))
	get_tree().quit()
