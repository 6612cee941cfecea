extends Node

func add(a, b):
	print("  ", a + b)
	return "after"

func sub(a, b):
	print("  ", a - b)
	return "after"

func mul(a, b):
	print("  ", a * b)
	return "after"

func div(a, b):
	print("  ", a / b)
	return "after"

func mod(a, b):
	print("  ", a % b)
	return "after"

func less(a, b):
	print("  ", a < b)
	return "after"

func equal(a, b):
	print("  ", a == b, " ", a != b)
	return "after"

func shift(a, b):
	print("  ", a << b)
	return "after"

func bits(a, b):
	print("  ", a & b, " ", a | b, " ", a ^ b)
	return "after"

func negate(a):
	print("  ", -a)
	return "after"

func invert(a):
	print("  ", ~a)
	return "after"

func inside(a, b):
	print("  ", a in b)
	return "after"

func power(a, b):
	print("  ", a ** b)
	return "after"

func add_assign(a, b):
	a += b
	print("  ", a)
	return "after"

func int_div(a: int, b: int) -> int:
	return a / b

func int_mod(a: int, b: int) -> int:
	return a % b

func int_div_assign(a: int, b: int) -> int:
	a /= b
	return a + 1

func float_div(a: float, b: float) -> float:
	return a / b

func float_mod(a: float, b: float) -> float:
	return fmod(a, b)

func vec_div(a: Vector2i, b: int) -> Vector2i:
	return a / b

func iterate(x):
	for i in x:
		print("  item ", i)
	return "after"

func format(t, x):
	print("  ", t % x)
	return "after"

func sort_mixed(l):
	l.sort()
	print("  ", l)
	return "after"

func ternary(x):
	print("  ", "a" if x + 1 else "b")
	return "after"

func _ready() -> void:
	for pair in [[1, 2.5], ["a", "b"], [1, "a"], ["a", 1], [null, 1], [[1], [2]], [[1], 2], [{}, {}], [Vector2.ONE, Vector2.ONE], [Vector2.ONE, 1], [Vector2.ONE, Vector2i.ONE], [self, 1], [&"a", "b"], [true, 1], ["a", &"b"], [^"a", "b"]]:
		print("add ", type_string(typeof(pair[0])), " ", type_string(typeof(pair[1])), " ", add(pair[0], pair[1]))
	print("sub ", sub("a", "b"), sub(1, null), sub([1], [1]), sub(Vector2.ONE, 1))
	print("mul ", mul("a", 2), mul(Vector2.ONE, "x"), mul(2, Vector2(1, 2)), mul([1], 2), mul(true, 3))
	print("div ", div(1, 0), div(1.0, 0), div(1, 0.0), div(0.0, 0.0), div("a", 1), div(7, 2), div(Vector2.ONE, 0), div(Vector2i.ONE, 0))
	print("mod ", mod(1, 0), mod(5.5, 2), mod("%d", 5), mod(null, 1), mod(Vector2i(5, 5), 0))
	print("less ", less(1, "a"), less("a", 1), less(null, 1), less([1], [2]), less({}, {}), less(self, self), less(true, false), less(Vector2.ONE, 1))
	print("equal ", equal(1, "a"), equal(null, 1), equal([1], {}), equal(self, 1), equal("a", &"a"), equal(1, true), equal(Vector2.ONE, Vector2i.ONE), equal(self, null))
	print("shift ", shift(1, -1), shift(1.5, 1), shift(1, 70), shift(1, 3))
	print("bits ", bits(1.0, 1), bits(6, 3), bits("a", 1))
	print("negate ", negate("a"), negate(null), negate([]), negate(Vector2.ONE), negate(true))
	print("invert ", invert(1.5), invert(5), invert("x"))
	print("inside ", inside(1, 5), inside("a", null), inside("a", "abc"), inside(1, "abc"), inside(1, {1: 2}), inside("name", self))
	print("power ", power("a", 2), power(2, 3), power(2.0, -1), power(2, null))
	print("add_assign ", add_assign(1, "x"), add_assign("x", 1), add_assign([1], [2]), add_assign(null, null))
	print("int_div ", int_div(5, 0), " ", int_mod(5, 0), " ", int_div_assign(5, 0))
	print("float_div ", float_div(5, 0), " ", float_mod(5, 0))
	print("vec_div ", vec_div(Vector2i.ONE, 0))
	print("iterate ", iterate(null), iterate(true), iterate(self), iterate(2), iterate(Vector3(0, 1, 1)))
	print("format ", format("%d", "x"), format("%s %s", [1]), format("%s", [1, 2]), format("%y", 1), format("%d", [[]]))
	print("sort ", sort_mixed([2, "a", 1]))
	print("ternary ", ternary(null), ternary(-1))
	print("end")
	get_tree().quit()
