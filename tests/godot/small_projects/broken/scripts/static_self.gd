extends Node
var v
static func hello():
	v = 1
	self.v = 2
	return get_child(0)

