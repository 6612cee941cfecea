extends Node
# A dice game with seeded generators; strategies are callables.

const ROUNDS := 6
const CATEGORIES: Array[StringName] = [&"ones", &"sixes", &"three", &"full", &"straight", &"chance"]

class Hand:
	var dice: Array[int] = []
	var rng: RandomNumberGenerator
	func _init(r: RandomNumberGenerator) -> void:
		rng = r
		for i in 5:
			dice.append(roll())
		dice.sort()
	func roll() -> int:
		return rng.randi_range(1, 6)
	func reroll(keep: Callable) -> int:
		var n := 0
		for i in dice.size():
			if not keep.call(dice[i]):
				dice[i] = roll()
				n += 1
		dice.sort()
		return n
	func counts() -> Dictionary:
		var c := {}
		for d in dice:
			c[d] = c.get(d, 0) + 1
		return c
	func best() -> int:
		var c := counts()
		var top: int = c.keys()[0]
		for d in c:
			if c[d] > c[top] or (c[d] == c[top] and d > top):
				top = d
		return top
	func score(category: StringName) -> int:
		var c := counts()
		var total: int = dice.reduce(func(a, b): return a + b)
		match category:
			&"ones":
				return c.get(1, 0)
			&"sixes":
				return 6 * c.get(6, 0)
			&"three":
				return total if c.values().max() >= 3 else 0
			&"full":
				var v := c.values()
				v.sort()
				return 25 if v == [2, 3] else 0
			&"straight":
				return 30 if c.size() == 5 and (dice[4] - dice[0] == 4) else 0
			_:
				return total

func play(seed_: int, verbose := false) -> int:
	var rng := RandomNumberGenerator.new()
	rng.seed = seed_
	var left := CATEGORIES.duplicate()
	var total := 0
	for r in ROUNDS:
		var hand := Hand.new(rng)
		var rolled := hand.dice.duplicate()
		for again in 2:
			var top := hand.best()
			hand.reroll(func(d): return d == top or hand.counts().get(d, 0) > 2)
		left.sort_custom(func(a, b): return hand.score(a) > hand.score(b) or (hand.score(a) == hand.score(b) and String(a) > String(b)))
		var pick: StringName = left.pop_front()
		total += hand.score(pick)
		if verbose:
			print("%s -> %s %-8s %3d %4d" % [rolled, hand.dice, pick, hand.score(pick), total])
	return total

func _ready() -> void:
	print(play(7, true))
	print(play(7) == play(7), " ", range(5).map(func(s): return play(s)))
	var rng := RandomNumberGenerator.new()
	rng.seed = 5
	var tally := {}
	for i in 600:
		var sum := rng.randi_range(1, 6) + rng.randi_range(1, 6)
		tally[sum] = tally.get(sum, 0) + 1
	var keys := tally.keys()
	keys.sort()
	for k in keys:
		print("%2d %3d %s" % [k, tally[k], "#".repeat(tally[k] / 10)])
	seed(11)
	print([randi() % 6, randi() % 6, randf() < 0.5, randi_range(10, 20), snappedf(randfn(0, 1), 0.001)])
	var deck := range(1, 11)
	seed(3)
	deck.shuffle()
	print(deck)
	get_tree().quit()
