extends Node

var plain := 1:
	set(value):
		print("set plain ", plain, " -> ", value)
		plain = value
	get:
		print("get plain")
		return plain

var only_set: int = 5:
	set(v):
		only_set = v * 2

var only_get:
	get:
		return "computed %s" % only_set

var by_name: float: set = _set_by_name, get = _get_by_name
var get_first = 3: get = getter_fn, set = setter_fn
var hp := 10:
	set(value):
		var old := hp
		hp = clampi(value, 0, 10)
		if hp != old:
			hp_changed.emit(old, hp)
var position := Vector2(1, 2):
	set(v):
		print("position ", v)
		position = v
var list := []:
	set(v):
		print("list ", v)
		list = v
	get:
		return list
var dict: Dictionary = {"k": 1}:
	get:
		print("get dict")
		return dict
var inferred := 2.5:
	set(v):
		inferred = v
@export_range(0, 10) var exported := 4:
	set(v):
		exported = v + 1
@onready var late := String(name) + "!":
	set(v):
		print("late set ", v)
		late = v
var recursive := 0:
	set(v):
		if v > 0:
			recursive = v
			helper(v - 1)

signal hp_changed(old, new)

func helper(v: int) -> void:
	print("helper ", v, " ", recursive)
	if v == 1:
		recursive = 0

func _set_by_name(v: float) -> void:
	print("setter function ", v)
	by_name = v + 0.5

func _get_by_name() -> float:
	return by_name * 10

func getter_fn():
	return get_first

func setter_fn(v):
	get_first = v

class Animal:
	var legs: int:
		set(v):
			legs = v
			log_it("legs set")
		get:
			return legs + offset()
	var notes := []
	func offset() -> int:
		return 0
	func log_it(t) -> void:
		notes.append(t)

class Odd extends Animal:
	func offset() -> int:
		return 100
	func direct() -> void:
		legs = 3
		self.legs += 1

func _init() -> void:
	print("init ", plain)
	plain = 7
	hp = 3

func _ready() -> void:
	print("ready")
	plain = 2
	plain += 5
	print(plain)
	self.plain = 8
	only_set = 4
	print(only_set, " ", only_get)
	only_set += 1
	print(only_set)
	by_name = 2
	print(by_name)
	get_first = "x"
	print(get_first)
	hp_changed.connect(func(a, b): print("hp ", a, " -> ", b))
	hp -= 5
	hp += 500
	hp = 10
	position.x = 9
	position += Vector2.ONE
	list.append(1)
	list = [5]
	list[0] = 6
	list += [7]
	print(list)
	dict.k = 2
	dict["j"] = 3
	print(dict)
	inferred = 7
	print(inferred, " ", exported)
	exported = 1
	print(exported, " ", late)
	late = "changed"
	recursive = 2
	print(recursive)
	set("plain", 50)
	print(get("plain"))
	set("hp", 2.9)
	print(hp)
	set_indexed("position:y", 77)
	var a := Odd.new()
	a.legs = 4
	print(a.legs, a.notes)
	a.direct()
	print(a.legs, a.notes, a.get("legs"))
	a.set("legs", 1)
	print(a.legs)
	var f := func(): plain += 1
	f.call()
	print(plain)
	for i in 2:
		hp += 1
	if plain > 5 and hp > 0:
		print("cond")
	get_tree().quit()
