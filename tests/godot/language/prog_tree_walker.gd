extends Node
# A reader and a writer of a JSON-like text, and walks over the tree it gives.

class Reader:
	var text: String
	var at := 0
	var error := ""

	func read(source: String) -> Variant:
		text = source
		at = 0
		error = ""
		var v = value()
		blanks()
		if not error and at < text.length():
			fail("more after the end")
		return null if error else v

	func fail(what: String) -> Variant:
		if error.is_empty():
			error = "%s at %d" % [what, at]
		return null

	func blanks() -> void:
		while at < text.length() and text[at] in " \t\n":
			at += 1

	func peek() -> String:
		return text[at] if at < text.length() else ""

	func take(what: String) -> bool:
		blanks()
		if text.substr(at, what.length()) == what:
			at += what.length()
			return true
		return false

	func value() -> Variant:
		blanks()
		match peek():
			"{":
				return object()
			"[":
				return list()
			"\"":
				return string()
			"t", "f", "n":
				for word in {"true": true, "false": false, "null": null}:
					if take(word):
						return {"true": true, "false": false, "null": null}[word]
				return fail("unknown word")
			"":
				return fail("nothing there")
			var c when c == "-" or c.is_valid_int():
				return number()
		return fail("unexpected '%s'" % peek())

	func number() -> Variant:
		var from := at
		while peek() and peek() in "+-0123456789.eE":
			at += 1
		var t := text.substr(from, at - from)
		return t.to_int() if t.is_valid_int() else t.to_float() if t.is_valid_float() else fail("bad number")

	func string() -> String:
		at += 1
		var out := ""
		while peek() != "\"":
			if peek() == "":
				fail("open string")
				return ""
			if peek() == "\\":
				at += 1
				out += {"n": "\n", "t": "\t", "\"": "\"", "\\": "\\"}.get(peek(), "?")
			else:
				out += peek()
			at += 1
		at += 1
		return out

	func list() -> Array:
		at += 1
		var out := []
		if take("]"):
			return out
		while not error:
			out.append(value())
			if take("]"):
				break
			if not take(","):
				fail("expected , or ]")
		return out

	func object() -> Dictionary:
		at += 1
		var out := {}
		if take("}"):
			return out
		while not error:
			blanks()
			if peek() != "\"":
				fail("expected a key")
				break
			var key := string()
			if not take(":"):
				fail("expected :")
			out[key] = value()
			if take("}"):
				break
			if not take(","):
				fail("expected , or }")
		return out

func write(v, indent := "", level := 0) -> String:
	var nl := "\n" + indent.repeat(level + 1) if indent else ""
	var end := "\n" + indent.repeat(level) if indent else ""
	match typeof(v):
		TYPE_DICTIONARY:
			var parts := PackedStringArray()
			for k in v:
				parts.append("%s\"%s\":%s%s" % [nl, k, " " if indent else "", write(v[k], indent, level + 1)])
			return "{%s%s}" % [",".join(parts), end if parts else ""]
		TYPE_ARRAY:
			return "[%s]" % ",".join(v.map(func(x): return nl + write(x, indent, level + 1))) if not v or not indent else "[%s%s]" % [",".join(v.map(func(x): return nl + write(x, indent, level + 1))), end]
		TYPE_STRING:
			return "\"%s\"" % v.c_escape()
		TYPE_NIL:
			return "null"
	return str(v)

func visit(v, path: Array, f: Callable) -> void:
	f.call(path, v)
	if v is Dictionary:
		for k in v:
			visit(v[k], path + [k], f)
	elif v is Array:
		for i in v.size():
			visit(v[i], path + [i], f)

func dig(v, path: String):
	for step in path.split("/"):
		if v is Array and step.is_valid_int():
			v = v[step.to_int()]
		elif v is Dictionary:
			v = v.get(step)
		else:
			return null
	return v

func _ready() -> void:
	var r := Reader.new()
	var doc = r.read('{"name": "x\\"y", "list": [1, -2.5, 1e3, true, null, {"deep": []}], "o": {}}')
	print(doc, r.error)
	print(write(doc))
	print(write(doc, "  "))
	var paths := []
	visit(doc, [], func(p, v): paths.append("/".join(p.map(str)) + "=" + type_string(typeof(v))))
	print(paths)
	print(dig(doc, "list/5/deep"), dig(doc, "list/1"), dig(doc, "name"), dig(doc, "a/b/c"))
	print(r.read(write(doc)) == doc)
	for bad in ["", "{", "[1,", "[1 2]", "{\"a\" 1}", "{a: 1}", "nul", "\"open", "1.2.3", "[] []", "{\"k\": tru}"]:
		print(r.read(bad), " ", r.error)
	get_tree().quit()
