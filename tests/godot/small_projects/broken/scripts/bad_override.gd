extends "good.gd"
func hello(extra):
	return extra

