extends Node
func _ready() -> void:
	var v: DataRes = load("res://values.tres")
	print(v.resource_name, "|", v.title, "|", v.numbers, v.numbers.is_typed(), v.resource_path, " ", v.get_meta("extra"), " ", v.get_meta("made_by"), " ", v.secret, " ", v.not_saved)
	for x in v.anything.slice(0, -4):
		print(type_string(typeof(x)), " ", x)
	print(v.anything[-4].title, " ", v.anything[-3].resource_name, " ", v.anything[-3].get_meta("x"), " ", v.anything[-2], " ", v.anything[-1])
	print(v.nested.title, v.nested.nested.title, v.nested.nested == v.all[0], v.all.size(), v.all[2], v.all.is_typed(), v.map[Vector2(0, 1)], v.map["text"] == v.all[0], v.map.keys())
	print(v.color, v.path, v.bytes, v.when, v.tag, " ", v.nested.resource_path)
	print(load("res://values.tres") == v, " ", ResourceLoader.has_cached("res://values.tres"), " ", ResourceLoader.exists("res://values.tres"), " ", ResourceLoader.exists("res://nope.tres"), " ", ResourceLoader.load("res://values.tres", "", ResourceLoader.CACHE_MODE_IGNORE) == v)
	var p := load("res://local.tscn") as PackedScene
	var a = p.instantiate()
	var b = p.instantiate()
	print(a.local == b.local, " ", a.shared == b.shared, " ", a.local == a.get_node("Child").local, " ", a.local.title, " ", b.local.get_local_scene() == b)
	a.local.title = "changed"
	a.local.numbers.append(2)
	a.shared.title = "changed too"
	print(b.local.title, b.local.numbers, b.shared.title)
	a.free()
	b.free()
	var d := v.duplicate() as DataRes
	var deep := v.duplicate(true) as DataRes
	print(d.nested == v.nested, deep.nested == v.nested, deep.nested.title, d.numbers == v.numbers, is_same(d.numbers, v.numbers), is_same(deep.numbers, v.numbers), d.not_saved)
	var n := DataRes.new("code")
	n.title = "saved"
	n.numbers = [4, 5]
	n.nested = DataRes.new("inner")
	n.nested.title = "saved inner"
	n.map = {"q": n.nested, 2: [1.5]}
	n.set_meta("m", Vector2(1, 2))
	print(ResourceSaver.save(n, "user://saved.tres"), " ", n.resource_path)
	var back: DataRes = ResourceLoader.load("user://saved.tres", "", ResourceLoader.CACHE_MODE_IGNORE)
	print(back.title, back.numbers, back.nested.title, back.map.q == back.nested, back.map[2], back.get_meta("m"), back.get_meta("made_by"))
	n.renamed.connect(func(): print("renamed to ", n.title))
	n.title = "again"
	n.resource_name = "rn"
	n.changed.connect(func(): print("changed"))
	n.emit_changed()
	print(n.get_class(), " ", n.resource_name)
	print(load("res://nope.tres"))
	var inst: Node = $Holder.scene.instantiate()
	print(inst.name, inst.shared.title, $Holder.local.title, $Holder.shared == $Holder.local)
	inst.free()
	get_tree().quit()
