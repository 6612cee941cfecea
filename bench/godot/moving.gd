extends Node
## Nodes that move at a steady speed and come back in on the other side.

const WIDTH := 640.0
const HEIGHT := 360.0


class Mover extends Node:
	var x := 0.0
	var y := 0.0
	var vx := 0.0
	var vy := 0.0

	func _process(delta: float) -> void:
		x += vx * delta
		y += vy * delta
		if x < 0.0:
			x += WIDTH
		elif x >= WIDTH:
			x -= WIDTH
		if y < 0.0:
			y += HEIGHT
		elif y >= HEIGHT:
			y -= HEIGHT


func setup(count: int) -> void:
	for i in count:
		var mover := Mover.new()
		mover.x = float(i * 7 % 640)
		mover.y = float(i * 11 % 360)
		mover.vx = float(i * 13 % 241 - 120)
		mover.vy = float(i * 17 % 181 - 90)
		add_child(mover)


func checksum() -> float:
	var sum := 0.0
	for mover: Mover in get_children():
		sum += mover.x + mover.y
	return sum
