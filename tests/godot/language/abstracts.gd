extends Node

@abstract
class Animal:
	var name: String
	func _init(n: String) -> void:
		name = n
	@abstract func sound() -> String
	@abstract func legs(extra: int) -> int
	func speak() -> String:
		return "%s says %s on %d legs" % [name, sound(), legs(1)]

@abstract class Pet extends Animal:
	func legs(extra: int) -> int:
		return 3 + extra

class Dog extends Pet:
	func sound() -> String:
		return "woof"

class Bird extends Animal:
	func _init() -> void:
		super("bird")
	func sound() -> String:
		return "tweet"
	func legs(_extra: int) -> int:
		return 2

func make(script: GDScript) -> Variant:
	print("making, can ", script.can_instantiate(), " abstract ", script.is_abstract())
	var o = script.new("x")
	print("made ", o != null)
	return o

func _ready() -> void:
	for a: Animal in [Dog.new("rex"), Bird.new()]:
		print(a.speak(), " ", a is Pet, " ", a is Animal)
	print((Dog as GDScript).is_abstract(), (Dog as GDScript).can_instantiate())
	print(make(Animal).name)
	print(make(Pet).name)
	get_tree().quit()
