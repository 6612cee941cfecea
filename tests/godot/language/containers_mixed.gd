extends Node
# Containers inside containers, references to them, changes through them while walking.

class Box:
	var items := []
	var by_name := {}
	var next: Box

func deep_change(d: Dictionary) -> void:
	d.list[0].x = 5
	d["list"][1]["y"] = [1]
	d.list[1].y.append(2)
	d.list[1].y[0] += 10
	d.sub.a.b.c = 1 if not d.sub.a.b.has("c") else 2
	d.count += 1
	d["count"] *= 2

func walk(node, depth := 0, out := []) -> Array:
	var pad := "  ".repeat(depth)
	if node is Dictionary:
		for k in node:
			out.append("%s%s:" % [pad, k])
			walk(node[k], depth + 1, out)
	elif node is Array:
		for i in node.size():
			walk(node[i], depth + 1, out)
	else:
		out.append("%s%s" % [pad, node])
	return out

func flatten(a: Array) -> Array:
	var out := []
	for x in a:
		if x is Array:
			out.append_array(flatten(x))
		else:
			out.append(x)
	return out

func group(list: Array, key: Callable) -> Dictionary:
	var out := {}
	for x in list:
		out.get_or_add(key.call(x), []).append(x)
	return out

func _ready() -> void:
	var d := {"list": [{"x": 1}, {}], "sub": {"a": {"b": {}}}, "count": 1}
	deep_change(d)
	deep_change(d)
	print(d)
	print("\n".join(walk({"a": [1, {"b": [2, 3]}], "c": {"d": null}})))
	print(flatten([1, [2, [3, [4, []]], 5], [[6]]]))
	print(group(range(10), func(x): return x % 3), group(["apple", "bob", "axe"], func(s): return s[0]))
	var b := Box.new()
	b.next = Box.new()
	b.items.append({"n": [0, 1]})
	b.items[0].n[1] += 5
	b.next.items = b.items
	b.next.items.append("shared")
	b.by_name.first = b.next
	b.by_name.first.items[-1] += "!"
	b.by_name["first"].by_name["k"] = Vector2.ONE
	b.next.by_name.k.x = 9
	print(b.items, b.next.by_name, is_same(b.items, b.next.items))
	b.next = null
	b.by_name.clear()
	var a := [1, 2, 3]
	var alias := a
	alias += [4]
	print(a, alias, is_same(a, alias))
	var c = a
	c.append(5)
	print(a, c)
	var rows := []
	for i in 3:
		rows.append([])
		for j in i + 1:
			rows[i].append(i * j)
	print(rows, rows[2][-1], rows.map(func(r): return r.reduce(func(x, y): return x + y, 0)))
	var grid: Array[PackedInt32Array] = []
	for y in 2:
		var row := PackedInt32Array()
		row.resize(3)
		grid.append(row)
	grid[1][2] = 7
	grid[0][0] += 1
	print(grid)
	var counts: Dictionary[String, int] = {}
	for ch in "mississippi":
		counts[ch] = counts.get(ch, 0) + 1
	var letters := counts.keys()
	letters.sort_custom(func(p, q): return counts[p] > counts[q] or (counts[p] == counts[q] and p < q))
	print(counts, letters)
	var matrix := [[1, 2], [3, 4]]
	for row in matrix:
		for i in row.size():
			row[i] *= 10
	print(matrix)
	var stack := [1]
	while stack:
		var top = stack.pop_back()
		if top < 20:
			stack.push_back(top * 2)
			stack.push_back(top * 3)
		else:
			print(top)
	var queue := [0]
	var seen := {0: true}
	while not queue.is_empty():
		var n: int = queue.pop_front()
		for m in [n + 3, n * 2 + 1]:
			if m < 12 and m not in seen:
				seen[m] = true
				queue.append(m)
	print(seen.keys())
	var zip := []
	var names := ["a", "b", "c"]
	for i in mini(names.size(), a.size()):
		zip.append([names[i], a[i]])
	print(zip, zip.any(func(z): return z[1] == 3))
	var memo := {}
	var fib := func(n: int, me: Callable) -> int:
		if n in memo:
			return memo[n]
		var r: int = n if n < 2 else me.call(n - 1, me) + me.call(n - 2, me)
		memo[n] = r
		return r
	print(fib.call(50, fib), memo.size())
	var inverted := {}
	for k in counts:
		inverted[counts[k]] = inverted.get(counts[k], []) + [k]
	print(inverted)
	var o := {a = 1, b = {c = [1, {d = 2}]}}
	var p := o.duplicate(true)
	p.b.c[1].d = 99
	o.b.c.append(3)
	print(o, p, o == p)
	print([[3, "c"], [1, "a"], [2, "b"]].map(func(pair): return pair[1]), {"x": [1]}.x[0], [{"y": 2}][0].y, [[1]][0][0])
	get_tree().quit()
