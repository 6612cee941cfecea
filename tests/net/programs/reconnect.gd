extends Node
# The same object connects again and again, with settings kept and outcomes forgotten.
func _ready():
	var port = int(OS.get_environment("PORT"))
	var tcp = TCPServer.new()
	var ws = WebSocketPeer.new()
	ws.handshake_headers = ["X-One: 1"]
	ws.inbound_buffer_size = 500
	for i in 4:
		print(i, " ", tcp.listen(port, "127.0.0.1"), " ", ws.connect_to_url("ws://127.0.0.1:%d/%d" % [port, i]), " ", ws.get_ready_state(), " ", ws.get_close_code(), " '", ws.get_close_reason(), "'")
		print("  ", ws.connect_to_url("ws://127.0.0.1:%d" % port), " ", ws.get_requested_url())
		while not tcp.is_connection_available():
			ws.poll()
			OS.delay_msec(1)
		var s = WebSocketPeer.new()
		s.accept_stream(tcp.take_connection())
		while s.get_ready_state() == 0 or ws.get_ready_state() == 0:
			ws.poll(); s.poll()
		s.send_text("hello %d" % i)
		OS.delay_msec(10)
		ws.poll()
		print("  ", ws.get_available_packet_count(), " ", ws.get_packet().get_string_from_utf8(), " ", ws.was_string_packet(), " ", ws.inbound_buffer_size, " ", ws.handshake_headers)
		match i:
			0:
				s.close(3000 + i, "server %d" % i)
			1:
				ws.close(4000 + i, "client %d" % i)
			2:
				s.close(-1)
			3:
				tcp.stop()
				ws.close()
				print("  ", ws.connect_to_url("ws://127.0.0.1:%d/again" % port), " ", ws.get_ready_state())
				while ws.get_ready_state() == 0:
					ws.poll()
		for k in 20:
			ws.poll(); s.poll()
			OS.delay_msec(1)
		print("  ", ws.get_ready_state(), " ", ws.get_close_code(), " '", ws.get_close_reason(), "' ", s.get_ready_state(), " ", s.get_close_code(), " ", ws.get_requested_url(), " ", ws.was_string_packet())
		tcp.stop()
	get_tree().quit()
