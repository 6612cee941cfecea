class_name Circle
extends "shape.gd"
var r: float
func _init(radius: float) -> void:
	r = radius
	super()
func area() -> float:
	return snappedf(PI * r * r, 0.001)
func title() -> String:
	return "circle %s" % r
