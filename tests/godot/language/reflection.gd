extends Node
## Documented.

const ANSWER = 42
const LIST = [1, 2]
enum Mode { A, B }
signal pinged(x: int, y)
signal quiet
@export var speed: float = 2.5
@export var title := "t"
@export_enum("One", "Two") var choice := 1
@export_group("Grouped")
@export var grouped: Array[int] = []
@export var target: Node
@export var kind: Mode
var plain := 3
var any
var typed: Dictionary
static var shared := 1

class Part:
	extends Resource
	@export var w := 1
	func do_it(a: int, b := 2.0) -> String:
		return ""

func first(a, b: int, c := "x") -> void:
	pass

func second() -> Array[int]:
	return []

static func third(x: Node = null) -> Part:
	return null

func _ready() -> void:
	var s: GDScript = get_script()
	print(s.resource_path, " ", s.get_instance_base_type(), " ", s.get_base_script(), " ", s.can_instantiate(), " ", s.has_source_code(), " ", s.is_tool(), " ", s.is_abstract(), " ", s.get_global_name(), "|")
	for p in s.get_script_property_list():
		print(p.name, " ", p.type, " ", p.hint, " '", p.hint_string, "' ", p.usage, " ", p.class_name)
	for m in s.get_script_method_list():
		print(m.name, " ", m.args.map(func(a): return "%s:%d:%s" % [a.name, a.type, a.class_name]), " ", m.default_args, " ", m.flags, " ", m["return"].type)
	for g in s.get_script_signal_list():
		print(g.name, " ", g.args.map(func(a): return "%s:%d" % [a.name, a.type]))
	var c := s.get_script_constant_map()
	print(c.keys(), " ", c.ANSWER, c.LIST, c.Mode)
	print(s.get_property_default_value("speed"), " ", s.get_property_default_value("title"), " ", s.get_property_default_value("plain"), " ", s.get_property_default_value("nope"))
	var mine := []
	for p in get_property_list():
		if p.usage & PROPERTY_USAGE_SCRIPT_VARIABLE:
			mine.append(p.name)
	print(mine)
	print(has_method("first"), has_method("third"), has_method("nope"), has_method("queue_free"), has_signal("pinged"))
	var names := []
	for m in get_method_list():
		if m.name in ["first", "second", "third", "_ready"]:
			names.append([m.name, m.args.size()])
	print(names)
	var part: GDScript = Part
	print(get_class(), is_class("Node"), is_class("Object"), is_class("Part"), get_method_argument_count("first"), get_method_argument_count("queue_free"))
	print(part.get_script_method_list().map(func(m): return m.name), " ", part.get_instance_base_type())
	print(get_incoming_connections().size(), get_signal_connection_list("quiet"))
	quiet.connect(second)
	print(get_signal_connection_list("quiet").size(), second.get_argument_count(), first.get_argument_count(), second.get_bound_arguments())
	print(property_can_revert("speed"), get("speed"), get_script() == s)
	var o = s.new()
	print(o.plain, o.speed, o.get_script() == s, o.title)
	o.free()
	var bare := Node.new()
	print(bare.get_script(), " ", "speed" in bare)
	bare.set_script(s)
	print("speed" in bare, " ", bare.speed, " ", bare.plain)
	bare.set_script(null)
	print("speed" in bare)
	bare.free()
	get_tree().quit()
