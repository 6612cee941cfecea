extends Node

func _ready() -> void:
	var a := [3, 1, 2]
	a.append(5)
	a.push_back(4)
	a.push_front(0)
	print(a, " ", a.size(), " ", a.front(), " ", a.back(), " ", a[0], " ", a[-1], " ", a[-2])
	print(a.insert(1, 9), " ", a, " ", a.insert(-1, 8), " ", a)
	a.remove_at(1)
	a.remove_at(-1)
	a.erase(8)
	a.erase(777)
	print(a, " ", a.pop_back(), " ", a.pop_front(), " ", a.pop_at(1), " ", a.pop_at(-1), " ", a)
	print([].pop_back(), " ", [].pop_front(), " ", [].is_empty())
	a.assign([5, 3, 8, 1])
	a.sort()
	print(a, " ", a.bsearch(5), " ", a.bsearch(4), " ", a.bsearch(5, false), " ", a.bsearch(100))
	a.reverse()
	print(a, " ", a.min(), " ", a.max(), " ", [].min(), " ", ["b", "a"].max())
	a.append_array([1, 1])
	print(a, " ", a.find(1), " ", a.rfind(1), " ", a.find(1, 4), " ", a.find(99), " ", a.count(1), " ", a.has(3), " ", 3 in a, " ", 99 not in a)
	print([1, 2] + [3], " ", [1] + [[2]])
	a += [100]
	print(a)
	a.resize(3)
	print(a)
	a.resize(5)
	print(a)
	a.fill("z")
	print(a)
	a.clear()
	print(a, a.size())
	var n := [1, 2, 3, 4, 5, 6]
	print(n.slice(1, 4), n.slice(2), n.slice(-2), n.slice(0, -1), n.slice(0, 6, 2), n.slice(5, 0, -1), n.slice(-1, -4, -1), n.slice(4, 2), n.slice(10), n.slice(0, 100))
	print(n.map(func(x): return x * x), n.filter(func(x): return x % 2 == 0), " ", n.reduce(func(acc, x): return acc + x), " ", n.reduce(func(acc, x): return acc + x, 100), " ", n.any(func(x): return x > 5), " ", n.all(func(x): return x > 5))
	print([].reduce(func(acc, x): return acc + x), " ", [].any(func(_x): return true), " ", [].all(func(_x): return false))
	print(n.find_custom(func(x): return x > 3), " ", n.rfind_custom(func(x): return x < 3), " ", n.find_custom(func(x): return x > 30))
	var words := ["pear", "fig", "apple", "date"]
	words.sort_custom(func(x, y): return x.length() < y.length() or (x.length() == y.length() and x < y))
	print(words)
	words.sort()
	print(words, " ", words.bsearch_custom("date", func(x, y): return x < y))
	var mixed := [3, "b", 1.5, null, true, Vector2(1, 1), "a", &"c", [2], {"k": 1}, -1]
	print(mixed, " ", mixed.size(), " ", mixed.has(1.5), " ", mixed.find(null), " ", mixed.has([2]), " ", mixed.find({"k": 1}))
	var nums := [3, 1.5, 2, -1, 0.5, 2.0]
	nums.sort()
	print(nums)
	var texts := ["b", "A", "a", "B", "10", "9", ""]
	texts.sort()
	print(texts)
	var vecs := [Vector2(2, 1), Vector2(1, 5), Vector2(1, 2)]
	vecs.sort()
	print(vecs)
	var lists := [[2, 1], [1, 9], [1]]
	lists.sort()
	print(lists)
	print([1, 2, 3] == [1, 2, 3], [1, 2] == [2, 1], [1, [2, {"a": 3}]] == [1, [2, {"a": 3}]], [1] == [1.0], [1, 2] < [1, 3], [2] > [1, 5], [] == [])
	var x := [1, [2, 3], {"k": [4]}]
	var shallow := x.duplicate()
	var deep := x.duplicate(true)
	x[1].append(99)
	x[2].k.append(98)
	print(x, shallow, deep)
	print(is_same(x, x), " ", is_same(x, shallow), " ", x == shallow, " ", x == deep)
	print([1, 2, 3].pick_random() in [1, 2, 3], " ", [].pick_random())
	print(hash([1, 2]) == hash([1, 2]), " ", [1, 2].hash() == [2, 1].hash(), " ", hash([]) == [].hash())
	print(range(5), range(2, 5), range(0, 10, 3), range(5, 0, -2), range(0), range(3, 3), range(5.9))
	print([[1, 2], [3]].map(func(l): return l.size()), " ", ["a", "b"].map(str), " ", [1.5, 2.5].map(floor), " ", [-1, 2].map(abs))
	print(str([1, "a", &"b", null, 1.0, [], {}]), " ", [null], [[]], [{}])
	var grid := []
	for y in 3:
		var row := []
		row.resize(4)
		row.fill(0)
		grid.append(row)
	grid[1][2] = 5
	grid[-1][-1] += 7
	grid[0][0] -= 2
	print(grid)
	var swap := [1, 2]
	var tmp = swap[0]
	swap[0] = swap[1]
	swap[1] = tmp
	print(swap, swap.get(0), swap.is_typed(), swap.is_read_only())
	swap.set(0, "set")
	print(swap)
	var big := []
	for i in 100:
		big.append(i * 7 % 31)
	big.sort_custom(func(p, q): return p > q)
	print(big.slice(0, 10), big.slice(-5))
	var rec := [1]
	rec.append(rec)
	print(rec.size(), rec[1][1][0])
	rec.clear()
	get_tree().quit()
