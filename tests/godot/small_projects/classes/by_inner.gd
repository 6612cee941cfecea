extends "res://shapes/square.gd".Rounded
func title() -> String:
	return "by inner"
