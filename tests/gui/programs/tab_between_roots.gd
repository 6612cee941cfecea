extends Node
func mk(p, n, m = Control.FOCUS_ALL):
	var c := Control.new(); c.name = n; c.size = Vector2(10, 10); c.focus_mode = m; p.add_child(c); return c
var all := []
func nm(c): return str(c.name) if c else "-"
func show_(t):
	print(t)
	for c in all: if is_instance_valid(c) and c.is_inside_tree(): print("  ", c.name, " next ", nm(c.find_next_valid_focus()), " prev ", nm(c.find_prev_valid_focus()))
func _ready():
	await get_tree().process_frame
	var root = get_tree().root
	var x = mk(root, "x", 0); var x1 = mk(x, "x1"); var x2 = mk(x, "x2")
	all = [x, x1, x2]
	show_("x")
	var y = mk(root, "y", 0); var y1 = mk(y, "y1")
	all += [y, y1]
	show_("x y")
	var z = mk(root, "z"); all.append(z); show_("x y z")
	y.hide(); show_("y hidden"); y.show()
	y.top_level = true; show_("y top"); y.top_level = false
	root.move_child(x, -1); show_("y z x")
	var l := CanvasLayer.new(); root.add_child(l); var l1 = mk(l, "l1"); var l2 = mk(l, "l2"); all += [l1, l2]; show_("layer")
	var m = mk(self, "m"); var m2 = mk(self, "m2"); all += [m, m2]; show_("in main")
	var n := Node2D.new(); x.add_child(n); var n1 = mk(n, "n1"); var n2 = mk(n, "n2"); all += [n1, n2]; show_("n in x")
	var w := Window.new(); w.size = Vector2i(50, 50); add_child(w); var w1 = mk(w, "w1"); var w2 = mk(w, "w2", 0); var w3 = mk(w2, "w3"); all += [w1, w2, w3]; show_("window")
	z.focus_mode = 0; show_("z none")
	get_tree().quit()
