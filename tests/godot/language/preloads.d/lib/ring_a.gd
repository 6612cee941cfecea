const B = preload("res://lib/ring_b.gd")
const A_CONST = 4
func next():
	return B.new()
func name_of() -> String:
	return "A"
