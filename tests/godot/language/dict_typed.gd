extends Node

class Item:
	var n := 1

const PRICES: Dictionary[StringName, int] = {&"sword": 10, &"bow": 7}
@export var slots: Dictionary[int, String] = {0: "head", 1: "hand"}
var by_item: Dictionary[Item, float] = {}
var lists: Dictionary[String, Array] = {"a": [1]}

func total(costs: Dictionary[StringName, int]) -> int:
	var t := 0
	for k in costs:
		t += costs[k]
	return t

func make() -> Dictionary[String, float]:
	return {"x": 1, "y": 2.5}

func bad_key(any) -> void:
	any["text"] = "fails"
	print("not reached? ", slots)

func bad_value(any) -> void:
	any[5] = 12
	print("not reached? ", slots)

func _ready() -> void:
	print(PRICES, total(PRICES), PRICES.is_typed(), PRICES.is_typed_key(), PRICES.get_typed_key_builtin(), PRICES.get_typed_value_builtin())
	print(make(), make().is_typed())
	slots[2] = "foot"
	print(slots)
	var it := Item.new()
	by_item[it] = 3
	print(by_item[it], typeof(by_item[it]), by_item.get_typed_key_script() == Item, by_item.get_typed_key_class_name())
	lists["b"] = []
	lists["b"].append(2)
	lists.a.append("x")
	print(lists)
	var loose: Dictionary = slots
	print(loose is Dictionary[int, String], loose is Dictionary[String, int], loose is Dictionary, is_same(loose, slots))
	bad_key(slots)
	bad_value(slots)
	var d: Dictionary[String, Variant] = {"a": 1, "b": "x", "c": null}
	print(d, d.is_typed_value(), d.is_typed_key())
	for k: String in d:
		print(k, d[k])
	var copy: Dictionary[int, String]
	copy.assign({1: "x", 2.0: &"y"})
	print(copy)
	print(copy.duplicate().is_typed(), copy.merged({9: "z"}), copy.keys().is_typed(), copy.values().is_typed())
	copy.merge({7: "seven"})
	print(copy, copy.get(7), copy.get(100), copy.get_or_add(8, "eight"))
	var cast = {1: "a"} as Dictionary[int, String]
	print(cast, cast.is_typed())
	var e: Dictionary[String, Dictionary] = {}
	e["k"] = {"inner": 1}
	e.k.inner += 1
	print(e)
	print(slots.is_same_typed(copy), slots.is_same_typed(d))
	get_tree().quit()
