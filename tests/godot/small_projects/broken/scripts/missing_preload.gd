extends Node
const P = preload("res://missing.gd")
func hello():
	return P

