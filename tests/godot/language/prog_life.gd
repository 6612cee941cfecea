extends Node

const SIZE := Vector2i(12, 8)
var cells: Dictionary[Vector2i, bool] = {}
var generation := 0

func neighbours(p: Vector2i) -> int:
	var n := 0
	for dy in range(-1, 2):
		for dx in range(-1, 2):
			if dx == 0 and dy == 0:
				continue
			var q := Vector2i(posmod(p.x + dx, SIZE.x), posmod(p.y + dy, SIZE.y))
			if cells.get(q, false):
				n += 1
	return n

func step() -> void:
	var next: Dictionary[Vector2i, bool] = {}
	for y in SIZE.y:
		for x in SIZE.x:
			var p := Vector2i(x, y)
			var n := neighbours(p)
			var alive: bool = cells.get(p, false)
			if n == 3 or (alive and n == 2):
				next[p] = true
	cells = next
	generation += 1

func show_board() -> void:
	print("generation ", generation, ", ", cells.size(), " cells")
	for y in SIZE.y:
		var line := ""
		for x in SIZE.x:
			line += "#" if Vector2i(x, y) in cells else "."
		print(line)

func seed_pattern(pattern: String, at: Vector2i) -> void:
	var lines := pattern.split("\n")
	for y in lines.size():
		for x in lines[y].length():
			if lines[y][x] == "O":
				cells[at + Vector2i(x, y)] = true

# the same on flat packed arrays
func step_flat(old: PackedByteArray) -> PackedByteArray:
	var new := PackedByteArray()
	new.resize(old.size())
	for i in old.size():
		var x := i % SIZE.x
		var y := i / SIZE.x
		var n := 0
		for dy in [-1, 0, 1]:
			for dx in [-1, 0, 1]:
				if dx or dy:
					n += old[(y + dy + SIZE.y) % SIZE.y * SIZE.x + (x + dx + SIZE.x) % SIZE.x]
		new[i] = 1 if n == 3 or (old[i] == 1 and n == 2) else 0
	return new

func _ready() -> void:
	seed_pattern(".O\n..O\nOOO", Vector2i(1, 1))
	seed_pattern("OOO", Vector2i(8, 4))
	show_board()
	var flat := PackedByteArray()
	flat.resize(SIZE.x * SIZE.y)
	for p in cells:
		flat[p.y * SIZE.x + p.x] = 1
	for i in 20:
		step()
		flat = step_flat(flat)
		if i % 6 == 5:
			show_board()
	show_board()
	print(flat.count(1) == cells.size(), " ", flat.count(1), " ", flat.slice(0, SIZE.x))
	get_tree().quit()
