extends Control
# RichTextLabel: what BBCode makes of texts, and what is known of the result.

func mouse(at: Vector2, button := 1, double := false) -> void:
	move(at)
	for down in [true, false]:
		var e := InputEventMouseButton.new()
		e.position = at
		e.global_position = at
		e.button_index = button
		e.pressed = down
		e.double_click = double
		e.button_mask = (1 << (button - 1)) if down else 0
		get_viewport().push_input(e)


func move(at: Vector2) -> void:
	var e := InputEventMouseMotion.new()
	e.position = at
	e.global_position = at
	get_viewport().push_input(e)


func key(code: int, ctrl := false, shift := false, unicode := 0) -> void:
	for down in [true, false]:
		var e := InputEventKey.new()
		e.keycode = code
		e.physical_keycode = code
		e.ctrl_pressed = ctrl
		e.shift_pressed = shift
		e.pressed = down
		e.unicode = unicode if down else 0
		get_viewport().push_input(e)


func type(text: String) -> void:
	for c in text:
		key(c.to_upper().unicode_at(0), false, false, c.unicode_at(0))


func wait(frames := 2) -> void:
	for i in frames:
		await get_tree().process_frame


func say(label: RichTextLabel, text: String) -> void:
	label.text = text
	print(text.c_escape(), " -> ", label.get_parsed_text().c_escape(), " ", label.get_total_character_count(),
			" ", label.get_paragraph_count(), " ", label.get_line_count())


func _ready() -> void:
	var label := RichTextLabel.new()
	label.bbcode_enabled = true
	label.size = Vector2(300, 200)
	add_child(label)
	await wait()
	for text in ["plain", "[b]bold[/b] and [i]it[/i]", "[b]open", "[nope]x[/nope]", "a[lb]b[rb]c", "[/b]x",
			"[url]http://x[/url]", "[url=1]one[/url] [url={\"a\": 1}]two[/url]", "[center]mid[/center]\nnext",
			"[ul]one\ntwo[/ul]", "[ol]one\ntwo[/ol]", "[ol type=a]x\ny[/ol]", "[table=2][cell]a[/cell][cell]b[/cell][/table]",
			"[indent]in[/indent]", "[color=red]r[/color][color=#0f0]g[/color]", "[font_size=30]big[/font_size]",
			"[p]one[/p][p]two[/p]", "[code]a[b]c[/code]", "[hint=tip]h[/hint]", "[wave]w[/wave]", "[br]x", "a\\[b",
			"[fill]f[/fill]", "[u]u[/u][s]s[/s]", "[char=41]", "tab\tend", "[img]res://none.png[/img]", "[b][i]x[/b][/i]",
			"[right]r[/right]l", "[hr]", "[lang=en]l[/lang]", "[dropcap]D[/dropcap]rop", "[outline_size=2]o[/outline_size]"]:
		say(label, text)
	label.text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
	await wait()
	print(label.get_line_count(), " ", label.get_content_height(), " ", label.get_visible_line_count())
	label.visible_characters = 7
	print(snappedf(label.visible_ratio, 0.001), " ", label.visible_characters)
	label.visible_ratio = 0.5
	print(label.visible_ratio, " ", label.visible_characters)
	label.visible_ratio = 1
	print(label.visible_ratio, " ", label.visible_characters)
	label.clear()
	label.push_bold()
	label.add_text("b")
	label.push_color(Color.RED)
	label.add_text("r")
	label.pop_all()
	label.newline()
	label.append_text("[i]x[/i]y")
	label.pop()
	print(label.get_parsed_text().c_escape(), " '", label.text, "'")
	label.remove_paragraph(0)
	print(label.get_parsed_text().c_escape(), " ", label.get_paragraph_count())
	label.selection_enabled = true
	label.select_all()
	print(label.get_selected_text(), label.get_selection_from(), label.get_selection_to())
	label.deselect()
	print(label.get_selected_text(), label.get_selection_from(), label.get_selection_to())
	label.meta_clicked.connect(func(m): print("clicked ", m, " ", typeof(m)))
	label.meta_hover_started.connect(func(m): print("over ", m))
	label.meta_hover_ended.connect(func(m): print("left ", m))
	label.text = "[url=here]click me now[/url]"
	await wait()
	move(Vector2(10, 10))
	mouse(Vector2(10, 10))
	move(Vector2(10, 150))
	get_tree().quit()
