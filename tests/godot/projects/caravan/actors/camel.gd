class_name Camel
extends Actor

class Load:
	extends RefCounted
	var item: ItemData
	var amount: int

	func _init(p_item: ItemData, p_amount := 1) -> void:
		item = p_item
		amount = p_amount

var loads: Array[Load] = []


func pace() -> int:
	return super() + 1


func load_up(item: ItemData, amount: int) -> void:
	loads.push_back(Load.new(item, amount))
	stock.add(item, amount)


func describe() -> String:
	var carried := loads.map(func(l): return l.amount)
	return super.describe() + " loads=%s" % [carried]
