extends Node
# Path finding on a map of text, with a binary heap.

const MAP = """
##########
#S..#....#
#.#.#.##.#
#.#...#..#
#.#####.##
#......#.#
####.#...#
#....###.#
#.##.....E
##########
"""

class Heap:
	var items: Array = []
	func push(priority: float, value: Variant) -> void:
		items.append([priority, value])
		var i := items.size() - 1
		while i > 0:
			var parent := (i - 1) / 2
			if items[parent][0] <= items[i][0]:
				break
			_swap(i, parent)
			i = parent
	func pop() -> Variant:
		_swap(0, items.size() - 1)
		var top = items.pop_back()
		var i := 0
		while true:
			var small := i
			for child in [2 * i + 1, 2 * i + 2]:
				if child < items.size() and items[child][0] < items[small][0]:
					small = child
			if small == i:
				break
			_swap(i, small)
			i = small
		return top[1]
	func is_empty() -> bool:
		return items.is_empty()
	func _swap(a: int, b: int) -> void:
		var t = items[a]
		items[a] = items[b]
		items[b] = t

const DIRS: Array[Vector2i] = [Vector2i.RIGHT, Vector2i.DOWN, Vector2i.LEFT, Vector2i.UP]

var rows: PackedStringArray
var start: Vector2i
var goal: Vector2i

func cell(p: Vector2i) -> String:
	return rows[p.y][p.x]

func find_all() -> void:
	for y in rows.size():
		for x in rows[y].length():
			match rows[y][x]:
				"S": start = Vector2i(x, y)
				"E": goal = Vector2i(x, y)

func search(h: Callable) -> Dictionary:
	var open := Heap.new()
	var came: Dictionary[Vector2i, Vector2i] = {}
	var cost := {start: 0}
	var seen := 0
	open.push(0, start)
	while not open.is_empty():
		var here: Vector2i = open.pop()
		seen += 1
		if here == goal:
			break
		for d in DIRS:
			var next := here + d
			if cell(next) == "#":
				continue
			var c: int = cost[here] + 1
			if next not in cost or c < cost[next]:
				cost[next] = c
				came[next] = here
				open.push(c + h.call(next), next)
	var path: Array[Vector2i] = []
	if goal in came:
		var p := goal
		while p != start:
			path.push_front(p)
			p = came[p]
		path.push_front(start)
	return {path = path, seen = seen, cost = cost.get(goal, INF)}

func _ready() -> void:
	rows = MAP.strip_edges().split("\n")
	find_all()
	print(start, " ", goal, " ", rows.size())
	var manhattan := func(p: Vector2i) -> int: return absi(p.x - goal.x) + absi(p.y - goal.y)
	for kind in {"astar": manhattan, "dijkstra": func(_p): return 0, "euclid": func(p): return Vector2(p).distance_to(goal)}.keys():
		print(kind)
	var r := search(manhattan)
	print(r.cost, " ", r.seen, " ", r.path.size(), " ", r.path.slice(0, 4), " ", r.path[-1])
	var r2 := search(func(_p): return 0)
	print(r2.cost, " ", r2.seen)
	var r3 := search(func(p): return Vector2(p).distance_to(goal))
	print(r3.cost, " ", r3.seen)
	for p: Vector2i in r.path:
		if cell(p) == ".":
			rows[p.y][p.x] = "*"
	print("\n".join(rows))
	rows[8][8] = "#"
	rows[7][8] = "#"
	var none := search(manhattan)
	print(none.path, none.cost)
	get_tree().quit()
