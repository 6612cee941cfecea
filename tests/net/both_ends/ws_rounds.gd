extends Node
# How many frames there and back take, awaited and in _process, in both orders of nodes.
class End extends Node:
	signal heard(text)
	var ws = WebSocketPeer.new()
	var echo = false
	func _process(_d):
		ws.poll()
		while ws.get_available_packet_count():
			var t = ws.get_packet().get_string_from_utf8()
			if echo: ws.send_text(t + "!")
			heard.emit(t)
func _ready():
	for order in 2:
		var tcp = TCPServer.new()
		tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
		var c = End.new()
		var s = End.new()
		s.echo = true
		if order:
			add_child(c); add_child(s)
		else:
			add_child(s); add_child(c)
		c.ws.connect_to_url("ws://127.0.0.1:%s" % OS.get_environment("PORT"))
		while not tcp.is_connection_available(): c.ws.poll()
		s.ws.accept_stream(tcp.take_connection())
		tcp.stop()
		for i in 5: await get_tree().process_frame
		print(order, " ", c.ws.get_ready_state(), s.ws.get_ready_state())
		for i in 3:
			var f = Engine.get_process_frames()
			c.ws.send_text("n%d" % i)
			var t = await c.heard
			print("  ", t, " ", Engine.get_process_frames() - f)
		for i in 3:
			await get_tree().physics_frame
			await get_tree().process_frame
			var f = Engine.get_process_frames()
			c.ws.send_text("p%d" % i)
			var t = await s.heard
			var g = Engine.get_process_frames()
			var u = await c.heard
			print("  ", t, " ", g - f, " ", u, " ", Engine.get_process_frames() - f)
		var f = Engine.get_process_frames()
		s.ws.close(4000, "over")
		while c.ws.get_ready_state() != 3 or s.ws.get_ready_state() != 3: await get_tree().process_frame
		print("  closed after ", Engine.get_process_frames() - f)
		c.free(); s.free()
	get_tree().quit()
