extends Node
# Bit work, hashes and codecs as programs do them: 64 bits, wrapping.

class XorShift:
	var state: int
	func _init(s: int) -> void:
		state = s
	func next() -> int:
		state ^= state << 13
		state ^= (state >> 7) & 0x01FFFFFFFFFFFFFF
		state ^= state << 17
		return state
	func below(n: int) -> int:
		return (next() & 0x7FFFFFFFFFFFFFFF) % n

func fnv(text: String) -> int:
	var h := -3750763034362895579
	for b in text.to_utf8_buffer():
		h ^= b
		h *= 1099511628211
	return h

func crc32(bytes: PackedByteArray) -> int:
	var crc := 0xFFFFFFFF
	for b in bytes:
		crc ^= b
		for i in 8:
			crc = (crc >> 1) ^ (0xEDB88320 if crc & 1 else 0)
	return crc ^ 0xFFFFFFFF

func popcount(n: int) -> int:
	var c := 0
	while n:
		n &= n - 1
		c += 1
	return c

func to_binary(n: int, width := 8) -> String:
	var out := ""
	for i in range(width - 1, -1, -1):
		out += "1" if n & (1 << i) else "0"
	return out

func gcd(a: int, b: int) -> int:
	while b:
		var t := a % b
		a = b
		b = t
	return a

func pow_mod(base: int, e: int, m: int) -> int:
	var r := 1
	base %= m
	while e > 0:
		if e & 1:
			r = r * base % m
		base = base * base % m
		e >>= 1
	return r

func sieve(n: int) -> Array[int]:
	var flags := PackedByteArray()
	flags.resize(n + 1)
	flags.fill(1)
	var out: Array[int] = []
	for i in range(2, n + 1):
		if flags[i]:
			out.append(i)
			for j in range(i * i, n + 1, i):
				flags[j] = 0
	return out

func collatz(n: int) -> int:
	var steps := 0
	while n != 1:
		n = n / 2 if n % 2 == 0 else 3 * n + 1
		steps += 1
	return steps

func digits(n: int, base := 10) -> Array:
	var out := []
	while n > 0:
		out.push_front(n % base)
		n /= base
	return out

func isqrt(n: int) -> int:
	var lo := 0
	var hi := n + 1
	while lo + 1 < hi:
		var mid := (lo + hi) / 2
		if mid * mid <= n:
			lo = mid
		else:
			hi = mid
	return lo

func _ready() -> void:
	var x := XorShift.new(88172645463325252)
	print(x.next(), " ", x.next(), " ", x.below(100), " ", x.below(6))
	print(fnv(""), " ", fnv("hello"), " ", fnv("Godot"))
	print(crc32("123456789".to_utf8_buffer()), " ", "%08x" % crc32(PackedByteArray([0, 0, 0, 0])))
	print(popcount(255), popcount(0x7FFFFFFFFFFFFFFF), popcount(-1), " ", to_binary(165), " ", to_binary(-1, 4))
	print(gcd(1071, 462), " ", pow_mod(3, 200, 1000007), " ", sieve(50), " ", collatz(27), " ", digits(90210), digits(255, 16), isqrt(1000000))
	var flags := 0
	flags |= 1 << 3
	flags |= 1 << 5
	flags &= ~(1 << 3)
	flags ^= 0b11
	print(flags, " ", flags & (1 << 5) != 0, " ", bool(flags & 4), " ", to_binary(flags))
	var packed := (12 << 24) | (34 << 16) | (56 << 8) | 78
	print(packed, " ", (packed >> 24) & 0xFF, (packed >> 16) & 0xFF, (packed >> 8) & 0xFF, packed & 0xFF)
	var i = 9223372036854775807
	i += 1
	print(i, " ", i - 1, " ", i * -1, " ", absi(i), " ", i / -2)
	var f := 1
	for k in range(1, 26):
		f *= k
	print(f)
	var a := 1
	var b := 1
	for k in 100:
		var t := a + b
		a = b
		b = t
	print(b)
	var h := 0
	for k in 1000:
		h = h * 31 + k
	print(h)
	print(7 / 2 * 2, " ", 7 / 2.0 * 2, " ", -7 / 2, " ", -7 % 3, " ", 7 / -2, " ", 1 / 3 * 3, " ", 10 % 3 * 2)
	print(int("9223372036854775807"), " ", int("9223372036854775808"), " ", "7fffffffffffffff".hex_to_int(), " ", int(-1.9), " ", int("  42 "), " ", int("-"))
	get_tree().quit()
