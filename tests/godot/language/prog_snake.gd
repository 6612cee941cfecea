extends Node

class Game extends RefCounted:
	signal ate(length: int)
	signal died(reason: StringName)
	const SIZE := Vector2i(8, 6)
	const KEYS := {"U": Vector2i.UP, "D": Vector2i.DOWN, "L": Vector2i.LEFT, "R": Vector2i.RIGHT}
	var body: Array[Vector2i] = [Vector2i(2, 2), Vector2i(1, 2)]
	var direction := Vector2i.RIGHT:
		set(d):
			if d != -direction:
				direction = d
	var food := Vector2i(4, 2)
	var alive := true
	var rng := RandomNumberGenerator.new()

	func _init(s: int) -> void:
		rng.seed = s

	func step(key := "") -> void:
		if not alive:
			return
		if key in KEYS:
			direction = KEYS[key]
		var head := body[0] + direction
		if not Rect2i(Vector2i.ZERO, SIZE).has_point(head):
			return die(&"wall")
		if head in body.slice(0, -1):
			return die(&"self")
		body.push_front(head)
		if head == food:
			ate.emit(body.size())
			place_food()
		else:
			body.pop_back()

	func die(reason: StringName) -> void:
		alive = false
		died.emit(reason)

	func place_food() -> void:
		var free: Array[Vector2i] = []
		for y in SIZE.y:
			for x in SIZE.x:
				var p := Vector2i(x, y)
				if p not in body:
					free.append(p)
		food = free[rng.randi_range(0, free.size() - 1)]

	func picture() -> String:
		var rows: PackedStringArray = []
		for y in SIZE.y:
			var row := ".".repeat(SIZE.x)
			for i in body.size():
				if body[i].y == y:
					row[body[i].x] = "@" if i == 0 else "o"
			if food.y == y:
				row[food.x] = "*"
			rows.append(row)
		return "\n".join(rows)

func _ready() -> void:
	var g := Game.new(42)
	g.ate.connect(func(n): print("ate, length ", n, ", food at ", g.food))
	g.died.connect(func(why): print("died: ", why))
	g.step()
	g.step("L")
	print(g.picture(), " ", g.body, " ", g.direction)
	var moves := 0
	while g.alive and moves < 60:
		var want := g.food - g.body[0]
		var key := ""
		if want.x != 0:
			key = "R" if want.x > 0 else "L"
		elif want.y != 0:
			key = "D" if want.y > 0 else "U"
		if g.KEYS.get(key) == -g.direction:
			key = "D" if g.body[0].y < 3 else "U"
		g.step(key)
		moves += 1
	print(moves, " ", g.body.size(), "\n", g.picture())
	g.step("R")
	for i in 9:
		g.step()
	print(g.alive)
	get_tree().quit()
