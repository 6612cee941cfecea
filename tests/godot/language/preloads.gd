extends Node
# Scripts by preload, load, path and inner path; cycles; statics shared by all who load them.

const Tool := preload("res://lib/tool.gd")
const Data = preload("lib/data.gd")
const Inner = Data.Nested
const Sub := preload("./lib/../lib/sub.gd")
var Loaded = load("res://lib/tool.gd")

func _ready() -> void:
	print(Tool.VERSION, " ", Tool.shout("hi"), " ", Tool == Loaded, " ", Loaded.resource_path, " ", Loaded.VERSION)
	var t := Tool.new(3)
	print(t.size, " ", t.grow(2).size, " ", t is Tool, " ", t is Sub, " ", t.get_script() == Tool)
	var s := Sub.new(10)
	print(s.size, " ", s.grow(1).size, " ", s is Tool, " ", s.kind(), " ", s.get_script().get_base_script() == Tool, " ", Sub.VERSION)
	Tool.used += 5
	print(Loaded.used, " ", Sub.used, " ", t.used)
	print(Data.TABLE, " ", Inner.new().deep, " ", Data.Nested.KIND, " ", Data.Mode.FAST, " ", Data.new().tool_version())
	var by_inner = load("res://lib/by_inner.gd").new()
	print(by_inner.deep, " ", by_inner is Inner, " ", by_inner.more())
	print(load("res://lib/tool.gd") == preload("res://lib/tool.gd"), " ", load("lib/tool.gd") == Tool, " ", ResourceLoader.exists("res://lib/tool.gd"), " ", ResourceLoader.exists("res://lib/no.gd"))
	var node := Node.new()
	node.set_script(load("res://lib/node_script.gd"))
	print(node.greet(), " ", node.extra)
	add_child(node)
	node.free()
	var made = load("res://lib/node_script.gd").new()
	made.name = "Made"
	add_child(made)
	print(made.greet(), " ", made is Node, " ", made.get_script().resource_path.get_file())
	var ring = preload("res://lib/ring_a.gd").new()
	print(ring.next().next().name_of(), " ", ring.next().name_of(), " ", ring.B.C_FROM_A)
	var scripts := {}
	for f in ["tool", "sub", "data"]:
		scripts[f] = load("res://lib/%s.gd" % f)
	print(scripts.keys(), " ", scripts.tool.VERSION, " ", scripts.sub.new(1).size)
	print(Tool.new.call(7).size, " ", [1, 2].map(Tool.new).map(func(x): return x.size))
	var at_run_time := GDScript.new()
	at_run_time.source_code = "extends RefCounted\nvar v = 3\nfunc twice(x):\n\treturn x * 2 + v\n"
	print(at_run_time.reload(), " ", at_run_time.new().twice(5))
	get_tree().quit()
