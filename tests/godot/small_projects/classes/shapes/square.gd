class_name Square
extends Shape
var side: float
func _init(s: float) -> void:
	super()
	side = s
func area() -> float:
	return side * side
func title() -> String:
	return "square"
class Rounded extends Square:
	var value: float
	func _init(s: float, v: float) -> void:
		super(s)
		value = v
	func area() -> float:
		return super() - value
	func title() -> String:
		return "rounded " + super.title()
