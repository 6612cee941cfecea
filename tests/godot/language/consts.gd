extends Node

const INT = 2 * 3 + 1
const FLOAT: float = 1
const TYPED: int = 2.0 as int
const TEXT = "a" + "b" + "%d" % 5
const NAME = &"n"
const PATH = ^"a/b"
const VEC = Vector2(1, 2) * 3
const COL = Color.RED
const COL2 = Color(0.5, 0.5, 0.5)
const LIST = [1, [2, "x"], {"k": Vector2.ONE}]
const MAP = {INT: "seven", "t": TEXT, NAME: [1]}
const TERN = "yes" if INT > 3 else "no"
const LOGIC = not true or INT == 7 and "a" in "abc"
const IN = 2 > 1
const BITS = (1 << 4) | 0b11
const DIV = 7 / 2
const FDIV = 7 / 2.0
const NEG = -INT
const POW = 2 ** 10
const PICK = LIST[1][1]
const PICK2 = MAP["t"]
const ATTR = VEC.x
const FROM_ENUM = E.B + 1
const ABS = absi(-5)
const MIN = min(3, 2)
const SQ = sqrt(16.0)
const STR = "1" + "a"
const CAST = 3.7 as int
const OTHER = Inner.DEEP * 2
const ENGINE = Node.NOTIFICATION_READY
const EMPTY: Array[int] = []
const TYPED_LIST: Array[float] = [1, 2]
const TYPED_MAP: Dictionary[String, int] = {"a": 1}
const CLASS = Inner
const NULL = null
const RECT = Rect2(0, 0, 10, 5)
const NODEPATH_ARR = [^"x", &"y"]
enum E { A = INT, B, C = A * 2 }

class Inner:
	const DEEP = 21
	const BACK = INT + 1
	class Deeper:
		const D = DEEP + BACK

func with_local() -> Array:
	const LOCAL = INT * 2
	const L2: String = "loc"
	const ARR = [LOCAL]
	return [LOCAL, L2, ARR, ARR.is_read_only()]

func default_const(a := INT, b = LIST, c := VEC) -> Array:
	return [a, b, c]

func _ready() -> void:
	print([INT, FLOAT, TYPED, TEXT, NAME, PATH, VEC, COL, COL2])
	print(LIST, MAP, TERN, LOGIC, IN, BITS)
	print([DIV, FDIV, NEG, POW, PICK, PICK2, ATTR, FROM_ENUM, ABS, MIN, SQ, STR, CAST, OTHER, ENGINE])
	print(EMPTY, TYPED_LIST, TYPED_MAP, EMPTY.is_typed(), TYPED_LIST[0], CLASS.new().DEEP, NULL, RECT)
	print(E, Inner.DEEP, Inner.BACK, Inner.Deeper.D, NODEPATH_ARR)
	print(with_local(), default_const(), default_const(1, [], Vector2.ZERO))
	print(self.INT, " ", get("INT"), " ", "INT" in self, " ", get_script().INT, " ", LIST == [1, [2, "x"], {"k": Vector2.ONE}])
	var v = VEC
	v.x = 100
	print(v, VEC)
	print(typeof(FLOAT), typeof(TYPED), typeof(FDIV), typeof(NAME))
	match 7:
		INT: print("const pattern")
	match "ab5":
		TEXT: print("text pattern")
	match Vector2(3, 6):
		VEC: print("vec pattern")
	get_tree().quit()
