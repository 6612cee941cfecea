extends Node
func pair(port, setup = null, url = "/"):
	var tcp = TCPServer.new()
	tcp.listen(port)
	var c = WebSocketPeer.new()
	var s = WebSocketPeer.new()
	if setup: setup.call(c, s)
	c.connect_to_url("ws://localhost:%d%s" % [port, url])
	while not tcp.is_connection_available():
		c.poll()
		OS.delay_msec(1)
	s.accept_stream(tcp.take_connection())
	for i in 200:
		c.poll(); s.poll()
		if c.get_ready_state() != 0 and s.get_ready_state() != 0: break
		OS.delay_msec(1)
	return [c, s]
func pump(p, n = 60):
	for i in n:
		p[0].poll(); p[1].poll()
		OS.delay_msec(1)
func _ready():
	var port = int(OS.get_environment("PORT"))
	var p = pair(port, null, "/path?x=1&y=2#frag")
	print(p[0].get_ready_state(), p[1].get_ready_state(), " ", p[0].get_requested_url(), " ", p[1].get_requested_url(), " ", p[1].get_connected_host())
	print(p[0].put_var({"a": Vector3(1, 2, 3), "n": null}), " ", p[0].put_var(&"name"), " ", p[0].put_packet(PackedByteArray([1])), " ", p[0].put_packet(PackedByteArray()))
	pump(p)
	print(p[1].get_available_packet_count(), " ", p[1].get_var(), " ", p[1].was_string_packet(), " ", p[1].get_var(), " ", p[1].get_packet(), " ", p[1].get_packet_error(), " ", p[1].get_packet(), " ", p[1].get_packet_error())
	print(p[1].send_text(""), " ", p[1].send_text("nul\u0001x"), " ", p[1].send("bytes".to_utf8_buffer()), " ", p[1].send("text".to_utf8_buffer(), WebSocketPeer.WRITE_MODE_TEXT))
	pump(p)
	while p[0].get_available_packet_count():
		var b = p[0].get_packet()
		print(b.size(), " ", b.get_string_from_utf8(), " ", p[0].was_string_packet())
	p[0].close(3001, "done ü")
	print(p[0].get_ready_state(), " ", p[0].send_text("late"), " ", p[0].get_close_code())
	OS.delay_msec(50)
	p[1].poll()
	print(p[1].get_ready_state(), " ", p[1].get_close_code(), " ", p[1].get_close_reason())
	pump(p)
	print(p[0].get_ready_state(), " ", p[0].get_close_code(), " ", p[0].get_close_reason(), " ", p[0].get_requested_url())
	p = pair(port, func(c, s): c.supported_protocols = ["x", "y"]; s.supported_protocols = ["y", "x"]; c.handshake_headers = ["X-Token: 5"]; s.handshake_headers = ["Server: s"])
	print(p[0].get_ready_state(), " ", p[0].get_selected_protocol(), " ", p[1].get_selected_protocol())
	for i in 5: p[0].send_text("m%d" % i)
	p[0].close()
	pump(p)
	print(p[0].get_ready_state(), " ", p[1].get_ready_state(), " ", p[1].get_close_code(), " '", p[1].get_close_reason(), "'")
	p = pair(port, func(c, s): s.supported_protocols = ["z"])
	print(p[0].get_ready_state(), p[1].get_ready_state(), " ", p[0].get_close_code(), p[1].get_close_code())
	p = pair(port, func(c, s): c.inbound_buffer_size = 1000; s.max_queued_packets = 3; c.max_queued_packets = 100)
	for i in 10: p[0].send_text("q%d" % i)
	pump(p)
	var got = []
	while p[1].get_available_packet_count():
		got.append(p[1].get_packet().get_string_from_utf8())
		if p[1].get_available_packet_count() == 0: pump(p)
	print(got)
	var b = PackedByteArray(); b.resize(1001)
	print(p[1].send(b))
	pump(p)
	print(p[0].get_ready_state(), p[1].get_ready_state(), " ", p[0].get_close_code(), " ", p[0].get_close_reason(), " ", p[1].get_close_code(), " '", p[1].get_close_reason(), "'")
	p = pair(port)
	p[1].set_no_delay(true)
	p[1] = null
	for i in 20:
		p[0].poll()
		OS.delay_msec(1)
	print(p[0].get_ready_state(), " ", p[0].get_close_code())
	p = pair(port, func(c, s): c.heartbeat_interval = 0.02; s.heartbeat_interval = 0.03)
	pump(p, 100)
	print(p[0].get_ready_state(), p[1].get_ready_state())
	for i in 200:
		p[0].poll()
		OS.delay_msec(1)
	print(p[0].get_ready_state(), " ", p[0].get_close_code())
	get_tree().quit()
