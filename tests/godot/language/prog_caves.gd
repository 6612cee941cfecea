extends Node
# Caves from seeded noise of dice, smoothing, flood fill; rooms joined by corridors.

const W := 24
const H := 12
var map: Array[PackedByteArray] = []
var rng := RandomNumberGenerator.new()

func make(fill := 0.45) -> void:
	map.clear()
	for y in H:
		var row := PackedByteArray()
		row.resize(W)
		for x in W:
			var edge := x == 0 or y == 0 or x == W - 1 or y == H - 1
			row[x] = 1 if edge or rng.randf() < fill else 0
		map.append(row)

func walls_around(x: int, y: int) -> int:
	var n := 0
	for dy in range(-1, 2):
		for dx in range(-1, 2):
			if (dx or dy) and (y + dy < 0 or y + dy >= H or x + dx < 0 or x + dx >= W or map[y + dy][x + dx]):
				n += 1
	return n

func smooth() -> void:
	var next: Array[PackedByteArray] = []
	for y in H:
		var row := map[y].duplicate()
		for x in W:
			var n := walls_around(x, y)
			if n > 4:
				row[x] = 1
			elif n < 4:
				row[x] = 0
		next.append(row)
	map = next

func regions() -> Array:
	var seen := {}
	var out := []
	for y in H:
		for x in W:
			if map[y][x] or seen.has(Vector2i(x, y)):
				continue
			var region: Array[Vector2i] = []
			var todo: Array[Vector2i] = [Vector2i(x, y)]
			seen[Vector2i(x, y)] = true
			while todo:
				var p: Vector2i = todo.pop_back()
				region.append(p)
				for d: Vector2i in [Vector2i.UP, Vector2i.DOWN, Vector2i.LEFT, Vector2i.RIGHT]:
					var q := p + d
					if Rect2i(0, 0, W, H).has_point(q) and not map[q.y][q.x] and not seen.has(q):
						seen[q] = true
						todo.append(q)
			out.append(region)
	out.sort_custom(func(a, b): return a.size() > b.size() or (a.size() == b.size() and str(a) < str(b)))
	return out

func tunnel(a: Vector2i, b: Vector2i) -> int:
	var dug := 0
	var p := a
	while p != b:
		if p.x != b.x:
			p.x += signi(b.x - p.x)
		else:
			p.y += signi(b.y - p.y)
		dug += map[p.y][p.x]
		map[p.y][p.x] = 0
	return dug

func show_map() -> void:
	for row in map:
		var line := ""
		for c in row:
			line += "#" if c else "."
		print(line)

func _ready() -> void:
	rng.seed = 20
	make()
	show_map()
	for i in 3:
		smooth()
	show_map()
	var r := regions()
	print(r.map(func(x): return x.size()))
	for i in range(1, r.size()):
		print("tunnel ", tunnel(r[i][0], r[0][0]))
	show_map()
	print(regions().size(), " ", map.reduce(func(n, row): return n + row.count(0), 0))
	get_tree().quit()
