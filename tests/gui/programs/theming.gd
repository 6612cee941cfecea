extends Control
class T extends Control:
	func _notification(what):
		if what == NOTIFICATION_THEME_CHANGED: print("    ", name, " changed")
class L extends Label:
	func _notification(what):
		if what == NOTIFICATION_THEME_CHANGED: print("    ", name, " changed")
var list := []
var types := ["Control", "T", "Label", "Base", "Var", "Var2", "Button", "Container", "HBoxContainer"]
var items := ["x", "font_color", "y"]
var themes := []
func mk(parent, n):
	var c: Control = [T.new(), L.new(), HBoxContainer.new(), Button.new(), T.new()][randi() % 5]; c.name = n
	if randi() % 4 == 0: c.theme = themes[randi() % themes.size()]
	if randi() % 4 == 0: c.theme_type_variation = ["Var", "Var2", "Base"][randi() % 3]
	parent.add_child(c)
	list.append(c)
	return c
func show_():
	for c in list:
		var s: String = "  " + c.name + " " + c.get_class()
		for i in items: s += " " + str(c.get_theme_color(i).r)
		s += " | " + str(c.get_theme_color("x", "Var").r) + " " + str(c.get_theme_color("x", "Button").r) + " " + str(c.has_theme_color("y")) + " " + str(c.get_theme_constant("k")) + " " + str(c.get_theme_font_size("font_size")) + " " + str(c.get_theme_font_size("fs")) + " " + str(c.get_theme_default_font_size()) + " " + str(c.has_theme_font_size("zz")) + str(c.get_theme_default_base_scale())
		print(s)
var k = 0.0
func _ready():
	for s in 6:
		seed(s)
		print("== ", s)
		list.clear(); themes.clear()
		for i in 4:
			var t := Theme.new()
			for j in 6:
				k += 1
				t.set_color(items[randi() % 3], types[randi() % types.size()], Color(k, 0, 0))
			if randi() % 2: t.set_constant("k", types[randi() % types.size()], randi() % 100)
			if randi() % 2: t.default_font_size = 10 + randi() % 10
			if randi() % 3 == 0: t.default_base_scale = 2.0 + randi() % 3
			if randi() % 2: t.set_font_size("fs", types[randi() % types.size()], 30 + randi() % 10)
			if randi() % 2: t.set_type_variation("Var", ["Base", "Label", "Control", "HBoxContainer"][randi() % 4])
			if randi() % 2: t.set_type_variation("Var2", ["Var", "Label"][randi() % 2])
			if randi() % 2: t.set_type_variation("Base", ["Label", "Button"][randi() % 2])
			themes.append(t)
		var n := Node.new(); n.name = "n"; add_child(n)
		var w := Window.new(); w.visible = false; w.name = "w"; add_child(w)
		if randi() % 2: w.theme = themes[0]
		var parents = [self, self, n, w]
		for i in 8:
			var c = mk(parents[randi() % parents.size()], "c%d" % i)
			parents.append(c)
		show_()
		for i in 8:
			var c = list[randi() % list.size()]
			var t = themes[randi() % themes.size()]
			match randi() % 9:
				0: print("theme ", c.name); c.theme = t
				1: print("no theme ", c.name); c.theme = null
				2: print("variation ", c.name); c.theme_type_variation = ["Var", "Var2", "", "Base"][randi() % 4]
				3: print("override ", c.name); k += 1; c.add_theme_color_override(items[randi() % 3], Color(k, 0, 0))
				4: print("remove ", c.name); c.remove_theme_color_override(items[randi() % 3])
				5:
					print("set in theme"); k += 1; t.set_color(items[randi() % 3], types[randi() % types.size()], Color(k, 0, 0))
				6:
					print("bulk ", c.name); c.begin_bulk_theme_override(); c.add_theme_constant_override("k", 5); c.add_theme_constant_override("k", 6); print("end"); c.end_bulk_theme_override()
				7:
					var p = list[randi() % list.size()]
					if p != c and not c.is_ancestor_of(p): print("move ", c.name, " to ", p.name); c.reparent(p)
				8:
					print("out ", c.name); var p = c.get_parent(); p.remove_child(c); print("in"); p.add_child(c)
			await get_tree().process_frame
			show_()
		for c in list.duplicate(): if is_instance_valid(c) and c.get_parent() == self: remove_child(c); c.free()
		n.free(); w.free()
		await get_tree().process_frame
	get_tree().quit()
