extends Node
func hello():
	return "hello from other"

