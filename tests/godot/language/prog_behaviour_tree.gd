extends Node

enum Status { SUCCESS, FAILURE, RUNNING }

@abstract class Behaviour extends Node:
	var board: Dictionary
	@abstract func tick() -> Status
	func setup(b: Dictionary) -> Behaviour:
		board = b
		for c in get_children():
			(c as Behaviour).setup(b)
		return self
	static func name_of(s: Status) -> String:
		return Status.keys()[s]

class Sequence extends Behaviour:
	var at := 0
	func tick() -> Status:
		while at < get_child_count():
			match get_child(at).tick():
				Status.SUCCESS:
					at += 1
				Status.RUNNING:
					return Status.RUNNING
				Status.FAILURE:
					at = 0
					return Status.FAILURE
		at = 0
		return Status.SUCCESS

class Selector extends Behaviour:
	func tick() -> Status:
		for c: Behaviour in get_children():
			var s := c.tick()
			if s != Status.FAILURE:
				return s
		return Status.FAILURE

class Inverter extends Behaviour:
	func tick() -> Status:
		var s: Status = get_child(0).tick()
		return {Status.SUCCESS: Status.FAILURE, Status.FAILURE: Status.SUCCESS}.get(s, s)

class Act extends Behaviour:
	var f: Callable
	func _init(n: String, c: Callable) -> void:
		name = n
		f = c
	func tick() -> Status:
		var r = f.call(board)
		if r is bool:
			r = Status.SUCCESS if r else Status.FAILURE
		print("    ", name, " ", name_of(r))
		return r

func node(kind: GDScript, ...children: Array) -> Behaviour:
	var n: Behaviour = kind.new()
	for c in children:
		n.add_child(c)
	return n

func _ready() -> void:
	var root := node(Selector,
		node(Sequence,
			Act.new("hungry", func(b): return b.hunger > 5),
			Act.new("has_food", func(b): return b.food > 0),
			Act.new("eat", func(b):
				b.food -= 1
				b.hunger -= 4
				return Status.RUNNING if b.hunger > 4 else Status.SUCCESS)),
		node(Sequence,
			node(Inverter, Act.new("tired", func(b): return b.energy < 2)),
			Act.new("forage", func(b):
				b.energy -= 1
				b.food += b.energy % 2
				return true)),
		Act.new("sleep", func(b):
			b.energy += 3
			return Status.RUNNING))
	add_child(root)
	var board := {hunger = 3, food = 0, energy = 4}
	root.setup(board)
	for i in 10:
		board.hunger += 1
		print(i, " ", Behaviour.name_of(root.tick()), " ", board)
	print(root.get_child_count(), " ", root.get_child(0).get_child(2).name, " ", root.find_children("*", "", true, false).size())
	get_tree().quit()
