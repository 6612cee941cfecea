extends Node
func nothing() -> void:
	return 1
func hello():
	var x = nothing()
	return x

