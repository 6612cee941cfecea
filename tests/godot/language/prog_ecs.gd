extends Node
# Entities, components and systems run from _process with a fixed step.

class World:
	var next_id := 0
	var components: Dictionary[StringName, Dictionary] = {}
	var systems: Array[Callable] = []
	var removed: Array[int] = []
	signal removed_entity(id: int)

	func spawn(parts: Dictionary) -> int:
		next_id += 1
		for p in parts:
			components.get_or_add(StringName(p), {})[next_id] = parts[p]
		return next_id

	func kill(id: int) -> void:
		if id not in removed:
			removed.append(id)

	func each(...names: Array) -> Array[int]:
		var out: Array[int] = []
		for id: int in components.get(names[0], {}):
			if names.all(func(n): return components.get(n, {}).has(id)):
				out.append(id)
		return out

	func get_part(id: int, part: StringName) -> Variant:
		return components[part].get(id)

	func set_part(id: int, part: StringName, value: Variant) -> void:
		components[part][id] = value

	func step(delta: float) -> void:
		for s in systems:
			s.call(self, delta)
		for id in removed:
			for c in components.values():
				c.erase(id)
			removed_entity.emit(id)
		removed.clear()

static func move(w: World, delta: float) -> void:
	for id in w.each(&"pos", &"vel"):
		var p: Vector2 = w.get_part(id, &"pos")
		p += w.get_part(id, &"vel") * delta
		w.set_part(id, &"pos", p)

func bounce(w: World, _delta: float) -> void:
	for id in w.each(&"pos", &"vel"):
		var p: Vector2 = w.components.pos[id]
		for axis in 2:
			if p[axis] < 0 or p[axis] > 10:
				w.components.vel[id][axis] *= -1
				p[axis] = clampf(p[axis], 0, 10)
				bounces += 1
		w.components.pos[id] = p

func age(w: World, delta: float) -> void:
	for id in w.each(&"life"):
		w.components[&"life"][id] -= delta
		if w.components.life[id] <= 0:
			w.kill(id)

var bounces := 0
var world := World.new()
var frames := 0

func _ready() -> void:
	world.systems = [move, bounce, age, func(w, _d): w.components.get_or_add(&"stats", {})[0] = w.each(&"pos").size()]
	world.removed_entity.connect(func(id): print("frame ", frames, ": ", id, " gone"))
	world.spawn({pos = Vector2(1, 1), vel = Vector2(30, 0)})
	world.spawn({pos = Vector2(5, 5), vel = Vector2(-20, 40), life = 0.2})
	world.spawn({pos = Vector2(9, 9), life = 0.05})
	world.spawn({name = "rock"})
	print(world.each(&"pos", &"life"), world.each(&"name"), world.each(&"none"))

func _physics_process(delta: float) -> void:
	frames += 1
	world.step(delta)
	if frames % 6 == 0:
		print(frames, " ", world.components.pos.values().map(func(p): return p.snapped(Vector2.ONE * 0.01)), " ", world.components.stats, " ", bounces)
	if frames == 18:
		print(world.components.keys(), world.components.name)
		get_tree().quit()
