extends Node
# Inner classes: inheritance, order of initialisation, super, shadowing, constants.

class Base:
	const KIND = "base"
	enum Size { SMALL, LARGE = 10, HUGE }
	var trace := ["base field"]
	var value = compute()
	static var count := 0

	func _init(v = "default") -> void:
		trace.append("base init %s" % v)
		count += 1

	func compute():
		return "base compute"

	func who() -> String:
		return "base"

	func describe() -> String:
		return "I am " + who()

	func chain(n: int) -> int:
		return n + 1

	static func make() -> Base:
		return Base.new("made")

	func _to_string() -> String:
		return "Base(%s)" % who()

class Derived extends Base:
	const OWN_KIND = "derived"
	var extra = note("derived field")

	func _init(a, b := 2) -> void:
		super("from derived %s %s" % [a, b])
		trace.append("derived init")

	func note(t):
		trace.append(t)
		return t

	func compute():
		return "derived compute"

	func who() -> String:
		return "derived over " + super.who()

	func chain(n: int) -> int:
		return super(n) * 10

class Leaf extends Derived:
	func _init() -> void:
		super(1)
		trace.append("leaf init")

	func chain(n: int) -> int:
		var f = func(): return super.chain(n)
		return f.call() + 100

	class Deep:
		var where := "deep inside"
		func outer_const() -> String:
			return Base.KIND + " " + KIND_OUT

class NoInit extends Base:
	var own := 5

class WithNode extends Node:
	var seen := []
	func _init() -> void:
		name = "WithNode"
		seen.append("init")
	func _enter_tree() -> void:
		seen.append("enter")
	func _ready() -> void:
		seen.append("ready")
	func _exit_tree() -> void:
		seen.append("exit")

class Cmp:
	var v: int
	func _init(x: int) -> void:
		v = x

const KIND_OUT = "outer"
var value = "outer value"

func who() -> String:
	return "main"

func _ready() -> void:
	var b := Base.new()
	print(b, " ", b.trace, " ", b.value, " ", b.describe(), " ", b.KIND, " ", Base.KIND)
	var d := Derived.new("x")
	print(d, " ", d.trace, " ", d.value, " ", d.extra, " ", d.describe(), " ", d.KIND, " ", Derived.KIND, " ", d.OWN_KIND)
	var l := Leaf.new()
	print(l.trace, " ", l.chain(1), " ", d.chain(1), " ", b.chain(1), " ", l.describe())
	print(Leaf.Deep.new().where, " ", Leaf.Deep.new().outer_const())
	var n := NoInit.new("passed")
	print(n.trace, n.own)
	print(Base.count, " ", Derived.count, " ", d.count, " ", Base.make().describe(), " ", Base.count)
	Derived.count = 100
	print(Base.count, " ", l.count)
	print(Base.Size.LARGE, " ", d.Size.HUGE, " ", Base.Size, " ", Leaf.Size.keys())
	print(l is Base, l is Derived, l is Leaf, b is Derived, l is RefCounted, is_instance_of(l, Derived), b is Object)
	var as_base: Base = l
	print(as_base.who(), " ", (as_base as Leaf) == l, " ", (b as Leaf) == null, " ", as_base.get_script() == Leaf, " ", l.get_class())
	var w := WithNode.new()
	add_child(w)
	print(w.name, w.seen, w.get_index())
	remove_child(w)
	print(w.seen)
	w.free()
	print(is_instance_valid(w))
	var classes := [Base, Derived, NoInit]
	for c in classes:
		var o = c.new("loop")
		print(o.who(), " ", o.trace[-1])
	var C = Derived
	print(C.new(7, 8).trace)
	print(Base == Base, " ", Base != Derived, " ", Cmp.new(1) == Cmp.new(1))
	var x := Cmp.new(1)
	var y := x
	y.v = 9
	print(x.v, x == y, is_same(x, y), [x].has(y), [x].find(Cmp.new(9)))
	print(d.get("extra"), " ", d.get("nope"), " ", d.has_method("note"), " ", "extra" in d, " ", "nope" in d, " ", d.call("note", "called"))
	d.set("extra", "set")
	print(d.extra, " ", d["extra"])
	print(self.value, " ", who())
	var script: GDScript = Leaf
	print(script.get_base_script() == Derived, " ", script.can_instantiate(), " ", script.get_instance_base_type(), " ", script.resource_path == "", " ", script.get_global_name() == &"")
	get_tree().quit()
