extends Node
# Constant containers are read-only, all the way down; duplicates are not.

const LIST = [1, [2, 3], {"k": [4]}]
const MAP = {"a": 1, "b": {"c": [1]}, 3: "three"}
const EMPTY: Array[String] = []

func change_list() -> void:
	print("before")
	LIST.append(4)
	print("after append, size ", LIST.size())

func change_element() -> void:
	var alias = LIST
	alias[0] = 100
	print("after element")

func change_inner() -> void:
	LIST[1].append(5)
	print("inner ", LIST[1])

func change_map() -> void:
	var alias = MAP
	alias["new"] = 1
	print("after key")

func change_map_method() -> void:
	MAP.erase("a")
	MAP.clear()
	print("erase and clear ", MAP.size())

func change_methods() -> void:
	var l = LIST
	l.sort()
	l.reverse()
	l.resize(9)
	l.clear()
	l.fill(0)
	l.push_front(0)
	print(l.pop_back(), l.pop_front())
	l.erase(1)
	l.insert(0, 3)
	l.remove_at(0)
	l.shuffle()
	l.append_array([1])
	print("still ", l)

func _ready() -> void:
	print(LIST.is_read_only(), " ", LIST[1].is_read_only(), " ", MAP.is_read_only(), " ", MAP.b.is_read_only(), " ", LIST[2].k.is_read_only(), " ", EMPTY.is_read_only())
	change_list()
	change_element()
	change_inner()
	change_map()
	change_map_method()
	change_methods()
	print(LIST, MAP)
	var copy = LIST.duplicate()
	copy.append("new")
	print(copy, copy.is_read_only(), copy[1].is_read_only())
	var deep = LIST.duplicate(true)
	deep[1].append("x")
	deep[2].k.append("y")
	print(deep, deep[1].is_read_only())
	var m = MAP.duplicate(true)
	m.b.c.append(2)
	m.erase("a")
	print(m, MAP)
	var own := [1, {"a": 2}]
	own.make_read_only()
	print(own.is_read_only(), own[1].is_read_only())
	own[1].a = 3
	print(own)
	print(LIST + [9], (LIST + [9]).is_read_only(), LIST.slice(0, 1).is_read_only(), LIST.map(func(x): return x).is_read_only())
	get_tree().quit()
