extends Node

class Bag:
	var real := 1
	var _store := {"hidden": 5}
	func _get(property: StringName):
		print("_get ", property)
		if property == "none":
			return null
		return _store.get(property)
	func _set(property: StringName, value) -> bool:
		if property.begins_with("x_"):
			print("_set ", property, " ", value)
			_store[property] = value
			return true
		return false
	func _get_property_list() -> Array[Dictionary]:
		return [{"name": "x_listed", "type": TYPE_INT, "usage": PROPERTY_USAGE_DEFAULT}]

class SubBag extends Bag:
	func _get(property: StringName):
		if property == "sub":
			return "from sub"
		return null
	func _set(property: StringName, value) -> bool:
		if property == "sub_set":
			print("sub set ", value)
			return true
		return false

class Vec:
	var x := 0
	var y := 0

func missing_read(b) -> void:
	print("before read")
	print(b.absent)
	print("after read")

func missing_write(b) -> void:
	print("before write")
	b.absent = 1
	print("after write")

func _ready() -> void:
	var b = Bag.new()
	print(b.real, " ", b.hidden, " ", b.get("hidden"), " ", b.get("absent"))
	b.x_one = 1
	b.set("x_two", 2)
	b.x_one += 10
	print(b._store, " ", b.x_one, " ", b["x_two"])
	b["x_three"] = 3
	print(b.x_three)
	missing_read(b)
	missing_write(b)
	print("real" in b, " ", "x_one" in b, " ", "absent" in b)
	var names := []
	for p in b.get_property_list():
		names.append(p.name)
	print(names)
	var s = SubBag.new()
	print(s.sub, " ", s.hidden)
	s.sub_set = 3
	s.x_base = 4
	print(s._store)
	s.set("nothing_there", 1)
	print(s.get("nothing_there"))
	var v := Vec.new()
	for key in ["x", "y"]:
		v[key] = key.length() + 4
		v.set(key, v.get(key) * 2)
	print(v.x, v.y, v["x"])
	for p in v.get_property_list():
		if p.usage & PROPERTY_USAGE_SCRIPT_VARIABLE:
			print(p.name, " ", p.type, " ", p.class_name, " ", p.hint, " ", p.usage)
	print(get_indexed("name"), " ", get("nope"))
	set("nope", 3)
	set_meta("m", 5)
	print(get_meta("m"), has_meta("q"), get_meta("q", "default"), get_meta_list())
	get_tree().quit()
