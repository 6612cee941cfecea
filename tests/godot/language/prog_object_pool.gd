extends Node

class Bullet extends Node:
	signal expired(bullet: Bullet)
	static var made := 0
	var velocity := Vector2.ZERO
	var position := Vector2.ZERO
	var life := 0.0:
		set(v):
			life = maxf(v, 0.0)
			if life == 0.0 and active:
				active = false
				expired.emit(self)
	var active := false:
		set(v):
			active = v
			set_process(v)
	func _init() -> void:
		made += 1
		name = "Bullet%d" % made
	func fire(from: Vector2, v: Vector2, t: float) -> void:
		position = from
		velocity = v
		active = true
		life = t
	func _process(delta: float) -> void:
		position += velocity * delta
		life -= delta

class Pool extends Node:
	var idle: Array[Bullet] = []
	var busy: Array[Bullet] = []
	var limit: int
	func _init(n: int) -> void:
		limit = n
	func take() -> Bullet:
		var b: Bullet
		if idle:
			b = idle.pop_back()
		elif busy.size() < limit:
			b = Bullet.new()
			b.expired.connect(_on_expired)
			add_child(b)
		else:
			return null
		busy.append(b)
		return b
	func _on_expired(b: Bullet) -> void:
		busy.erase(b)
		idle.push_back(b)
		print(b.name, " back at ", b.position.snapped(Vector2(0.01, 0.01)))

func _ready() -> void:
	var pool := Pool.new(3)
	add_child(pool)
	for i in 5:
		var b := pool.take()
		if b == null:
			print("none left at ", i)
			continue
		b.fire(Vector2(i, 0), Vector2(60, 30 * i), 0.1 * (i + 1))
	print(pool.busy.size(), pool.idle.size(), Bullet.made)
	await get_tree().create_timer(0.22).timeout
	print(pool.busy.map(func(b): return b.name), pool.idle.map(func(b): return b.name))
	var again := pool.take()
	again.fire(Vector2.ZERO, Vector2.LEFT, 0.05)
	print(again.name, Bullet.made)
	await get_tree().create_timer(0.3).timeout
	print(pool.busy, pool.idle.size(), pool.get_child_count())
	get_tree().quit()
