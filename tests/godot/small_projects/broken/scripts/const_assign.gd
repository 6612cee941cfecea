extends Node
const C = 1
func hello():
	C = 2

