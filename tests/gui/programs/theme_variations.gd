extends Control
func _ready():
	var c := Control.new(); add_child(c)
	var t := Theme.new(); t.default_font_size = 17
	for base in ["", "Label", "Button", "Control", "Container", "HBoxContainer"]:
		for on in ["Base", "Var", "Label", "Control", "Button"]:
			for def in [true, false]:
				t = Theme.new()
				if def: t.default_font_size = 17
				t.set_font_size("fs", on, 34); t.set_color("cc", on, Color.RED)
				if base: t.set_type_variation("Base", base)
				t.set_type_variation("Var", "Base")
				c.theme = t
				for v in ["Base", "Var", "Nope", ""]:
					c.theme_type_variation = v
					print(base, " ", on, " ", def, " ", v, " ", c.get_theme_font_size("fs"), " ", c.get_theme_color("cc").r, " ", c.get_theme_font_size("fs", "Base"), " ", c.get_theme_font_size("fs", "Var"), " ", c.get_theme_color("cc", "Base").r, " ", c.get_theme_color("cc", "Var").r)
	get_tree().quit()
