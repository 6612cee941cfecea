extends Node

@export var favourite: ItemData
@export var prices: Dictionary[String, float] = {}
var entries: Array[Dictionary] = []
var total := 0.0


func _enter_tree() -> void:
	Bus.traded.connect(_on_traded)


func _on_traded(item: ItemData, amount: int, price: float) -> void:
	total += amount * price
	entries.append({item = item.id, amount = amount, price = price})


func price_of(item: ItemData) -> float:
	return prices.get(item.id, item.worth * 1.0)


func summary() -> String:
	var lines := PackedStringArray()
	for entry in entries:
		lines.append("%-6s x%03d @ %5.2f" % [entry.item, entry["amount"], entry.price])
	return "\n".join(lines) + "\ntotal %+.3f" % total
