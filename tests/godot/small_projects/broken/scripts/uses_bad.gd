extends Node
const P = preload("res://scripts/unclosed.gd")
func hello():
	return P.new()

