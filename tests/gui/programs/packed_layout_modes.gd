# Which scenes tell how a control is placed.
extends Control


func lay(r, c, w):
	r.add_child(c)
	print(r.get_class(), " ", c.get_class(), w, " ", c.get("layout_mode"), " ", c.get("anchors_preset"))
	var s = PackedScene.new()
	r.name = "R"
	c.name = "C"
	c.owner = r
	s.pack(r)
	for n in s.get_state().get_node_count():
		for i in s.get_state().get_node_property_count(n): print("   ", n, s.get_state().get_node_property_name(n, i), " ", s.get_state().get_node_property_value(n, i))
func _ready():
	for in_tree in [false, true]:
		for kind in ["VBoxContainer", "Control", "Node2D", "CanvasLayer"]:
			var r = ClassDB.instantiate(kind)
			if in_tree: add_child(r)
			var c = Control.new()
			lay(r, c, " fresh")
			c = Label.new()
			lay(r, c, " label")
			c = Control.new()
			c.set_anchors_preset(8)
			lay(r, c, " centered")
			c = Control.new()
			c.anchor_left = 0.3
			c.anchor_right = 0.4
			lay(r, c, " odd")
			c = Control.new()
			c.set("layout_mode", 1)
			c.set("anchors_preset", 15)
			lay(r, c, " told")
			c = Control.new()
			c.set("layout_mode", 3)
			c.set("anchors_preset", 15)
			lay(r, c, " told 3")
			c = Control.new()
			c.set("layout_mode", 0)
			c.position = Vector2(3, 4)
			lay(r, c, " told 0")
			c = Control.new()
			c.set("layout_mode", 2)
			c.set("anchors_preset", 15)
			lay(r, c, " told 2")
			r.free()
	get_tree().quit()
