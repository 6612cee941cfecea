extends Node

enum Rarity { COMMON, RARE, EPIC }

class Item extends Resource:
	@export var id: StringName
	@export var price: int = 1
	@export var rarity: Rarity = Rarity.COMMON
	@export var max_stack := 5
	@export var tags: Array[String] = []

	static func of(p_id: StringName, p_price: int, p_rarity := Rarity.COMMON, stack := 5, ...p_tags: Array) -> Item:
		var item := Item.new()
		item.id = p_id
		item.price = p_price
		item.rarity = p_rarity
		item.max_stack = stack
		item.tags.assign(p_tags)
		return item

	func worth() -> int:
		return price * int(pow(2, rarity))

class Slot:
	var item: Item
	var count: int
	func _init(i: Item, c: int) -> void:
		item = i
		count = c
	func _to_string() -> String:
		return "%s x%d" % [item.id, count]

class Inventory:
	signal changed
	signal full(item: Item, left: int)
	var slots: Array[Slot] = []
	var capacity: int

	func _init(cap := 4) -> void:
		capacity = cap

	func add(item: Item, count := 1) -> int:
		var left := count
		for slot in slots:
			if left > 0 and slot.item == item and slot.count < item.max_stack:
				var fits := mini(item.max_stack - slot.count, left)
				slot.count += fits
				left -= fits
		while left > 0 and slots.size() < capacity:
			var n := mini(left, item.max_stack)
			slots.append(Slot.new(item, n))
			left -= n
		if left:
			full.emit(item, left)
		changed.emit()
		return left

	func remove(id: StringName, count := 1) -> bool:
		if count_of(id) < count:
			return false
		for i in range(slots.size() - 1, -1, -1):
			var slot := slots[i]
			if slot.item.id != id:
				continue
			var taken := mini(slot.count, count)
			slot.count -= taken
			count -= taken
			if slot.count == 0:
				slots.remove_at(i)
			if count == 0:
				break
		changed.emit()
		return true

	func count_of(id: StringName) -> int:
		return slots.filter(func(s): return s.item.id == id).reduce(func(sum, s): return sum + s.count, 0)

	func total() -> int:
		var t := 0
		for s in slots:
			t += s.item.worth() * s.count
		return t

	func by_tag(tag: String) -> Array[Slot]:
		return slots.filter(func(s: Slot) -> bool: return tag in s.item.tags)

	func sort_by(what: Callable, descending := false) -> void:
		slots.sort_custom(func(a, b): return what.call(a) > what.call(b) if descending else what.call(a) < what.call(b))

	func save() -> Dictionary:
		return {capacity = capacity, slots = slots.map(func(s): return [String(s.item.id), s.count])}

var db: Dictionary[StringName, Item] = {}
var changes := 0

func _ready() -> void:
	for item in [Item.of(&"apple", 2, Rarity.COMMON, 5, "food"), Item.of(&"sword", 30, Rarity.RARE, 1, "weapon", "metal"), Item.of(&"gem", 50, Rarity.EPIC, 3), Item.of(&"bread", 3, Rarity.COMMON, 5, "food", "soft")]:
		db[item.id] = item
	var inv := Inventory.new()
	inv.changed.connect(func(): changes += 1)
	inv.full.connect(func(item, left): print("no room for %d %s" % [left, item.id]))
	print(inv.add(db.apple, 7), inv.slots)
	print(inv.add(db.sword), inv.slots)
	print(inv.add(db.apple, 4), inv.slots)
	print(inv.add(db.gem, 5), inv.slots, inv.count_of(&"gem"))
	print(inv.remove(&"apple", 6), inv.slots, inv.remove(&"sword", 2))
	print(inv.total(), " ", inv.by_tag("food"), " ", inv.by_tag("food").is_typed())
	inv.add(db.bread, 2)
	inv.sort_by(func(s): return s.item.price, true)
	print(inv.slots)
	inv.sort_by(func(s): return s.count)
	print(inv.slots[0].count, " ", inv.save(), " ", changes)
	print(Rarity.find_key(db.gem.rarity), " ", Rarity.keys()[db.sword.rarity], " ", db.keys())
	var copy: Item = db.gem.duplicate()
	copy.price = 1
	copy.tags.append("fake")
	print(copy.id, copy.worth(), db.gem.worth(), copy.tags, db.gem.tags, copy == db.gem)
	get_tree().quit()
