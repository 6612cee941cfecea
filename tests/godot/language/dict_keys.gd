extends Node
# Which keys are the same key.

class Thing:
	var id: int
	func _init(i: int) -> void:
		id = i

enum Dir { LEFT, RIGHT }

func _ready() -> void:
	var d := {}
	d[1] = "int"
	d[1.0] = "float"
	d[true] = "bool"
	d["1"] = "text"
	d[&"1"] = "name replaces text"
	d[^"1"] = "path"
	print(d, " ", d.size())
	print(d[1], "|", d[1.0], "|", d[true], "|", d["1"], "|", d[^"1"])
	print(d.has(1), d.has(1.0), d.has(2), d.has(false), d.has(&"1"))
	for k in d:
		print(type_string(typeof(k)), " ", k, " -> ", d[k])
	d.erase(1.0)
	print(d.keys())
	var one = 1
	var onef = 1.0
	var yes = true
	print(d.get(one), d.get(onef, "gone"), d.get(yes))
	var z := {0: "zero", 0.0: "zerof", false: "no", null: "nil", "": "empty", [] : "list", {}: "dict"}
	print(z.size(), z)
	print(z[0], z[0.0], z[false], z[null], z[""], z[[]], z[{}])
	print(z.has(-0.0), z.get(-0.0))
	var v := {Vector2(1, 2): "v2", Vector2i(1, 2): "v2i", Vector3(1, 2, 0): "v3", Color(1, 0, 0): "red", Rect2(0, 0, 1, 1): "rect"}
	print(v[Vector2(1, 2)], v[Vector2i(1, 2)], v[Vector3(1, 2, 0)], v[Color.RED], v[Rect2(0, 0, 1, 1)], v.size())
	print(v.has(Vector2(1.0, 2.0)), v.has(Vector2i(2, 1)))
	var e := {Dir.LEFT: "left", Dir.RIGHT: "right"}
	print(e, e[0], e[Dir.RIGHT], Dir.find_key(1))
	var a := Thing.new(1)
	var b := Thing.new(1)
	var o := {a: "a", b: "b"}
	print(o[a], o[b], o.size(), o.has(Thing.new(1)))
	var key := [1, 2]
	var l := {key: "found"}
	print(l[[1, 2]], l.has([1.0, 2]), l.has(key))
	var by_class := {Node: "node", Thing: "thing"}
	print(by_class[Node], by_class[Thing], by_class.has(RefCounted))
	var f := func(): pass
	var cs := {f: 1, _ready: 2}
	print(cs[f], cs[_ready], cs.has(quit_later))
	var nan := {}
	nan[NAN] = 1
	nan[NAN] = 2
	print(nan.size(), nan.has(NAN))
	var n := {}
	n[PackedInt32Array([1])] = "packed"
	print(n[PackedInt32Array([1])], n.has([1]))
	var grid := {}
	for y in 2:
		for x in 2:
			grid[Vector2i(x, y)] = x * 10 + y
	print(grid, grid[Vector2i(1, 1)], grid.get(Vector2i(5, 5), -1))
	var typed: Dictionary[float, String] = {1: "one", 2.5: "two"}
	print(typed, typed.has(1.0), typed[1.0], typed.keys())
	var dyn = typed
	dyn[3] = "three"
	print(dyn, dyn.has(3), dyn[3])
	print({1: "a", 1.0: "b"}.keys(), {"x": 1}.hash() == {&"x": 1}.hash(), {1: 2} == {1.0: 2})
	for t in [1, 1.0, true, "1", &"1"]:
		print(t, " in mixed list: ", [1, 1.0, true, "1"].find(t), " ", {1: 0, "1": 0}.has(t))
	get_tree().quit()

func quit_later() -> void:
	pass
