extends Node

enum { ZERO, ONE, TEN = 10, ELEVEN }
enum Fruit { APPLE, PEAR = 5, FIG, NEG = -1, NEXT }
enum Bits { A = 1 << 0, B = 1 << 1, C = 1 << 2, AB = A | B }
enum One { ONLY }
const DOUBLE = TEN * 2
const FIRST = Fruit.PEAR

class Holder:
	enum Paint { RED, GREEN }
	var color := Paint.GREEN
	func is_green() -> bool:
		return color == Paint.GREEN

@export var fruit: Fruit = Fruit.FIG
@export_flags("X", "Y") var flags := 3
var untyped = Fruit.PEAR

func taste(f: Fruit) -> String:
	return Fruit.keys()[Fruit.values().find(f)]

func give() -> Fruit:
	return Fruit.NEG

func count(f: Fruit = Fruit.APPLE) -> int:
	return f + 1

func _ready() -> void:
	print(ZERO, ONE, TEN, ELEVEN, DOUBLE, FIRST)
	print(Fruit, Fruit.keys(), Fruit.values(), Fruit.size(), Fruit.has("FIG"), Fruit.get("PEAR"), Fruit["NEXT"])
	print(Fruit.find_key(5), " ", Fruit.find_key(99), " ", Fruit.APPLE, " ", typeof(Fruit.APPLE), " ", typeof(Fruit))
	print(Bits.AB, " ", Bits.A | Bits.C, " ", Bits.AB & Bits.B, " ", Bits.AB & ~Bits.A)
	print(fruit, flags, untyped, One.ONLY)
	fruit = Fruit.NEXT
	print(fruit, taste(Fruit.PEAR), taste(fruit), give(), count(), count(Fruit.FIG))
	var f: Fruit = 5 as Fruit
	print(f, f == Fruit.PEAR, f + 1, f as int)
	var g: Fruit = int(7.5) as Fruit
	print(g)
	var h := Holder.new()
	print(h.color, h.is_green(), Holder.Paint.RED, Holder.Paint.keys())
	h.color = Holder.Paint.RED
	print(h.is_green(), h.Paint.GREEN)
	for k in Fruit:
		print(k, " = ", Fruit[k])
	for v in Fruit.values():
		print(v, " ", Fruit.find_key(v))
	match f:
		Fruit.APPLE, Fruit.FIG: print("no")
		Fruit.PEAR: print("pear")
	print(Node.PROCESS_MODE_ALWAYS, " ", Node.ProcessMode.PROCESS_MODE_DISABLED, " ", NOTIFICATION_READY, " ", Node.NOTIFICATION_ENTER_TREE, " ", CONNECT_DEFERRED, " ", OK, " ", ERR_BUSY, " ", TYPE_DICTIONARY, " ", KEY_A, " ", MOUSE_BUTTON_LEFT)
	print(Vector2.AXIS_Y, " ", Vector3.Axis.AXIS_Z, " ", Timer.TIMER_PROCESS_IDLE, " ", Tween.TRANS_QUAD, " ", error_string(ERR_FILE_NOT_FOUND), " ", SIDE_LEFT, " ", Error.ERR_CANT_OPEN)
	var d := {Fruit.FIG: "fig"}
	print(d[6], d.has(Fruit.FIG), d)
	var arr: Array[Fruit] = [Fruit.APPLE, Fruit.FIG]
	arr.append(Fruit.NEG)
	print(arr, arr.has(6))
	print(ONE == 1, ONE + 0.5, [ZERO, ONE], "%d" % TEN, str(Fruit.FIG))
	print(get_script().get_script_constant_map().keys())
	var E = Fruit
	print(E.PEAR, E.keys().size())
	get_tree().quit()
