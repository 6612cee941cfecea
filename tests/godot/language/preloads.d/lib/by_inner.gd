extends "res://lib/data.gd".Nested
func more() -> String:
	return super() + "!"
