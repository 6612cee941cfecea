extends Node
# A battle in turns: signals, awaits, seeded dice.

signal turn_started(who)
signal finished(winner)

class Fighter:
	signal hurt(amount, left)
	signal fainted
	var name: String
	var hp: int
	var attack: Vector2i
	var poison := 0
	func _init(n: String, h: int, a: Vector2i) -> void:
		name = n
		hp = h
		attack = a
	func damage(amount: int) -> void:
		hp = maxi(0, hp - amount)
		hurt.emit(amount, hp)
		if hp == 0:
			fainted.emit()
	var alive: bool:
		get: return hp > 0

var rng := RandomNumberGenerator.new()
var rounds := 0
var history := []

func roll(span: Vector2i) -> int:
	return rng.randi_range(span.x, span.y)

func act(a: Fighter, b: Fighter) -> void:
	turn_started.emit(a.name)
	await get_tree().create_timer(0.05).timeout
	var value := roll(Vector2i(1, 20))
	if value == 1:
		print("  %s stumbles" % a.name)
		a.damage(1)
	elif value >= 18:
		print("  %s hits hard" % a.name)
		b.damage(roll(a.attack) * 2)
		b.poison += 2
	elif value > 6:
		b.damage(roll(a.attack))
	else:
		print("  %s misses" % a.name)
	if a.poison and a.alive:
		a.poison -= 1
		a.damage(1)

func battle(left: Fighter, right: Fighter) -> Fighter:
	var order := [left, right]
	while left.alive and right.alive:
		rounds += 1
		for f: Fighter in order:
			var other: Fighter = right if f == left else left
			if f.alive and other.alive:
				await act(f, other)
		order.reverse()
	var winner := left if left.alive else right
	finished.emit(winner)
	return winner

func _ready() -> void:
	rng.seed = 2024
	var hero := Fighter.new("Hero", 30, Vector2i(3, 7))
	var slime := Fighter.new("Slime", 26, Vector2i(2, 9))
	for f in [hero, slime]:
		f.hurt.connect(func(amount, left): print("  %s takes %d, %d left" % [f.name, amount, left]))
		f.fainted.connect(func(): history.append(f.name + " fainted"))
	turn_started.connect(func(who): history.append(who))
	battle(hero, slime)
	print("waiting")
	var w: Fighter = await finished
	print(w.name, " wins in ", rounds, " rounds with ", w.hp)
	print(history.size(), " ", history[-1], " ", history.count("Hero") > 2)
	var again: Fighter = await battle(Fighter.new("A", 5, Vector2i(1, 2)), Fighter.new("B", 5, Vector2i(1, 3)))
	print(again.name, " ", again.hp)
	get_tree().quit()
