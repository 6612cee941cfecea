extends Node
func try(path: String) -> void:
	print("-- ", path)
	var s = load(path)
	print("loaded ", s != null, " ", s.can_instantiate() if s is GDScript else "")
	if s is GDScript and s.can_instantiate():
		var o = s.new()
		print(o.hello() if o.has_method("hello") else "no hello")
		if o is Node:
			o.free()
func scene(path: String) -> void:
	print("-- ", path)
	var p = load(path)
	print("loaded ", p != null)
	if p:
		var n = p.instantiate()
		print("made ", n.name if n else "nothing")
		if n:
			print(n.get_children().map(func(c): return c.name))
			n.free()
func new_bad() -> void:
	var s = load("res://scripts/indent.gd")
	print("calling new")
	var o = s.new()
	print("made ", o)
func _ready() -> void:
	for f in ["good", "unclosed", "indent", "unknown_name", "unknown_type", "type_mismatch", "wrong_args", "missing_return", "dup_var", "dup_func", "const_assign", "bad_extends", "missing_preload", "uses_bad", "good_after", "bad_super", "bad_override", "await_in_const", "bad_match", "bad_annotation", "empty", "only_comment", "static_self", "unreachable", "not_found_member", "void_value", "outer_break"]:
		try("res://scripts/%s.gd" % f)
	new_bad()
	for f in ["no_script", "bad_script", "no_instance", "bad_syntax", "unknown_property"]:
		scene("res://scenes/%s.tscn" % f)
	print($Kid.name, " ", $Kid.get_script() != null, " ", $Kid.has_method("hello"), " ", $Other.hello())
	get_tree().quit()
