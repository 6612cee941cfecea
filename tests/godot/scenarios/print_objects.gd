extends Node
# Objects, callables and signals in text: plain, in containers, freed, nested.

signal ping(x)

class R extends RefCounted:
	func _to_string():
		return "R(\"q\")"

func f(x = 0):
	return x

func _ready():
	var n = Node.new()
	n.name = "N"
	var r = R.new()
	print(r, " ", [r], " ", {r: r}, " ", {"a": [r, {"b": r}]})
	print(self, " ", get_tree().root)
	print([get_tree().root, self, null, n])
	print([f], " ", {"f": f}, " ", f.bind(1), " ", [f.bind(r)], " ", f.unbind(1))
	print(ping, " ", [ping], " ", {"p": ping}, " ", [ready, get_tree().process_frame])
	print(queue_free, " ", n.queue_free, " ", n.ready, " ", [n.ready])
	var list = [n, n.queue_free, n.ready, {"n": n}]
	print(list)
	n.free()
	print(list)
	print(n, " ", str(n), " ", str([n]), " ", is_instance_valid(n), " ", n == null, " ", null == n, " ", not n)
	var d = {"x": n}
	print(d, " ", d["x"] == null)
	var t = Timer.new()
	print(t.get_class(), " ", t.is_class("Timer"), t.is_class("Node"), t.is_class("Object"))
	t.name = "T"
	print(t.to_string() == str(t), " ", t)
	t.name = "a b"
	print(t)
	t.free()
	print(Callable(), " ", [Callable()], " ", Callable(self, "nope"), " ", Callable(self, "f") == Callable(self, "f"))
	print(["a", &"b", NodePath("c/d"), 1, 1.0, true, null, Vector2(1, 2), Color(1, 0, 0, 1)])
	print({&"sn": 1, "s": 2, 3: [4], null: null, 1.5: true})
	print([[], {}, [[]], [{}]])
	print(PackedScene.new().get_class())
	get_tree().quit()
