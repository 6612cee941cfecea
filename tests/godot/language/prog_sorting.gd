extends Node
# Sorting algorithms on arrays, typed and not, with callables and counters.

var swaps := 0
var compares := 0

func less(a, b) -> bool:
	compares += 1
	return a < b

func swap(l: Array, i: int, j: int) -> void:
	swaps += 1
	var t = l[i]
	l[i] = l[j]
	l[j] = t

func bubble(l: Array) -> Array:
	for i in range(l.size() - 1, 0, -1):
		var moved := false
		for j in i:
			if less(l[j + 1], l[j]):
				swap(l, j, j + 1)
				moved = true
		if not moved:
			break
	return l

func insertion(l: Array) -> Array:
	for i in range(1, l.size()):
		var j := i
		while j > 0 and less(l[j], l[j - 1]):
			swap(l, j, j - 1)
			j -= 1
	return l

func quick(l: Array, lo := 0, hi := -2) -> Array:
	if hi == -2:
		hi = l.size() - 1
	if lo < hi:
		var pivot = l[(lo + hi) / 2]
		var i := lo
		var j := hi
		while i <= j:
			while less(l[i], pivot): i += 1
			while less(pivot, l[j]): j -= 1
			if i <= j:
				swap(l, i, j)
				i += 1
				j -= 1
		quick(l, lo, j)
		quick(l, i, hi)
	return l

func merge_sort(l: Array) -> Array:
	if l.size() < 2:
		return l
	var mid := l.size() / 2
	var a := merge_sort(l.slice(0, mid))
	var b := merge_sort(l.slice(mid))
	var out := []
	while a and b:
		out.append((a if not less(b[0], a[0]) else b).pop_front())
	return out + a + b

func heap(l: Array) -> Array:
	var sift := func(start: int, end: int) -> void:
		var root := start
		while root * 2 + 1 <= end:
			var child := root * 2 + 1
			if child + 1 <= end and less(l[child], l[child + 1]):
				child += 1
			if not less(l[root], l[child]):
				return
			swap(l, root, child)
			root = child
	for s in range((l.size() - 2) / 2, -1, -1):
		sift.call(s, l.size() - 1)
	for e in range(l.size() - 1, 0, -1):
		swap(l, 0, e)
		sift.call(0, e - 1)
	return l

func counting(l: Array[int]) -> Array[int]:
	var counts: Array[int] = []
	counts.resize(l.max() + 1)
	for v in l:
		counts[v] += 1
	var out: Array[int] = []
	for v in counts.size():
		for n in counts[v]:
			out.append(v)
	return out

func binary_search(l: Array, v) -> int:
	var lo := 0
	var hi := l.size()
	while lo < hi:
		var mid := (lo + hi) >> 1
		if l[mid] < v:
			lo = mid + 1
		else:
			hi = mid
	return lo if lo < l.size() and l[lo] == v else -1

func permutations(l: Array) -> Array:
	if l.size() <= 1:
		return [l.duplicate()]
	var out := []
	for i in l.size():
		var rest := l.duplicate()
		var head = rest.pop_at(i)
		for p in permutations(rest):
			out.append([head] + p)
	return out

func _ready() -> void:
	var data: Array[int] = []
	var x := 17
	for i in 24:
		x = (x * 73 + 41) % 101
		data.append(x)
	print(data)
	var sorted := data.duplicate()
	sorted.sort()
	for f: Callable in [bubble, insertion, quick, merge_sort, heap]:
		swaps = 0
		compares = 0
		var l: Array = f.call(Array(data.duplicate()))
		print(f.get_method(), " ", l == sorted, " ", swaps, " ", compares)
	print(counting(data) == sorted, " ", counting(data).is_typed())
	print(binary_search(sorted, sorted[5]) <= 5, " ", binary_search(sorted, 1000), " ", binary_search([], 1))
	print(bubble(["pear", "fig", "apple"]), quick([2.5, 1, 3]), heap(["b", "a"]), merge_sort([Vector2(2, 1), Vector2(1, 1)]))
	print(permutations([1, 2, 3]), permutations(["a"]).size(), permutations(range(5)).size())
	var people := [{name = "Ann", age = 30}, {name = "Bob", age = 25}, {name = "Cid", age = 30}]
	people.sort_custom(func(a, b): return a.age < b.age if a.age != b.age else a.name > b.name)
	print(people.map(func(p): return "%s(%d)" % [p.name, p.age]))
	get_tree().quit()
