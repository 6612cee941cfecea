extends Node
# Balls with gravity in a box, stepped by _physics_process; collisions resolved with vectors.

class Ball extends Node:
	@export var radius := 1.0
	var position := Vector2.ZERO
	var velocity := Vector2.ZERO
	var mass: float:
		get: return radius * radius
	var hits := 0
	func setup(p: Vector2, v: Vector2, r := 1.0) -> Ball:
		position = p
		velocity = v
		radius = r
		return self
	func energy() -> float:
		return 0.5 * mass * velocity.length_squared() + mass * 9.8 * (20 - position.y)

const BOX := Rect2(0, 0, 20, 20)
var gravity := Vector2(0, 9.8)
var ticks := 0

func balls() -> Array[Ball]:
	var out: Array[Ball] = []
	out.assign(get_tree().get_nodes_in_group("balls"))
	return out

func _ready() -> void:
	for spec in [[Vector2(5, 5), Vector2(3, 0)], [Vector2(15, 5), Vector2(-3, 0)], [Vector2(10, 2), Vector2.ZERO, 2.0]]:
		var b: Ball = Ball.new().setup.callv(spec)
		b.name = "Ball%d" % get_child_count()
		b.add_to_group(&"balls")
		add_child(b)

func _physics_process(delta: float) -> void:
	ticks += 1
	for b in balls():
		b.velocity += gravity * delta
		b.position += b.velocity * delta
		if b.position.y + b.radius > BOX.end.y:
			b.position.y = BOX.end.y - b.radius
			b.velocity.y *= -0.8
			b.hits += 1
		if b.position.x < b.radius or b.position.x > BOX.end.x - b.radius:
			b.velocity.x = -b.velocity.x
			b.position.x = clampf(b.position.x, b.radius, BOX.end.x - b.radius)
			b.hits += 1
	var all := balls()
	for i in all.size():
		for j in range(i + 1, all.size()):
			collide(all[i], all[j])
	if ticks % 30 == 0:
		for b in all:
			print("%3d %s %s %s %d" % [ticks, b.name, b.position.snapped(Vector2(0.01, 0.01)), b.velocity.snapped(Vector2.ONE * 0.01), b.hits])
	if ticks == 150:
		print("%.2f" % all.map(func(b): return b.energy()).reduce(func(x, y): return x + y))
		get_tree().quit()

func collide(a: Ball, b: Ball) -> void:
	var between := b.position - a.position
	var gap := between.length() - a.radius - b.radius
	if gap >= 0:
		return
	var n := between.normalized()
	a.position += n * gap / 2
	b.position -= n * gap / 2
	var speed := (b.velocity - a.velocity).dot(n)
	if speed < 0:
		var j := -2 * speed / (1 / a.mass + 1 / b.mass)
		a.velocity -= n * j / a.mass
		b.velocity += n * j / b.mass
		a.hits += 1
		b.hits += 1
