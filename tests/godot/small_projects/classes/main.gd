extends BaseScreen

const Util := preload("util.gd")
const Shape = preload("res://shapes/shape.gd")
var shapes: Array[Shape] = []

func _ready() -> void:
	super._ready()
	print(Registry.names(), " ", Registry.count, " ", Util.TWO * 3, " ", Util.Mode.SLOW, " ", Util.Helper.new().help())
	shapes = [Circle.new(2), Square.new(3), Square.Rounded.new(3, 1), Shape.new()]
	for s in shapes:
		print(s.title(), " ", s.area(), " ", s is Shape, " ", s is Circle, " ", s is Square, " ", s is Square.Rounded, " ", s.get_script().get_global_name(), "|", s.get_script().resource_path)
	print(Registry.names(), " ", Registry.count, " ", Circle.made, " ", Shape.made)
	var a := CycleA.new()
	var b := CycleB.new()
	a.other = b
	b.other = a
	print(a.other.name_of(), b.other.name_of(), a.make().name_of(), CycleA.LIMIT, CycleB.DOUBLE, CycleB.Kind.Y)
	print(Util.static_call(4), " ", Util.cached, " ", load("res://util.gd") == Util, " ", Util.new() is RefCounted)
	print(by_path_inner().value, " ", by_path_inner() is Square.Rounded)
	var nested := Deep.Level1.Level2.new()
	print(nested.who(), " ", Deep.Level1.CONST, " ", Deep.Level1.Level2.E.B)
	print(AbstractImpl.new().run())
	var scripts := [Circle, Square, CycleA]
	print(scripts.map(func(s): return s.get_global_name()))
	print(typed(Circle.new(1)), " ", maybe(a), " ", maybe(5))
	a.other = null
	get_tree().quit()

func by_path_inner():
	return preload("res://by_inner.gd").new(5, 2)

func typed(shape: Shape) -> float:
	return shape.area()

func maybe(x) -> String:
	var c := x as CycleA if x is Object else null
	return c.name_of() if c else "not a cycle"
