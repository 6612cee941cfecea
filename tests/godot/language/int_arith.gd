extends Node

const MAX := 9223372036854775807
const MIN := -9223372036854775807 - 1

func div(a: int, b: int) -> void:
	print(a, " / ", b, " = ", a / b, "  % ", a % b, "  posmod ", posmod(a, b))

func _ready() -> void:
	print(MAX, " ", MIN)
	var m := MAX
	print(m + 1, " ", m + m, " ", m * 2, " ", m * m, " ", -MIN, " ", MIN - 1)
	var a = MAX
	var b = 1
	print(a + b, " ", -a - 2, " ", a * 3, " ", b - MIN)
	a += 1
	print(a, " ", a == MIN)
	div(7, 2)
	div(-7, 2)
	div(7, -2)
	div(-7, -2)
	div(1, 3)
	div(-1, 3)
	div(0, 5)
	var x = -7
	var y = 2
	print(x / y, " ", x % y, " ", x / 2.0, " ", fmod(x, y), " ", fposmod(x, y))
	print(2 ** 10, " ", 2 ** 62, " ", 2 ** 63, " ", 2 ** 64, " ", 3 ** 40, " ", 3 ** 41, " ", 2 ** -1, " ", (-2) ** 3, " ", -2 ** 2, " ", 2.0 ** 0.5, " ", 0 ** 0)
	var e = 3
	print(e ** 3, " ", e ** -2, " ", e ** 0.5)
	print(pow(2, 3), " ", pow(2, 0.5), " ", pow(-8, 1.0 / 3.0))
	print(absi(-5), " ", abs(-5), " ", abs(-5.5), " ", absi(MIN), " ", sign(-3), " ", sign(0), " ", sign(2.5))
	print(min(3, 1, 2), " ", max(3.5, 1, 2), " ", min(1, 1.0), " ", max(1, 1.0), " ", mini(2, 1), " ", maxf(1, 2))
	print(clamp(5, 0, 3), " ", clampi(-1, 0, 3), " ", clampf(0.5, 0, 1), " ", clamp(-1.5, -1, 1))
	print(wrapi(7, 0, 5), " ", wrapi(-1, 0, 5), " ", wrap(5.5, 0, 5), " ", wrapf(-0.5, 0, 1), " ", wrapi(3, 5, 5))
	print(snapped(7, 3), " ", snappedi(7.6, 3), " ", snapped(2.37, 0.1), " ", snappedf(2.35, 0.5))
	print(0xFF, " ", 0b1010, " ", 1_000_000, " ", 0xFFFF_FFFF, " ", 0x7fff_ffff_ffff_ffff, " ", 0b1111_0000)
	print(7 & 3, " ", 5 | 8, " ", 6 ^ 3, " ", ~5, " ", ~0, " ", -1 & 0xFF)
	print(1 << 10, " ", 1 << 62, " ", 1 << 63, " ", 255 >> 4, " ", 3 << 63)
	var s = 1
	s <<= 5
	s |= 3
	s ^= 1
	s &= 0x3E
	s >>= 1
	print(s)
	var n := 17
	n += 3
	n -= 5
	n *= 4
	n /= 7
	n %= 5
	n **= 3
	print(n)
	var f := 10
	f /= 4
	print(f)
	var g = 10
	g /= 4.0
	print(g)
	var h := 3
	h += 1.9
	print(h)
	h *= 1.5
	print(h)
	print(1 == 1.0, " ", 1 < 1.5, " ", 2 >= 2.0, " ", true == (1 as bool), " ", 5 != 5.1)
	print(nearest_po2(100), " ", is_zero_approx(1e-10), " ", step_decimals(0.125), " ", posmod(-4, 3))
	var checksum := 0
	for i in range(1, 200):
		checksum = checksum * 6364136223846793005 + i * 1442695040888963407
	print(checksum)
	var hash_value := 5381
	for c in "the quick brown fox jumps over the lazy dog":
		hash_value = ((hash_value << 5) + hash_value) ^ c.unicode_at(0)
	print(hash_value, " ", hash_value & 0xFFFFFFFF)
	var lcg := 12345
	for i in 5:
		lcg = (lcg * 1103515245 + 12345) & 0x7FFFFFFF
		print(lcg, " ", lcg % 6)
	print(int(1e19) == int(1e19), " ", int(2.0 ** 53) + 1)
	print(-7 % 3, " ", -(7 % 3), " ", (-7) % 3, " ", 7 % -3)
	print(MAX as float, " ", float(MIN))
	get_tree().quit()
