extends Node
# `:=` fixes the type from the value; plain `var` leaves it open.

const LIMIT := 3.0
const NAMES: Array[String] = ["a", "b"]

class Animal:
	var legs := 4
	func twin() -> Animal:
		return Animal.new()

func whole() -> int:
	return 7

func text() -> String:
	return "t"

func list() -> Array[float]:
	return [1, 2]

func _ready() -> void:
	var i := 5
	i = 7.9
	print(i, " ", typeof(i) == TYPE_INT)
	var f := 1.5
	f = 3
	print(f, " ", typeof(f) == TYPE_FLOAT)
	var open = 5
	open = "now text"
	print(open)
	open = 2.0
	print(open)
	var s := "abc"
	s = &"name"
	print(s, " ", typeof(s) == TYPE_STRING)
	var n := &"abc"
	n = "other"
	print(n, " ", typeof(n) == TYPE_STRING_NAME)
	var p := ^"a/b"
	p = "c/d"
	print(p, " ", typeof(p) == TYPE_NODE_PATH)
	var b := true
	b = 5 as bool
	print(b)
	var v := Vector2(1, 2)
	v = Vector2i(3, 4)
	print(v)
	var vi := Vector2i(1, 2)
	vi = Vector2(3.7, -4.7)
	print(vi)
	var l := LIMIT
	l = 4
	print(l)
	var w := whole()
	w = 8.99
	print(w)
	var fl := list()
	fl.append(3)
	print(fl, " ", fl.is_typed(), " ", fl.get_typed_builtin() == TYPE_FLOAT)
	var first := NAMES[0]
	print(first.to_upper())
	var a := Animal.new()
	var t := a.twin()
	print(t.legs)
	var ternary := 1 if b else 2
	ternary = 2.5
	print(ternary)
	var mixed = 1 if b else "x"
	print(mixed)
	var arr := [1, "two", 3.0]
	print(arr, arr.is_typed())
	var d := {a = 1, b = 2}
	print(d)
	var sum := i + f
	print(sum, " ", type_string(typeof(sum)))
	var quotient := i / 2
	print(quotient, " ", type_string(typeof(quotient)))
	var idx := arr.find("two")
	print(idx)
	var conv: float = i
	print(conv)
	var back: int = conv
	print(back)
	var many: Array = PackedInt32Array([1, 2, 3])
	print(many, " ", type_string(typeof(many)))
	var packed: PackedFloat64Array = [1, 2.5]
	print(packed)
	get_tree().quit()
