class_name Stock
extends RefCounted

var _counts: Dictionary[ItemData, int] = {}
var size: int:
	get:
		return _counts.values().reduce(func(sum, n): return sum + n, 0)


func add(item: ItemData, amount := 1) -> Stock:
	_counts[item] = _counts.get(item, 0) + amount
	return self


func take(item: ItemData, amount := 1) -> bool:
	if _counts.get(item, 0) < amount:
		return false
	_counts[item] -= amount
	if _counts[item] == 0:
		_counts.erase(item)
	return true


func items() -> Array[ItemData]:
	var found: Array[ItemData] = []
	found.assign(_counts.keys())
	found.sort_custom(ItemData.heavier)
	return found


func _to_string() -> String:
	return "Stock(" + ", ".join(items().map(func(i: ItemData) -> String: return "%s*%d" % [i.id, _counts[i]])) + ")"
