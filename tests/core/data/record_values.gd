# Each line of in.txt is [kind, ...]; the answer is a type and the text's bytes, or a float's.
extends SceneTree
func formatted(template, values):
	return template % values
func answer(v):
	match v[0]:
		"call": return Callable.create(v[1], v[2]).callv(v[3])
		"format": return formatted(v[1], v[2])
		"text": return str(PackedByteArray(v[1]).decode_double(0))
		"expression":
			var e := Expression.new()
			e.parse(v[1])
			return e.execute()
func _init():
	var source := FileAccess.open("res://in.txt", FileAccess.READ)
	var out := FileAccess.open("res://out.txt", FileAccess.WRITE)
	while not source.eof_reached():
		var line := source.get_line()
		if line == "":
			continue
		printerr("CASE")
		var r = answer(str_to_var(line))
		var bytes := str(r).to_utf8_buffer()
		if r is float:
			bytes.resize(8)
			bytes.encode_double(0, r)
		out.store_line("%d %s" % [typeof(r), bytes.hex_encode()])
	out.close()
	quit()
