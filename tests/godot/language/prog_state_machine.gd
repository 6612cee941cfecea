extends Node
# A guard that patrols, chases and rests: states as inner classes.

class State extends RefCounted:
	var guard: Guard
	func enter(_previous: State) -> void:
		pass
	func exit() -> void:
		pass
	func update(_distance: int) -> StringName:
		return &""
	func _to_string() -> String:
		return get_script().get_script_constant_map().get("LABEL", "?")

class Patrol extends State:
	const LABEL = "Patrol"
	var steps := 0
	func enter(previous: State) -> void:
		steps = 0
		guard.say("patrol, after %s" % previous)
	func update(distance: int) -> StringName:
		steps += 1
		if distance < 5:
			return &"chase"
		if steps >= 3:
			return &"rest"
		return &""

class Chase extends State:
	const LABEL = "Chase"
	func enter(_previous: State) -> void:
		guard.say("halt!")
	func exit() -> void:
		guard.say("lost them")
	func update(distance: int) -> StringName:
		guard.stamina -= 2
		match [distance > 6, guard.stamina <= 0]:
			[true, _]:
				return &"patrol"
			[_, true]:
				return &"rest"
		return &""

class Rest extends State:
	const LABEL = "Rest"
	func update(_distance: int) -> StringName:
		guard.stamina = mini(guard.stamina + 3, guard.MAX_STAMINA)
		return &"patrol" if guard.stamina == guard.MAX_STAMINA else &""

class Guard:
	const MAX_STAMINA := 6
	var stamina := MAX_STAMINA
	var states: Dictionary[StringName, State] = {}
	var current: State:
		set(value):
			var before := current
			if before:
				before.exit()
			current = value
			current.enter(before)
			changed.emit(before, value)
	var said: Array[String] = []
	signal changed(from: State, to: State)

	func add(key: StringName, state: State) -> Guard:
		state.guard = self
		states[key] = state
		return self

	func say(text: String) -> void:
		said.append(text)

	func tick(distance: int) -> void:
		var next := current.update(distance)
		if next:
			current = states[next]

func _ready() -> void:
	var guard := Guard.new()
	guard.add(&"patrol", Patrol.new()).add(&"chase", Chase.new()).add(&"rest", Rest.new())
	guard.changed.connect(func(from, to): print("  ", from, " -> ", to))
	guard.current = guard.states.patrol
	for distance in [9, 9, 4, 3, 2, 8, 9, 9, 9, 9, 9, 3, 2, 2, 2, 2, 2]:
		guard.tick(distance)
		print(distance, " ", guard.current, " ", guard.stamina)
	print("\n".join(guard.said))
	for s: State in guard.states.values():
		s.guard = null
	get_tree().quit()
