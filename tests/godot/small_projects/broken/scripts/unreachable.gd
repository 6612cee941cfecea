extends RefCounted
func hello():
	return "fine"
	print("unreachable")

