extends Control
# In which order items hear that they have moved.
class C extends Control:
	func _notification(w):
		if w == 2000: print("  ", name)
class N extends Node2D:
	func _notification(w):
		if w == 2000: print("  ", name)
func mk(T, n, p = null):
	var x = T.new()
	x.name = n
	if p: p.add_child(x)
	return x
func _ready() -> void:
	print("controls, made outside")
	var a = mk(C, "a")
	var b = mk(C, "b", a)
	mk(C, "c", b)
	mk(C, "d", a)
	add_child(a)
	await get_tree().process_frame
	print("controls, made inside")
	var e = mk(C, "e", self)
	var f = mk(C, "f", e)
	mk(C, "g", f)
	mk(C, "h", e)
	await get_tree().process_frame
	print("2d outside")
	var i = mk(N, "i")
	var j = mk(N, "j", i)
	mk(N, "k", j)
	mk(N, "l", i)
	add_child(i)
	await get_tree().process_frame
	print("2d inside")
	var m = mk(N, "m", self)
	var n = mk(N, "n", m)
	mk(N, "o", n)
	await get_tree().process_frame
	print("mixed")
	var p = mk(N, "p")
	var q = mk(C, "q", p)
	mk(N, "r", q)
	add_child(p)
	await get_tree().process_frame
	print("two roots")
	mk(C, "s", self)
	mk(C, "t", self)
	await get_tree().process_frame
	print("in one step")
	var u = mk(C, "u")
	var v = mk(C, "v", u)
	add_child(u)
	mk(C, "w", v)
	mk(C, "x", u)
	mk(C, "y", self)
	await get_tree().process_frame
	print("set notify")
	for z in [a, b, e, f]:
		z.set_notify_transform(true)
	a.position.x = 5
	e.position.x = 5
	await get_tree().process_frame
	print("again")
	f.position.x = 3
	e.position.x = 6
	b.position.x = 9
	await get_tree().process_frame
	get_tree().quit()
