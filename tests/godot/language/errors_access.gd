extends Node
# Each function meets one error in the middle; what it would print afterwards is not printed.

class Thing:
	var n := 1
	func hi() -> String:
		return "hi"

var thing: Thing
var dict := {"a": 1}
var list := [1, 2]

func null_property(x) -> int:
	print("  before")
	print(x.n)
	print("  after")
	return 1

func null_method(x) -> String:
	print(x.hi())
	return "after"

func null_typed() -> float:
	print(thing.n)
	return 1.0

func null_typed_method() -> Array:
	print(thing.hi())
	return [1]

func null_assign(x):
	x.n = 4
	print("  after")

func null_index(x) -> Vector2:
	print(x[0])
	return Vector2.ONE

func null_index_assign(x):
	x["k"] = 1
	print("  after")

func missing_property(x) -> bool:
	print(x.absent)
	return true

func missing_method(x) -> Dictionary:
	print(x.absent())
	return {"after": 1}

func missing_method_args(x) -> StringName:
	x.absent(1, "two")
	return &"after"

func missing_assign(x) -> Thing:
	x.absent = 5
	return Thing.new()

func missing_key(d) -> Variant:
	print(d["zz"])
	return "after"

func missing_key_attr(d):
	print(d.zz)
	return "after"

func missing_key_typed():
	print(dict["zz"])
	return "after"

func bad_index(l, i) -> int:
	print(l[i])
	return 1

func bad_index_typed(i: int) -> int:
	print(list[i])
	return 1

func bad_index_assign(l, i) -> int:
	l[i] = 0
	return 1

func bad_index_type(l, i) -> int:
	print(l[i])
	return 1

func text_index(s: String, i: int) -> String:
	return s[i]

func packed_index(p: PackedInt32Array, i: int) -> int:
	return p[i]

func vector_index(v: Vector2, i) -> float:
	return v[i]

func vector_member(v) -> float:
	return v.w

func int_member(i) -> int:
	print(i.x)
	return 1

func int_method(i) -> int:
	print(i.foo())
	return 1

func text_method(s) -> int:
	print(s.no_such())
	return 1

func array_method(a) -> int:
	a.no_such(1)
	return 1

func dict_method(d) -> int:
	d.no_such()
	return 1

func method_as_property(x):
	print(x.hi is Callable, " ", x.hi.call())
	x.hi = 3
	print("  after")

func call_property(x):
	x.n()
	print("  after")

func get_node_missing() -> Node:
	print($Nope)
	print($Nope/Deeper == null)
	$Nope.queue_free()
	print("  after")
	return self

func chain(d):
	print(d.a.b.c)
	print("  after")

func _ready() -> void:
	print("null_property ", null_property(null))
	print("null_method ", null_method(null))
	print("null_typed ", null_typed())
	print("null_typed_method ", null_typed_method())
	print("null_assign ", null_assign(null))
	print("null_index ", null_index(null))
	print("null_index_assign ", null_index_assign(null))
	print("missing_property ", missing_property(Thing.new()))
	print("missing_property ", missing_property(self))
	print("missing_property ", missing_property(RefCounted.new()))
	print("missing_method ", missing_method(Thing.new()))
	print("missing_method ", missing_method(self))
	print("missing_method_args ", missing_method_args(Thing.new()), "|")
	print("missing_assign ", missing_assign(Thing.new()))
	print("missing_key ", missing_key(dict))
	print("missing_key_attr ", missing_key_attr(dict))
	print("missing_key_typed ", missing_key_typed())
	for i in [2, -3, 100]:
		print("bad_index ", bad_index(list, i))
		print("bad_index_typed ", bad_index_typed(i))
		print("bad_index_assign ", bad_index_assign(list, i))
	print("bad_index ", bad_index([], 0))
	print("bad_index_type ", bad_index_type(list, "x"))
	print("bad_index_type ", bad_index_type(list, null))
	print("bad_index_type ", bad_index_type(list, 1.0))
	print("bad_index_type ", bad_index_type(5, 0))
	print("bad_index_type ", bad_index_type("text", "k"))
	print("bad_index_type ", bad_index_type(true, 0))
	print("text_index ", text_index("abc", 3), "|")
	print("text_index ", text_index("abc", -4), "|")
	print("packed_index ", packed_index(PackedInt32Array([1]), 1))
	print("vector_index ", vector_index(Vector2.ONE, 2))
	print("vector_index ", vector_index(Vector2.ONE, "z"))
	print("vector_member ", vector_member(Vector2.ONE))
	print("int_member ", int_member(5))
	print("int_method ", int_method(5))
	print("text_method ", text_method("s"))
	print("array_method ", array_method([]))
	print("dict_method ", dict_method({}))
	print("method_as_property ", method_as_property(Thing.new()))
	print("call_property ", call_property(Thing.new()))
	print("get_node_missing ", get_node_missing())
	print("chain ", chain({"a": {}}))
	print("chain ", chain({"a": 5}))
	print("end ", list)
	get_tree().quit()
