extends Node
func two(a, b): pass
func hello():
	two(1)
	two(1, 2, 3)
	add_child()
	return absf("x")

