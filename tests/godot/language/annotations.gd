@tool
@icon("res://icon.svg")
extends Node

@export var a := 1
@export_range(0, 100, 5, "or_greater") var b := 50
@export_enum("Red", "Green", "Blue") var c: int = 2
@export_enum("x", "y") var d: String = "y"
@export_flags("Fire", "Water") var e: int = 3
@export_file("*.txt") var f: String
@export_dir var g: String
@export_multiline var h: String = "two
lines"
@export_placeholder("type here") var i: String
@export_color_no_alpha var j: Color = Color.RED
@export_node_path("Timer", "Node") var k: NodePath
@export_exp_easing var l: float = 1.5
@export_storage var m := 5
@export_category("Category")
@export_group("Group", "pre_")
@export var pre_one := 1
@export_subgroup("Sub")
@export var pre_two: Vector2
@export_flags_2d_physics var layers: int = 1
@export_custom(PROPERTY_HINT_RANGE, "0,1") var custom: float = 0.5
@export var typed_list: Array[String] = ["q"]
@export var typed_map: Dictionary[String, int] = {"k": 1}
@export_range(0, 1) var ranges: Array[float] = [0.5]
@onready var ready_name := name
@export @warning_ignore("unused_variable") var both: String = "b"
@onready var self_ref: Node = $"."
@onready
var own_line = 3
@export
var export_line := 4
@warning_ignore("unused_variable")
var ignored := 1
@export_tool_button("Press") var button = press

@warning_ignore("unused_parameter")
func press(x = 1) -> void:
	@warning_ignore("unused_variable")
	var z = 3
	print("pressed")

@rpc("any_peer", "call_local", "reliable", 2)
func remote(x: int) -> void:
	print("remote ", x)

@rpc func bare_rpc() -> void: pass

func _ready() -> void:
	print([a, b, c, d, e, f, g, h, i, j, k, l, m])
	print([pre_one, pre_two, layers, custom, typed_list, typed_map, ranges])
	print(ready_name, " ", both, " ", self_ref == self, " ", own_line, export_line, ignored)
	for p in get_script().get_script_property_list():
		if p.usage & (PROPERTY_USAGE_GROUP | PROPERTY_USAGE_CATEGORY | PROPERTY_USAGE_SUBGROUP):
			print("-- ", p.name, " ", p.hint_string)
		elif p.usage & PROPERTY_USAGE_STORAGE:
			print(p.name, " ", p.type, " ", p.hint, " ", p.hint_string)
	press()
	remote(1)
	rpc("remote", 2)
	remote.rpc(3)
	print(get_script().get_rpc_config())
	get_tree().quit()
