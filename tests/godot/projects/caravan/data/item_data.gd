class_name ItemData
extends Resource

enum Kind { FOOD, GOODS, TOOL }

@export var id := ""
@export var worth := 1
@export var kind: Kind = Kind.GOODS
@export var tags: Array[StringName] = []
@export_range(0, 10, 0.5) var weight := 1.0


func _to_string() -> String:
	return "<%s %d>" % [id, worth]


static func heavier(a: ItemData, b: ItemData) -> bool:
	return a.weight > b.weight
