extends Node

static var log_lines: Array[String] = []
static var counter := start()
static var registry := {}
static var lazily: int

const TABLE = {"a": 1}

static func start() -> int:
	return 40 + 2

static func _static_init() -> void:
	log_lines.append("static init, counter %d" % counter)
	registry["self"] = "here"

class Pool:
	static var free_items: Array[Pool] = []
	static var made := 0
	var id: int

	static func take() -> Pool:
		if free_items.is_empty():
			made += 1
			var p := Pool.new()
			p.id = made
			return p
		return free_items.pop_back()

	static func give(p: Pool) -> void:
		free_items.append(p)

	static func _static_init() -> void:
		made = 10

class Sub extends Pool:
	static var own := "sub"
	static func name_of() -> String:
		return "Sub" + str(made)

class Settings:
	static var volume := 5:
		set(v):
			volume = clampi(v, 0, 10)
		get:
			return volume
	static var double: int:
		get:
			return volume * 2

static func bump(by := 1) -> int:
	counter += by
	return counter

func inst_bump() -> int:
	counter += 100
	return counter

static func make_lambda() -> Callable:
	return func(): return bump(1000)

func _ready() -> void:
	print(log_lines, counter, registry, lazily)
	print(bump(), " ", inst_bump(), " ", self.counter, " ", self.bump(2))
	print(make_lambda().call(), " ", Callable(self, "bump").call())
	var a := Pool.take()
	var b := Pool.take()
	Pool.give(a)
	var c := Pool.take()
	print(a.id, b.id, c.id, a == c, Pool.made, Sub.made, Sub.name_of(), Sub.own)
	Sub.made = 50
	print(Pool.made, a.made)
	a.made += 1
	print(Pool.made)
	Settings.volume = 50
	print(Settings.volume, Settings.double)
	Settings.volume -= 100
	print(Settings.volume)
	registry.x = 1
	registry["list"] = [1]
	registry.list.append(2)
	print(registry)
	lazily += 3
	print(lazily, TABLE.a)
	var script: GDScript = get_script()
	print(script.counter, " ", script.bump(), " ", script.TABLE, " ", script.get("counter"))
	script.counter = 7
	print(counter, " ", script.Pool.made)
	var other = script.new()
	print(other.counter, " ", other.inst_bump(), " ", counter)
	other.free()
	var P = Pool
	print(P.made, " ", P.take().id)
	get_tree().quit()
