extends Node
class A:
	var x
func hello(a: A):
	a.y = 1
	a.go()
	var v: Vector2
	v.q = 3
	return Node.new().nope()

