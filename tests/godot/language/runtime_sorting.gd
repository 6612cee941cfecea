extends Node
var calls = 0
func less(a, b):
	calls += 1
	return a[0] < b[0]
func _ready():
	var state = 12345
	for n in [0, 1, 2, 5, 15, 16, 17, 18, 20, 31, 32, 33, 50, 100, 200, 1000]:
		for mod in [1, 3, 7, 1000]:
			var a = []
			for i in n:
				state = (state * 1103515245 + 12345) % 2147483648
				a.append([(state >> 8) % mod, i])
			calls = 0
			a.sort_custom(less)
			var h = 0
			for p in a: h = (h * 31 + p[1]) % 1000000007
			print(n, " ", mod, " ", calls, " ", h)
	var a = []
	for i in 300: a.append(i)
	calls = 0
	a.sort_custom(func(x, y): calls += 1; return x > y)
	print(calls, a.slice(0, 5))
	var b = []
	for i in 40: b.append([i % 3, "s" + str(i % 5), 1.5 * (i % 4), null, i % 2 == 0][i % 5])
	b.sort()
	print(b)
	var c = []
	for i in 40: c.append([i % 3, i % 7])
	c.sort()
	print(c)
	var d = ["b", &"a", "c", &"b", "a"]
	d.sort()
	print(d)
	var e = [3.5, 1, 2, 1.0, NAN, 0]
	e.sort()
	print(e)
	var f = {}
	for i in 20: f[(i * 7) % 20] = i
	f.sort()
	print(f)
	var g = [Vector2(2, 1), Vector2(1, 5), Vector2(1, 2)]
	g.sort()
	print(g)
	get_tree().quit()
