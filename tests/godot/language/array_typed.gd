extends Node

class Item:
	var label := "item"
	func _init(l := "item") -> void:
		label = l
	func _to_string() -> String:
		return "<%s>" % label

class Special extends Item:
	pass

enum Kind { A, B }

const PRIMES: Array[int] = [2, 3, 5]
var items: Array[Item] = [Item.new("one"), Special.new("two")]
var kinds: Array[Kind] = [Kind.B, Kind.A]
var nested: Array[Array] = [[1], ["x"]]
var nodes: Array[Node] = []

func sum(values: Array[int]) -> int:
	var t := 0
	for v in values:
		t += v
	return t

func make() -> Array[String]:
	return ["r", "s"]

func _ready() -> void:
	print(items, kinds, nested, nodes, PRIMES)
	print(items.is_typed(), " ", items.get_typed_builtin(), " ", items.get_typed_class_name(), " ", items.get_typed_script() == Item)
	print(nodes.get_typed_class_name(), " ", nodes.get_typed_script(), " ", kinds.get_typed_builtin(), " ", nested.get_typed_builtin())
	items.append(Item.new("three"))
	items.append(null)
	print(items)
	print(sum([1, 2, 3]), " ", sum(PRIMES), " ", make(), make().is_typed())
	var floats: Array[float] = [1, 2.5]
	floats.append(3)
	floats[0] = 7
	floats.push_front(9)
	floats.insert(1, 4)
	floats.append_array([5, 6])
	print(floats)
	floats += [1.5] as Array[float]
	print(floats)
	var names: Array[StringName] = []
	names.append("plain")
	print(names, typeof(names[0]))
	var doubled: Array = PRIMES.map(func(x): return x * 2)
	print(doubled, doubled.is_typed())
	var kept := PRIMES.filter(func(x): return x > 2)
	print(kept, kept.is_typed(), PRIMES.slice(1), PRIMES.slice(1).is_typed(), PRIMES.duplicate().is_typed())
	var same: Array[int] = PRIMES
	print(is_same(same, PRIMES), same.is_read_only())
	var a: Array[int] = [1, 2]
	var b: Array = a
	b.append(3)
	print(a, b is Array[int], b is Array[float], b is Array, a == [1, 2, 3])
	var e: Array[int]
	print(e, e.is_typed(), e is Array[int])
	e.resize(2)
	print(e)
	var s: Array[String]
	s.resize(2)
	print(s)
	var it: Array[Item]
	it.resize(1)
	print(it)
	for item: Item in items:
		if item:
			print(item.label)
	for i: float in [1, 2]:
		print(i)
	var any = a
	any.append(4)
	print(a, any.is_same_typed(a), any.is_same_typed(floats))
	var inferred := [1, 2]
	print(inferred.is_typed())
	var casted = [1, 2] as Array[float]
	print(casted, casted.is_typed())
	var arr2: Array[Vector2] = [Vector2i(1, 2), Vector2.ONE]
	print(arr2)
	var copy: Array[int] = Array([1, 2.5, 3], TYPE_INT, &"", null)
	print(copy)
	print(Array([], TYPE_OBJECT, &"Node", null).get_typed_class_name())
	print(items.map(func(i: Item): return i.label if i else "none"))
	items.sort_custom(func(x, y): return (x.label if x else "") < (y.label if y else ""))
	print(items, items.is_typed())
	var mat: Array[Array] = []
	for r in 2:
		mat.append([r, r + 1])
	mat[1][0] = 10
	print(mat)
	get_tree().quit()
