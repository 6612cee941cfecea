# Each line of random_numbers.txt: what was called, then the numbers, floats as their eight bytes.
extends SceneTree
func bytes(x: float) -> String:
	var b := PackedByteArray()
	b.resize(8)
	b.encode_double(0, x)
	return b.hex_encode()
func _init():
	var out := FileAccess.open("res://out.txt", FileAccess.WRITE)
	var write := func(what, numbers): out.store_line(what + " " + " ".join(numbers))
	var ranges := [[0, 5], [-10, 10], [7, 7], [10, -10], [0, 4294967295], [-2147483648, 2147483647]]
	for s in [0, 1, 42, -7, 123456789012345, 9223372036854775807]:
		seed(s)
		write.call("seed", [str(s)])
		write.call("randi", range(4).map(func(_i): return str(randi())))
		write.call("randf", range(4).map(func(_i): return bytes(randf())))
		write.call("randf_range", range(3).map(func(_i): return bytes(randf_range(-3.5, 7.25))))
		write.call("randfn", range(3).map(func(_i): return bytes(randfn(1.5, 2.0))))
		for r in ranges:
			write.call("randi_range %d %d" % r, range(3).map(func(_i): return str(randi_range(r[0], r[1]))))
		write.call("rand_from_seed", Array(rand_from_seed(s)).map(str))
		var g := RandomNumberGenerator.new()
		g.seed = s
		write.call("state", [str(g.state), str(g.seed)])
		write.call("own.randi", range(4).map(func(_i): return str(g.randi())))
		write.call("own.randf", range(4).map(func(_i): return bytes(g.randf())))
		write.call("own.randf_range", range(3).map(func(_i): return bytes(g.randf_range(-3.5, 7.25))))
		for r in ranges:
			write.call("own.randi_range %d %d" % r, range(3).map(func(_i): return str(g.randi_range(r[0], r[1]))))
		write.call("own.rand_weighted", range(6).map(func(_i): return str(g.rand_weighted([0.5, 0.0, 1.0, 2.5]))))
		write.call("own.randfn", range(3).map(func(_i): return bytes(g.randfn(1.5, 2.0))))
		write.call("state", [str(g.state), str(g.seed)])
	out.close()
	quit()
