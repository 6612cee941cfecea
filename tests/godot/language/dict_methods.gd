extends Node

func _ready() -> void:
	var d := {"a": 1, "b": [2], 3: "three", null: "nil", 2.5: "float", Vector2(1, 2): "vec", true: "yes"}
	print(d, " ", d.size(), " ", d.keys(), " ", d.values())
	print(d["a"], d.a, d.b[0], d[3], d[null], d[2.5], d[Vector2(1, 2)], d[true])
	print(d.get("a"), d.get("zz"), d.get("zz", "fallback"), d.get_or_add("new", 7), d.get_or_add("a", 8), d.new)
	print(d.has("a"), d.has("zz"), "a" in d, "zz" not in d, d.has_all(["a", 3]), d.has_all(["a", "q"]))
	print(d.find_key(1), " ", d.find_key("three"), " ", d.find_key("absent"))
	print(d.erase("a"), d.erase("a"), d.size())
	d.c = "attr"
	d["d"] = "index"
	d.c += "!"
	d[3] += "?"
	print(d)
	d.clear()
	print(d, d.is_empty(), {}.is_empty())
	var lua = {x = 1, y = {z = 2}}
	print(lua, lua.x, lua.y.z)
	lua.y.z += 5
	lua.y["w"] = 1
	lua["q"] = [1]
	lua.q.append(2)
	print(lua)
	var m := {"a": 1, "b": 2}
	m.merge({"b": 20, "c": 30})
	print(m)
	m.merge({"b": 20}, true)
	print(m, m.merged({"z": 1}), m.merged({"a": 9}, true), m)
	var s := {"z": 1, "a": 2, "m": 3}
	s.sort()
	print(s, s.keys())
	print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {"a": [1]} == {"a": [1]}, {} == {}, {1: 1} == {1.0: 1})
	var n := {"list": [1, {"x": 2}], "sub": {"y": 3}}
	var shallow := n.duplicate()
	var deep := n.duplicate(true)
	n.list.append(4)
	n.sub.y = 33
	n.top = 1
	print(n, shallow, deep)
	print(is_same(n, n), is_same(n, deep), n == deep, n.hash() == n.duplicate(true).hash(), hash(n) == hash(deep))
	for k in {"p": 1, "q": 2}:
		print(k)
	for v in {"p": 1, "q": 2}.values():
		print(v)
	var counts := {}
	for word in "the cat and the dog and the bird".split(" "):
		counts[word] = counts.get(word, 0) + 1
	print(counts)
	var groups := {}
	for w in ["apple", "avocado", "banana", "blueberry", "cherry"]:
		if not groups.has(w[0]):
			groups[w[0]] = []
		groups[w[0]].append(w)
	print(groups)
	var e := {}
	e.erase("nothing")
	e["first"] = 1
	e["second"] = 2
	e["first"] = 10
	print(e, " order kept")
	e.erase("first")
	e["first"] = 11
	print(e, " order changed")
	e.assign({"x": 1})
	print(e, e.is_typed(), e.is_read_only())
	e.make_read_only()
	print(e.is_read_only())
	print(str({"s": &"n", &"k": ^"p", 1: null}), " ", {"nested": {"deep": {}}})
	var by_array := {[1, 2]: "list", {"a": 1}: "dict"}
	print(by_array[[1, 2]], by_array[{"a": 1}], by_array.has([2, 1]), by_array)
	var objs := {self: "me", get_tree(): "tree"}
	print(objs[self], objs.has(get_tree()), objs.size())
	var fn := {"f": func(x): return x * 2}
	print(fn.f.call(4), fn["f"].call(5))
	var trail := {"multi": 1,
		"line": 2,
	}
	print(trail)
	get_tree().quit()
