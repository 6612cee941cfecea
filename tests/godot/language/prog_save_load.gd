extends Node
# State to text and bytes and back, with versions.

const VERSION := 3

class Hero:
	var name := "?"
	var hp := 10
	var pos := Vector2.ZERO
	var skills: Dictionary[StringName, int] = {}
	var bag: Array[String] = []
	func save() -> Dictionary:
		return {"name": name, "hp": hp, "pos": pos, "skills": skills, "bag": bag}
	static func from(d: Dictionary) -> Hero:
		var h := Hero.new()
		for key in d:
			if key in h:
				var v = h.get(key)
				if v is Array or v is Dictionary:
					v.assign(d[key])
				else:
					h.set(key, d[key])
		return h
	func _to_string() -> String:
		return "Hero(%s %d %s %s %s)" % [name, hp, pos, skills, bag]

func upgrade(d: Dictionary) -> Dictionary:
	var out := d.duplicate(true)
	while out.get("version", 1) < VERSION:
		match out.get("version", 1):
			1:
				out.heroes = [out.hero]
				out.erase("hero")
				out.version = 2
			2:
				for h in out.heroes:
					h.bag = h.get("bag", [])
					if h.has("x"):
						h.pos = Vector2(h.x, h.y)
						h.erase("x")
						h.erase("y")
				out.version = 3
	return out

func _ready() -> void:
	var h := Hero.new()
	h.name = "Ann \"A\""
	h.pos = Vector2(1.5, -2)
	h.skills = {&"jump": 3}
	h.bag.append_array(["rope", "π"])
	var text := var_to_str(h.save())
	print(text)
	var back := Hero.from(str_to_var(text))
	print(back, back.bag.is_typed(), back.skills.is_typed_key())
	var bytes := var_to_bytes({"version": VERSION, "heroes": [h.save()], "when": 12.5, "big": 1 << 40, "none": null, "flags": [true, false]})
	print(bytes.size(), " ", bytes.slice(0, 8).hex_encode())
	var d: Dictionary = bytes_to_var(bytes)
	print(d.heroes.map(Hero.from), d.when, d.big, d.none, d.flags, d.version)
	var old := {"hero": {"name": "Old", "hp": 3, "x": 4, "y": 5, "unknown": 1}}
	var new := upgrade(old)
	print(new, old)
	print(Hero.from(new.heroes[0]))
	var packed := PackedByteArray()
	packed.resize(12)
	packed.encode_float(0, 1.5)
	packed.encode_s16(4, -2)
	packed.encode_u32(6, 4000000000)
	print(packed, packed.decode_float(0), packed.decode_s16(4), packed.decode_u32(6), packed.decode_half(0))
	var line := ";".join([h.name, str(h.hp), "%s,%s" % [h.pos.x, h.pos.y]])
	var parts := line.split(";")
	print(line, " ", Vector2(parts[2].split(",")[0].to_float(), parts[2].split_floats(",")[1]), parts[1].to_int() + 1)
	get_tree().quit()
