extends Node
# Conversions by constructors, by assignment, by arguments and by return types.

func to_i(x: int) -> int:
	return x

func to_f(x: float) -> float:
	return x

func to_s(x: String) -> String:
	return x

func to_n(x: StringName) -> StringName:
	return x

func to_p(x: NodePath) -> NodePath:
	return x

func to_b(x: bool) -> bool:
	return x

func ret_i() -> int:
	return 3.99

func ret_f() -> float:
	return 3

func ret_n() -> StringName:
	return "ret"

func show(x) -> void:
	print(type_string(typeof(x)), " ", var_to_str(x))

func _ready() -> void:
	show(int(3.99))
	show(int(-3.99))
	show(int("42"))
	show(int("-17"))
	show(int("12abc"))
	show(int("abc"))
	show(int(""))
	show(int(true))
	show(int(1e18))
	show(float("3.5"))
	show(float("1e3"))
	show(float("x"))
	show(float(7))
	show(float(true))
	show(bool(0))
	show(bool(0.0))
	show(bool(0.1))
	show(bool(-3))
	show(String("abc"))
	show(String(&"abc"))
	show(String(^"a/b:c"))
	show(StringName("abc"))
	show(NodePath("a/b:c"))
	show(str(12))
	show(str(1.0))
	show(str(true, null, "x", &"y", 1.5))
	show(str(Vector2(1, 2), Color.RED, [1, "a"], {1: 2}))
	show(to_i(2.9))
	show(to_i(true))
	show(to_f(2))
	show(to_f(true))
	show(to_s(&"sn"))
	show(to_s(^"np"))
	show(to_n("plain"))
	show(to_p("pa/th"))
	show(to_p("a:b:c"))
	show(to_b(3))
	show(to_b(0.0))
	show(ret_i())
	show(ret_f())
	show(ret_n())
	var any = 2.9
	show(to_i(any))
	any = 5
	show(to_f(any))
	any = "dyn"
	show(to_n(any))
	any = Vector2(1.9, -1.9)
	var vi: Vector2i = any
	show(vi)
	any = Vector3i(1, 2, 3)
	var v3: Vector3 = any
	show(v3)
	any = Color(1, 0.5, 0)
	show(any)
	var c: Color = "red"
	show(c)
	c = 0xff0000ff
	show(c)
	show(Vector2i(1.9, -1.9))
	show(Vector2(Vector2i(1, 2)))
	show(Rect2(Rect2i(1, 2, 3, 4)))
	show(3.7 as int)
	show(3 as float)
	show(1 as bool)
	show(&"x" as String)
	show("5.25".to_float())
	show("0x1F".hex_to_int())
	show("0b101".bin_to_int())
	show(type_convert("12", TYPE_INT))
	show(type_convert(12, TYPE_STRING))
	show(type_convert(1.9, TYPE_INT))
	show(type_convert([1, 2], TYPE_PACKED_INT32_ARRAY))
	show(char(65))
	show("A".unicode_at(0))
	show(ord("é"))
	get_tree().quit()
