extends Node

class Counter:
	var from: int
	var to: int
	func _init(f: int, t: int) -> void:
		from = f
		to = t
	func _iter_init(arg) -> bool:
		arg[0] = from
		return from < to
	func _iter_next(arg) -> bool:
		arg[0] += 1
		return arg[0] < to
	func _iter_get(arg) -> Variant:
		return "item%d" % arg

func _ready() -> void:
	for i in 3: print("one line ", i)
	for i in range(2): print(i)
	for i in range(2, 5): print(i)
	for i in range(10, 0, -4): print(i)
	for i in range(0, 1, 5): print(i)
	for i in range(5, 2): print("never")
	for i in 2.7: print("float ", i)
	for i in -3: print("never")
	for c in "abc": print(c)
	for e in [1, "x", null]: print(e)
	for k in {"a": 1, "b": 2}: print(k)
	for v in Vector2(1, 3.5): print("v2 ", v)
	for v in Vector2i(1, 3): print("v2i ", v)
	for v in Vector3i(0, 5, 2): print("v3i ", v)
	for b in PackedByteArray([7, 8]): print(b)
	for s in PackedStringArray(["p", "q"]): print(s)
	for item in Counter.new(2, 5): print(item)
	for item in Counter.new(5, 5): print("never")
	var any = Counter.new(0, 2)
	for item in any: print("any ", item)
	any = 2
	for i in any: print("any int ", i)
	any = "xy"
	for c in any: print("any text ", c)
	any = {"k": 1}
	for k in any: print("any dict ", k)
	# changes to the loop variable don't matter to the loop
	for i in 4:
		print(i)
		i += 10
	for i in range(3):
		i *= 5
		print(i)
	# the list grows or shrinks under the loop
	var list := [1, 2, 3]
	for x in list:
		if x < 4:
			list.append(x + 3)
		print(x, " of ", list.size())
	list = [1, 2, 3, 4, 5, 6]
	for x in list:
		print(x)
		list.erase(x)
	print(list)
	var d := {"a": 1, "b": 2, "c": 3}
	for k in d:
		d[k] *= 10
	print(d)
	for k in d.keys():
		d.erase(k)
	print(d)
	# bounds are looked at once
	var n := 3
	for i in n:
		n = 10
		print("n ", i)
	for i in range(n - 7):
		n -= 1
		print("m ", i)
	var w := 0
	while true:
		w += 1
		if w == 2:
			continue
		if w > 4:
			break
		print("while ", w)
	while w > 0:
		w -= 2
	print(w)
	for i in 3:
		for j in 3:
			if j == 1:
				continue
			if i == 1:
				break
			print(i, j)
	var found := -1
	for i in [5, 7, 9]:
		if i == 7:
			found = i
			break
	print(found)
	for i: int in [1.0, 2.9]: print(i, typeof(i))
	for f: float in range(2): print(f)
	for t: String in ["a", &"b"]: print(t, typeof(t))
	for arr in [[1, 2], [3, 4]]:
		print(arr[0] + arr[1])
	for i in range(0, 10, 3):
		if i == 3: continue
		elif i == 9: print("nine")
		else: print(i)
	var fns := []
	for i in 3:
		fns.append(func(): return i * 10)
	print(fns.map(func(f): return f.call()))
	var sum := 0
	for i in range(-3, 4):
		sum += i * i
	print(sum)
	var r := range(4)
	r.reverse()
	for i in r: print(i)
	var empty: Array = []
	for e in empty: print("never")
	for i in [3, 1, 2].size(): print("idx ", i)
	for ch in "no\u00e9!":
		if ch == "!": pass
		else: print(ch)
	get_tree().quit()
