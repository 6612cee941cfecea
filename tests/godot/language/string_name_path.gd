extends Node

func _ready() -> void:
	var n := &"alpha"
	print(n, " ", n == "alpha", " ", "alpha" == n, " ", n == &"alpha", " ", n != "beta", " ", typeof(n))
	print(n.length(), " ", n.to_upper(), " ", typeof(n.to_upper()), " ", n.begins_with("al"), " ", n + "x", " ", typeof(n + "x"))
	print(&"a" < &"b" or true, " ", [&"x", "x"], " ", [&"x"] == ["x"], " ", is_same(&"x", &"x"), " ", is_same("x", &"x"))
	var d := {&"key": 1, "other": 2}
	print(d["key"], d[&"other"], d.has("key"), d.has(&"other"), d)
	d["key"] = 5
	print(d.size(), d, d.key)
	match n:
		"alpha":
			print("matched text")
		_:
			print("no")
	match "alpha":
		&"alpha":
			print("matched name")
		_:
			print("no")
	print("abc" in [&"abc"], " ", &"abc" in ["abc"], " ", &"b" in "abc", " ", [&"abc"].has("abc"), " ", [&"abc"].find("abc"))
	var p := ^"root/child:position:x"
	print(p, " ", p.get_name_count(), " ", p.get_name(1), " ", p.get_subname_count(), " ", p.get_subname(0), " ", p.get_concatenated_names(), " ", p.get_concatenated_subnames(), " ", p.get_as_property_path())
	print(p.is_absolute(), " ", ^"/root".is_absolute(), " ", p.is_empty(), " ", ^"".is_empty(), " ", p == ^"root/child:position:x", " ", p.hash() == ^"root/child:position:x".hash())
	print(^"a/b/c/d".slice(1, 3), " ", ^"a/b:c:d".slice(-2), " ", NodePath("a//b/"), " ", NodePath("../x"), " ", NodePath(""))
	print(String(p) == "root/child:position:x", " ", str(p).length(), " ", p == NodePath("root"))
	print(get_node(^".").name, " ", $".".name, " ", name, " ", typeof(name), " ", get_path(), " ", typeof(get_path()))
	name = "Renamed"
	print(name == "Renamed", " ", name.length(), " ", "%s" % name)
	var empty := &""
	print(empty == "", " ", empty.is_empty(), " ", not empty, " ", "yes" if empty else "no")
	print(hash(&"a") == hash("a"), " ", &"a".hash() == "a".hash())
	print(var_to_str(&"a\"b"), " ", var_to_str(^"x/y"), " ", str_to_var("&\"z\""), " ", typeof(str_to_var("&\"z\"")), " ", str_to_var("NodePath(\"a/b\")"))
	print("a" + &"b", " ", typeof("a" + &"b"), " ", typeof(&"a" + &"b"), " ", &"n%d" % 4, " ", "%s/%s" % [&"a", ^"b"])
	print(&"snake_case".capitalize(), " ", &"a,b".split(","), " ", StringName("x") == &"x", " ", StringName() == &"")
	for c in "xyz":
		print(c, " ", typeof(c))
	var s: String = &"conv"
	var back: StringName = s
	print(typeof(s), typeof(back), " ", back)
	print(call(&"get_class"), " ", has_method("get_class"), " ", get("name"), " ", get(&"name"))
	get_tree().quit()
