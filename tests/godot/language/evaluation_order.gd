extends Node
# When both sides of an assignment or operator have effects on each other.

static var s := 1
var m := 1
var p := 1:
	set(v):
		print("set p ", v)
		p = v
	get:
		print("get p")
		return p
var l := [1, 2, 3]
var d := {"a": 1}
var v := Vector2(1, 2)
var o: Node

func bump(x: int) -> int:
	s += 10
	m += 10
	p += 10
	l[0] += 10
	d.a += 10
	v.x += 10
	return x

func ind(i):
	print("index ", i)
	return i

func val(x):
	print("value ", x)
	return x

func obj():
	print("object")
	return self

func list():
	print("list")
	return l

func _ready() -> void:
	s += bump(1)
	print(s)
	m += bump(1)
	print(m)
	p += bump(1)
	print(p)
	l[0] += bump(1)
	print(l)
	d.a += bump(1)
	d["a"] += bump(1)
	print(d)
	v.x += bump(1)
	print(v)
	self.m += bump(1)
	print(m)
	print(m + bump(1) + m, " ", bump(1) + m, " ", m - bump(1))
	print([m, bump(1), m], {m: bump(2), "k": m})
	var loc := 1
	var f := func(): l[1] += 100; return 5
	loc += f.call() + loc
	print(loc, l)
	list()[ind(1)] = val(7)
	list()[ind(1)] += val(7)
	obj().m = val(3)
	obj().m += val(4)
	obj().l[ind(2)] = val(9)
	obj().l[ind(2)] *= val(2)
	obj().v.x = val(1.5)
	obj().v[ind(1)] -= val(1)
	d[val("k")] = val("v")
	print(l, d, v, m)
	print(val(1) < val(2), val(0) and val(1), val(1) or val(2), val("a") + val("b"), val(1) if val(0) else val(2))
	print("%s %s" % [val(1), val(2)], val([3])[ind(0)], val({"q": 1}).q)
	var i := 0
	var q := [0, 0, 0]
	var next := func(): i += 1; return i
	q[next.call()] = next.call()
	print(q, i)
	match val(2):
		1: print("one")
		2 when val(true): print("two")
	for x in val([1]): print(x)
	s = 1
	s = s + bump(1) * s
	print(s)
	m = 2
	m -= m - bump(1)
	print(m)
	val(null)
	get_tree().quit()
