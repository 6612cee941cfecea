extends "good.gd"
func hello():
	return super() + " after"
