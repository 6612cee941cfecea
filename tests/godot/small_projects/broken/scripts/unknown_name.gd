extends Node
func hello():
	return nothing_here + 1

