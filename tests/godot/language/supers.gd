extends "res://base_of_main.gd"

class P:
	var log_ := []
	func f(a := 1, ...rest) -> Array:
		return ["P", a, rest]
	func g() -> String:
		return "P.g"
	static func s() -> String:
		return "P.s"
	var prop := 1:
		set(v):
			log_.append("P set %s" % v)
			prop = v
		get:
			return prop * 2
	func _get(property: StringName) -> Variant:
		return "P got it" if property == &"magic" else null
	func _to_string() -> String:
		return "P!"

class Q extends P:
	func f(a := 2, ...rest) -> Array:
		return ["Q", super(a, 9), rest, super.f(), super.g()]
	func g() -> String:
		return "Q.g>" + super()
	static func s() -> String:
		return "Q.s>" + P.s()
	func twice() -> Array:
		prop = 5
		var l := func(): return super.g()
		return [prop, l.call(), g()]

class R extends Q:
	func g() -> String:
		var parts := []
		for i in 2:
			parts.append(super.g())
		return "R.g>" + ",".join(parts)
	func _get(property: StringName) -> Variant:
		return "R " + str(property) if property == &"mine" else null
	func _to_string() -> String:
		return "R and " + super()

class Waits extends Node:
	func go(n: int) -> int:
		await get_tree().process_frame
		return n * 2

class WaitsMore extends Waits:
	func go(n: int) -> int:
		var r: int = await super(n)
		return r + 1

func _init() -> void:
	print("main init ", base_value)

func _ready() -> void:
	super()
	print("main ready ", base_value, " ", overridden(), " ", super.overridden(), " ", only_base(4))
	for o in [P.new(), Q.new(), R.new()]:
		print(o.f(), o.f(5), o.f(5, 6), o.g(), o, o.magic)
	print(P.s(), Q.s(), R.s(), Q.new().twice(), R.new().twice(), R.new().mine)
	var w := WaitsMore.new()
	add_child(w)
	print(await w.go(10))
	base_signal.emit(3)
	print(BASE_CONST, BaseEnum.X, " ", BaseInner.new().v, " ", static_base(2), " ", base_static)
	base_static += 1
	print(base_static, self.base_value)
	get_tree().quit()

func overridden() -> String:
	return "main over " + super()

func _on_base(v) -> void:
	super(v)
	print("main heard ", v)

func _process(delta: float) -> void:
	super(delta)
	print("main process ", "%.3f" % delta)
	set_process(false)
