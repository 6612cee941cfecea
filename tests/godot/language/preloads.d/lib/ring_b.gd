const A = preload("res://lib/ring_a.gd")
const C_FROM_A = A.A_CONST * 10
func next():
	return A.new()
func name_of() -> String:
	return "B"
