extends RefCounted
func hello():
	return "hello from good"
