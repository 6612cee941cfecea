class_name Actor
extends Node

signal died

@export var stats: Stats
@export_range(1, 99) var level: int = 1
@export var friends: Array[Actor] = []
@export var target: Node
@export var target_path: NodePath

var hp: int:
	set(value):
		hp = clampi(value, 0, max_hp())
		if hp == 0 and is_inside_tree():
			died.emit()

func _ready() -> void:
	hp = max_hp()
	print("Actor ready: ", describe())

func max_hp() -> int:
	return stats.max_hp + level * 2 if stats else 1

func describe() -> String:
	return "%s lv%d hp%d/%d %s" % [name, level, hp, max_hp(), stats.title if stats else "none"]

func attack(other: Actor) -> void:
	var amount := stats.roll(level)
	Events.damaged.emit(other, amount)
	other.hp -= amount
