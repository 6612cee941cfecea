extends Node
signal base_signal(v)
const BASE_CONST = "bc"
enum BaseEnum { X = 3 }
class BaseInner:
	var v := "inner of base"
var base_value := made()
static var base_static := 10
func made() -> String:
	return "made in base"
func _init() -> void:
	print("base init")
	base_signal.connect(_on_base)
func _ready() -> void:
	print("base ready")
func _process(_delta: float) -> void:
	print("base process")
func _on_base(v) -> void:
	print("base heard ", v)
func overridden() -> String:
	return "base"
func only_base(n: int) -> int:
	return n * n
static func static_base(n: int) -> int:
	return n + base_static
