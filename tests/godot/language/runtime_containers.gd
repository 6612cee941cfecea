extends Node
func u(x): return x
func t_1(): return [1, 2, 3].map(func(): return 1)
func t_2(): return [1, 2, 3].filter(func(a, b): return 1)
func t_3(): return [1, 2, 3].reduce(func(a): return 1)
func t_4(): return [1, 2, 3].any(func(a: String): return 1)
func t_5(): return [1, 2, 3].all(Callable())
func t_6(): var a = [3, 1, 2]; a.sort_custom(func(x): return x); return a
func t_7(): return [1, 2, 3].find_custom(func(): return 1)
func t_8(): return [1, 2].bsearch_custom(2, func(): return true)
func t_9(): return [1, 2, 3].map(func(a): return a.foo)
func t_10(): return [1, 2, 3].get(5)
func t_11(): return [1, 2, 3].get(-5)
func t_12(): return [1, 2, 3].get(-1)
func t_13(): var a = [1]; a.set(3, 2); a.set(-1, 7); a.set(-3, 2); return a
func t_14(): return [].front()
func t_15(): return [].back()
func t_16(): return [].pick_random()
func t_17(): return [].pop_back()
func t_18(): return [].pop_front()
func t_19(): return [].pop_at(3)
func t_20(): return [1].pop_at(3)
func t_21(): return [1].pop_at(-3)
func t_22(): var a = [1]; a.remove_at(3); a.remove_at(-5); a.remove_at(-1); return a
func t_23(): var a = [1]; return [a.insert(5, 2), a.insert(-5, 2), a.insert(-1, 3), a.insert(1, 4), a]
func t_24(): var a = [1]; return [a.resize(-1), a.resize(3), a]
func t_25(): return [1, 2, 3, 4, 5].slice(1, 3, 0)
func t_26(): return [[1, 2, 3, 4, 5].slice(3, 1), [1, 2, 3, 4, 5].slice(3, 1, -1), [1, 2, 3, 4, 5].slice(-2), [1, 2, 3, 4, 5].slice(0, -1), [1, 2, 3, 4, 5].slice(4, -10, -2), [1, 2, 3, 4, 5].slice(7), [1, 2, 3, 4, 5].slice(-9, 9)]
func t_27(): return [1, 2, 3].slice(1, 3, -1)
func t_28(): var a: Array[int] = [1, 2]; a.resize(4); return a
func t_29(): var a: Array[String] = ["a"]; a.resize(2); return a
func t_30(): var a: Array[Vector2] = []; a.resize(1); return a
func t_31(): var a: Array[Node] = []; a.resize(1); return a
func t_32(): var a: Array[int] = [1, 2]; a.insert(0, "x"); a.push_front("x"); a.fill("x"); a.append_array(["x"]); a.append_array([1, 2.5]); a.set(0, "x"); a.assign([1, "x"]); a.assign([2.5, 3]); a.erase("x"); return [a, a.has("x"), a.find("x"), a.count("x"), a.rfind("x"), a.bsearch("x")]
func t_33(): var a = [1, 2]; a.make_read_only(); a.append(1); a.push_front(1); a.insert(0, 1); a.resize(5); a.clear(); a.erase(1); a.remove_at(0); a.pop_back(); a.pop_front(); a.pop_at(0); a.sort(); a.reverse(); a.shuffle(); a.fill(3); a.append_array([1]); a.assign([2]); a.set(0, 3); a.sort_custom(func(x, y): return true); return a
func t_34(): var a: Array[int] = [1, 2]; var b: Array[float] = [1.5]; return [a + b, (a + b).is_typed(), (a + a).is_typed(), a.duplicate().is_typed(), a.slice(0).is_typed(), a.filter(func(x): return true).is_typed(), a.map(func(x): return x).is_typed(), (a + [1]).is_typed()]
func t_35(): var d = {"a": 1}; d.make_read_only(); d.set("b", 2); d.erase("a"); d.clear(); d.merge({"c": 1}); d.get_or_add("z", 1); d.sort(); d.assign({}); return d
func t_36(): var d: Dictionary[String, int] = {"a": 1}; d.set(1, 2); d.set("b", "x"); d.get_or_add(3, 4); d.merge({1: 2}); d.merge({"q": 2.5}); d.assign({1: 2}); return [d, d.has(1), d.get(1), d.erase(1), d.find_key("x"), d.has_all([1]), d.get(1, 5)]
func t_37(): var d = {"b": 1, "a": 2}; d.sort(); return [d, d.keys(), d.values(), d.find_key(2), d.find_key(9), d.get("q"), d.get("q", 3), d.size(), d.hash(), d.merged({"z": 1}), d.recursive_equal({"a": 2, "b": 1}, 0)]
func t_38(): var d: Dictionary[String, int] = {"a": 1}; return [d.keys().is_typed(), d.values().get_typed_builtin(), d.duplicate().is_typed(), d.merged({}).is_typed()]
func t_39(): return [1, 5, 3].reduce(func(a, b): return a + b, 10)
func t_40(): return [[].reduce(func(a, b): return a), [5].reduce(func(a, b): return a), [1, 2].all(func(x): return x), [1, 0].any(func(x): return x), [].all(func(x): return x)]
func t_41(): return [[1, 2, 1].rfind(1), [1, 2, 1].rfind(1, 1), [1, 2, 1].rfind(1, -2), [1, 2, 1].find(1, 1), [1, 2, 1].find(1, -1), [1].find(1, 5), [1].find(1, -5), [1, 2, 3].find_custom(func(x): return x > 1), [1, 2, 3].rfind_custom(func(x): return x < 3), [1, 2, 3].find_custom(func(x): return x > 0, -1), [1, 2, 1].rfind(1, 9), [1, 2, 1].rfind(1, -9)]
func t_42(): var a = [1]; a.append(a); return a == a
func t_43(): return [[3, 1, 2].bsearch(2), [1, 2, 2, 3].bsearch(2), [1, 2, 2, 3].bsearch(2, false), [1, 2, 3].bsearch_custom(2, func(a, b): return a < b), ["a", "c"].bsearch("b")]
func t_44(): return [[[1]].duplicate()[0] == [1], [1].hash(), ["a"].hash(), [].hash(), {}.hash()]
func t_45(): return [[1, 2.5, 0].max(), [1, 2.5, 0].min(), ["b", "a"].min(), [Vector2(1, 2), Vector2(1, 3)].max(), [[2], [1]].max(), [true, false].max(), [null, 1].max(), [{}].max(), [{}, {}].max(), [&"a", "b"].max(), [1, true].min()]
func t_46(): var a: Array = [1, 2]; a.assign(u([3])); return a
func t_47(): var a: Array[int] = []; a.assign([null]); return a
func t_48(): var a: Array[Node] = []; a.assign([null, 3]); return a
func t_49(): var a: Array[Node] = []; a.assign([RefCounted.new()]); return a
func t_50(): return Array([1, 2.5], TYPE_INT, "", null)
func t_51(): return Array(["x"], TYPE_INT, "", null)
func t_52(): var a: Array[int] = Array([1, 2], TYPE_INT, &"", null); return a
func t_53(): return {1: 2}.duplicate(true)
func t_54(): var d = {}; d[[1]] = 2; d[{"a": 1}] = 3; d[Vector2(1, 2)] = 4; d[1.5] = 1; d[null] = 6; d[&"s"] = 7; d[^"p"] = 8; d[PackedInt32Array([1])] = 9; return [d, d.has([1]), d.has({"a": 1}), d.has("s"), d.has("p"), d[null], d.has(PackedInt32Array([1])), d.keys()]
func t_55(): var d = {1: "a", 1.0: "b", true: "c"}; d.erase(1.0); return [d, d.has(1.0), d.has(true), d.get(true)]
func _ready():
	for m in get_script().get_script_method_list():
		if m.name.begins_with("t_"):
			print(m.name, " ", call(m.name))
	get_tree().quit()
