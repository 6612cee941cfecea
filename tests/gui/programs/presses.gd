extends Control
func btn(p, b, down):
	var e := InputEventMouseButton.new(); e.position = p; e.global_position = p; e.button_index = b; e.pressed = down
	print("btn ", b, " ", down, p)
	get_viewport().push_input(e)
func mk(n, p):
	var c := Control.new(); c.name = n; c.position = p; c.size = Vector2(50, 50); add_child(c)
	c.gui_input.connect(func(e): print("    ", n, " ", e.as_text().left(24)))
	return c
func mv(p):
	var e := InputEventMouseMotion.new(); e.position = p; e.global_position = p
	print("mv ", p)
	get_viewport().push_input(e)
func _ready():
	var a = mk("a", Vector2(0, 0)); var b = mk("b", Vector2(100, 0))
	await get_tree().process_frame
	var A = Vector2(5, 5); var B = Vector2(105, 5); var N = Vector2(300, 300)
	btn(N, 5, true); btn(N, 3, false); mv(A); btn(A, 5, true); btn(A, 5, false); mv(B)
	print("--"); btn(N, 1, true); btn(A, 1, true); mv(B); btn(A, 1, false)
	print("--"); btn(N, 1, true); btn(A, 2, true); mv(B); btn(A, 2, false); btn(A, 1, false)
	print("--"); btn(A, 1, true); btn(N, 2, true); btn(B, 1, true); btn(B, 1, false); btn(B, 2, false); mv(B)
	print("--"); btn(A, 5, true); btn(A, 3, false); mv(B); btn(B, 5, true); mv(A); btn(A, 5, false); mv(A)
	print("--"); btn(A, 1, true); a.hide(); mv(B); btn(B, 1, true); btn(B, 1, false); a.show()
	print("--"); btn(A, 1, true); btn(A, 2, true); remove_child(a); mv(B); btn(B, 2, true); btn(B, 2, false); btn(B, 1, false); add_child(a)
	print("--"); a.process_mode = PROCESS_MODE_DISABLED; btn(A, 1, true); mv(B); btn(B, 1, true); btn(B, 1, false); mv(B)
	print("--"); btn(A, 4, true); mv(B); a.mouse_filter = MOUSE_FILTER_IGNORE; btn(A, 4, true); mv(B); btn(B, 5, true); btn(B, 4, false); mv(B); btn(B, 5, false); mv(B)
	get_tree().quit()
