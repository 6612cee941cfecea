extends Node
# JSON: what is read and what is refused, what values are written as, and native forms.

func show(s: String) -> void:
	var j := JSON.new()
	var e := j.parse(s)
	print(var_to_str(s).replace("\n","\\n"), " -> ", e, " ", type_string(typeof(j.data)), " ", j.data, " line ", j.get_error_line(), " [", j.get_error_message(), "]")
class Foo extends RefCounted:
	var x := 1
func _ready() -> void:
	for s in ["1", "-1", "1.5", "1e3", "01", "+1", ".5", "5.", "1e", "-", "0x10", "true", "false", "null", "nul", "tru", "\"a\"", "'a'", "\"a", "[1,2", "[1,2,]", "[,]", "[1 2]", "{}", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":}", "{a:1}", "{1:2}", "{\"a\":1 \"b\":2}", "", "  ", "1 2", "[1] x", "\"\\u00e9\\n\\t\\/\\\"\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "\"a\tb\"", "[1,\n2,\n!]", "{\"a\":[1,{\"b\":null}]}", "// c\n1", "NaN", "Infinity", "123456789012345678901234567890", "9007199254740993", "9223372036854775807","9223372036854775808", "-0", "1.0", "{\"a\":1,\"a\":2}", "[[[[]]]]", "\u00a01", "]", "}", ":", "{\"b\":1,\"a\":2}", "1E5", "1e-5","--1", "1-1", "true1", "_x"]:
		show(s)
	print(JSON.parse_string("[1"))
	print(JSON.parse_string("{\"x\": 1.0, \"y\": [true, null]}"))
	var v = {"b": 1, "a": [1, 2.0, 0.1, 1e20, 1e-10, INF, -INF, NAN, -0.0, 123456789.123456789], &"n": &"name", 3: true, 1.5: null, "o": Vector2(1,2), "e": {}, "ea": [], "p": PackedByteArray([1,2]), "ps": PackedStringArray(["x"]), "np": ^"a/b", "c": Color.RED, "s": "q\"\\/\n\t\b\f\u0001é😀\u007f"}
	print(JSON.stringify(v))
	print(JSON.stringify(v, "  "))
	print(JSON.stringify(v, "\t", false, true))
	print(JSON.stringify([1/3.0, 1e100, 1.0, 100000.0, 1e15, 1e16, 1e17, 123456.789, 0.00001, 2.5e-7, 1234567.0, 16777216.0, 3.14159265358979]))
	print(JSON.stringify([1/3.0, 1e100, 1.0, 100000.0, 1e15, 1e16, 1e17, 123456.789, 0.00001, 2.5e-7,3.14159265358979], "", true, true))
	print(JSON.stringify(null), JSON.stringify(true), JSON.stringify("x"), JSON.stringify(5), JSON.stringify(2.0))
	print(JSON.stringify([Foo.new() is RefCounted, self == null]))
	print(JSON.stringify({"z": {"y": 1, "x": [1,[2,[3]]]}}, "--"))
	print(JSON.stringify({true:1, null: 2, Vector2(1,2): 3}))
	var a = []
	a.append(a)
	print(JSON.stringify(a))
	var d = {}
	d["d"] = d
	print(JSON.stringify(d))
	for x in [1, 1.5, "s", &"sn", ^"np", Vector2(1,2), Color(1,0,0), [1,"a",2.5], {"a":1, 2:3}, PackedByteArray([1,2,3]), PackedInt32Array([1]), PackedStringArray(["x"]), PackedVector2Array([Vector2(1,2)]), Transform2D(), null, true, Rect2i(1,2,3,4), AABB(), RID(), NAN, INF, -INF, Array([1,2], TYPE_INT, "", null), 9007199254740993]:
		var n = JSON.from_native(x)
		print(JSON.stringify(n), " back ", var_to_str(JSON.to_native(n)).replace("\n", ""))
	var j := JSON.new()
	j.parse("[1, 2]", true)
	print(j.get_parsed_text(), j.data)
	j.data = {"a": 1}
	print(j.get_parsed_text(), j.data)
	print(JSON.to_native({"type": "Vector2", "args": [1, 2]}), JSON.to_native("i:5"), JSON.to_native("s:x"), JSON.to_native("plain"), JSON.to_native(3.0))
	get_tree().quit()
