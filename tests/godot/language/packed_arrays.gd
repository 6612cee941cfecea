extends Node

var member := PackedInt32Array([1, 2, 3])

func add_to(p: PackedInt32Array) -> void:
	p.append(99)

func change(p: PackedStringArray) -> PackedStringArray:
	p.append("more")
	p[0] = "changed"
	return p

func _ready() -> void:
	var p := PackedInt32Array([3, 1, 2])
	var q := p
	q.append(4)
	print(p, q, p == q)
	add_to(p)
	print(p)
	add_to(member)
	print(member)
	var m := member
	m[0] = 100
	print(member)
	var s := PackedStringArray(["a"])
	print(change(s), s)
	var dup := p.duplicate()
	dup.clear()
	print(p.size(), dup.size(), dup.is_empty())
	print(p.append(5), p.push_back(6), p.insert(0, -1), p.find(99), p.rfind(99), p.has(4), p.count(1), p.bsearch(3))
	p.remove_at(0)
	p.sort()
	print(p)
	p.reverse()
	print(p, p.slice(1, 3), p.slice(-2), p[0], p[-1], p.get(1))
	p.set(0, 77)
	p.append_array(PackedInt32Array([8, 9]))
	p.resize(3)
	print(p)
	p.resize(5)
	print(p)
	p.fill(7)
	print(p, p + PackedInt32Array([1]), p.to_byte_array().size())
	p += PackedInt32Array([5])
	print(p)
	p[0] += 5
	p[1] *= 2
	p[-1] -= 1
	print(p)
	p[0] = 3.9
	print(p[0])
	p.append(2147483648)
	print(p[-1])
	for v in p:
		print(v, " ", typeof(v))
	print(3 in p, 1000 not in p, p.erase(7), p.size())
	var f := PackedFloat32Array([0.1, 1, 2.5])
	print(f, f[0] == 0.1, f[2])
	var f64 := PackedFloat64Array([0.1])
	print(f64, f64[0] == 0.1)
	var b := PackedByteArray([0, 255, 256, -1])
	print(b, b.hex_encode(), b.size())
	b.resize(8)
	b.encode_u16(0, 513)
	b.encode_s32(4, -5)
	print(b, b.decode_u16(0), b.decode_s32(4), b.decode_u8(4))
	var v2 := PackedVector2Array([Vector2(1, 2)])
	v2.append(Vector2i(3, 4))
	v2[0].x = 10
	v2[1] += Vector2(1, 1)
	print(v2)
	var holder := {"p": PackedInt32Array([1])}
	holder.p.append(2)
	holder["p"][0] = 50
	print(holder)
	var list := [PackedStringArray(["x"])]
	list[0].append("y")
	list[0][0] = "z"
	print(list)
	var names := PackedStringArray(["pear", "apple"])
	names.sort()
	print(names, " ".join(names), names.has("pear"), "apple" in names)
	var c := PackedColorArray([Color.RED])
	c[0].g = 0.5
	print(c)
	print(PackedInt32Array([1]) == PackedInt32Array([1]), is_same(p, p), is_same(p, p.duplicate()))
	print(typeof(p), type_string(typeof(names)), PackedInt32Array(), PackedStringArray([]).is_empty())
	print(Array(names), PackedStringArray(["a"]) + PackedStringArray(["b"]))
	var l := PackedInt64Array(range(5))
	var total := 0
	for i in l.size():
		total += l[i]
	print(total, l)
	print(str(PackedVector3Array([Vector3(1, 2, 3)])), var_to_str(PackedInt32Array([1, 2])), var_to_str(PackedStringArray(["q"])))
	get_tree().quit()
