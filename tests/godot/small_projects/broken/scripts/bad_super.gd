extends RefCounted
func hello():
	return super()

