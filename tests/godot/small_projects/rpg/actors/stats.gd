class_name Stats
extends Resource

enum Kind { BRUTE, MAGE = 4 }

@export var title := "Stats"
@export var max_hp: int = 10
@export var power := 2.5
@export var kind: Kind
@export var resist: Dictionary[String, float] = {}
@export var next: Stats

func roll(level: int) -> int:
	return int(power * level)

func chain() -> String:
	return title + ("" if next == null else " > " + next.chain())
