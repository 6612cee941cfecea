extends Node
# A changed item of a packed array is stored back where a property gave it: getter, change, setter.

class Rec extends Resource:
	var data := PackedByteArray([1,2,3]):
		get: return data
		set(v): print("set ", v); data = v


class Box:
	var items: PackedInt32Array:
		get: return _i
		set(v): print("set items ", v); _i = v
	var _i := PackedInt32Array([5,6])
	var dict: Dictionary:
		get: return _d
		set(v): print("set dict ", v); _d = v
	var _d := {a = 1}
	var vec: Vector2:
		get: return _v
		set(v): print("set vec ", v); _v = v
	var _v := Vector2(1, 2)
	var log := []
	var by_key: PackedStringArray:
		get: return _k.duplicate()
		set(v): log.append(v); _k = v
	var _k := PackedStringArray(["a", "b"])
	func change():
		items[0] = 50
		by_key[1] = "z"
		by_key[0] += "y"


func _ready() -> void:
	var b := StreamPeerBuffer.new()
	b.data_array = PackedByteArray([1,2,3])
	b.data_array[0] = 8
	print(b.data_array)
	var u = b
	u.data_array[1] = 9
	print(u.data_array)
	var r := Rec.new()
	r.data[0] = 7
	print(r.data)
	var x = Box.new()
	x.items[1] = 60
	print(x.items)
	x.dict["b"] = 3
	x.dict.c = 4
	print(x.dict)
	x.vec.x = 9
	print(x.vec)
	var y := Box.new()
	y.items[1] += 5
	y.dict["b"] = 3
	y.vec.y = 4
	print(y.items, y.dict, y.vec)
	var z := Box.new()
	z.by_key[0] = "c"
	print(z.by_key, z.log)
	var w = z
	w.by_key[1] = "d"
	print(w.by_key, w.log)
	z.change()
	print(z.by_key, z.log, z.items)
	var boxes := {"one": z}
	boxes["one"].items[0] = 1
	boxes.one.items[1] = 2
	print(z.items)
	var plain := [PackedInt32Array([1, 2])]
	plain[0][1] = 5
	print(plain)
	get_tree().quit()
