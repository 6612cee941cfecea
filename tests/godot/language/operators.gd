extends Node

func _ready() -> void:
	print(1 + 2 * 3, " ", (1 + 2) * 3, " ", 10 - 4 - 3, " ", 2 ** 3 ** 2, " ", -2 ** 2, " ", 100 / 10 / 2, " ", 7 % 4 * 2, " ", 2 * 7 % 4)
	print(1 << 2 + 1, " ", 1 | 2 ^ 3 & 4, " ", 5 & 4, " ", 1 + 1 << 2, " ", ~1 + 1, " ", - -3, " ", -~3)
	print(1 < 2 == true, " ", not 1 > 2, " ", not true == false, " ", 1 if true else 2 + 3, " ", (1 if false else 2) + 3)
	print(true or false and false, " ", (true or false) and false, " ", not false and true, " ", 3 in [3] and true, " ", not 3 in [4])
	print(1 + 1 in [2], " ", 5 if 0 else 6 if 0 else 7, " ", "a" if [] else "b" if {1: 1} else "c")
	print(2 + 3.0, " ", 7 / 2, " ", 7 / 2.0, " ", 7.0 / 2, " ", -7 / 2, " ", 2 * "ab".length(), " ", "ab" + "cd" == "abcd")
	print(1 == 1 and 2 == 2, " ", 1 != 2, " ", "a" != "b", " ", [1] != [2], " ", 1.0 == 1, " ", null == null, " ", "1" == str(1))
	var x = 5
	x += 2 * 3
	print(x)
	x -= 1 + 1
	print(x)
	x *= 2 + 1
	print(x)
	x = x if x > 100 else -x
	print(x)
	var s = "a"
	s += "b" + "c"
	print(s)
	var l = [1]
	l += [2] + [3]
	print(l)
	var v = Vector2(1, 2)
	v *= 3
	v += Vector2(1, 1) * 2
	v /= 2
	print(v, -v, +v.x, v * v, v / Vector2(2, 4), v.x * v.y - v.length_squared())
	print(Vector2(1, 2) == Vector2(1, 2), Vector2(1, 2) < Vector2(1, 3), Vector2i(5, 7) % Vector2i(3, 4), Vector2i(1, 2) == Vector2i(1, 2))
	print(Color.RED + Color.BLUE, Color.WHITE * 0.5, Color(1, 1, 0) - Color(0, 1, 0, 0), Color.RED == Color(1, 0, 0))
	print(Transform2D(0, Vector2(1, 2)) * Vector2(3, 4), Basis.IDENTITY * Vector3.ONE, Quaternion.IDENTITY * Vector3.UP)
	print(true == true, true != false, true > false, int(true) + 1, 1.5 > 1, "b" > "a", 2 >= 2, 2 <= 1)
	var a = null
	var b = a if a != null else "fallback"
	print(b)
	var d = {"n": 1}
	d.n += 1
	d["n"] *= 5
	d.m = d.get("m", 0) + 1
	print(d)
	var arr = [[1, 2], [3]]
	arr[0][1] += 10
	arr[-1].append(4)
	arr[1][0] **= 3
	print(arr)
	var i = 0b1100
	i &= 0b0110
	i |= 1
	i ^= 0xF
	i <<= 2
	i >>= 1
	i %= 7
	print(i)
	print(5 & 6 | 1, " ", 1 ^ 1 | 1, " ", 8 >> 1 << 2, " ", 15 & ~(1 << 2))
	print("%s-%s" % ["a", "b"] + "c", " ", "x%d" % 5 + "y", " ", "%d" % (2 + 3))
	print(10 % 3, " ", 10.5 - 0.5, " ", 3 * -2, " ", 4 - -2, " ", +5, " ", -(2 + 3))
	print(not x is int, " ", x is int and not x is float, " ", -x as float, " ", str(-x as float).length())
	print([1, 2][0] + [3, 4][-1], " ", "abc"[1] + "d", " ", {"k": [5]}.k[0], " ", {"k": 6}["k"], " ", (func(): return 7).call(), " ", [func(): return 8][0].call())
	print(len([1, 2]) + len("abc") + len({1: 1}), " ", range(3)[1], " ", Vector2(1, 2)[1], " ", "a,b".split(",")[1])
	get_tree().quit()
