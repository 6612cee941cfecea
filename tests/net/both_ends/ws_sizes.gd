extends Node
func pair(setup):
	var tcp = TCPServer.new()
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var c = WebSocketPeer.new()
	var s = WebSocketPeer.new()
	setup.call(c, s)
	c.connect_to_url("ws://127.0.0.1:%s" % OS.get_environment("PORT"))
	while not tcp.is_connection_available(): c.poll()
	s.accept_stream(tcp.take_connection())
	while c.get_ready_state() == 0 or s.get_ready_state() == 0:
		c.poll(); s.poll()
		OS.delay_msec(1)
	tcp.stop()
	return [c, s]
func pump(p, n = 25):
	for i in n:
		p[0].poll(); p[1].poll()
		OS.delay_msec(1)
func bytes(n):
	var b = PackedByteArray()
	b.resize(n)
	b.fill(65 + n % 26)
	return b
func _ready():
	var p = pair(func(_c, _s): pass)
	for n in [0, 1, 124, 125, 126, 127, 128, 65534, 65535]:
		for side in 2:
			var e = p[side].send(bytes(n), n % 2)
			pump(p, 12)
			var o = p[1 - side]
			print(n, " ", side, " ", e, " ", o.get_available_packet_count(), " ", o.get_packet() == bytes(n), " ", o.was_string_packet(), " ", o.get_packet_error(), " ", p[side].get_current_outbound_buffered_amount())
	for side in 2:
		print(p[side].send(bytes(65536)), " ", p[side].send_text("x".repeat(65536)), " ", p[side].get_ready_state())
	for limit in [1, 2, 124, 125, 126, 127, 1000, 65536, 70000]:
		p = pair(func(c, s):
			s.inbound_buffer_size = limit
			c.outbound_buffer_size = 1 << 20)
		print(limit, " ", p[0].send(bytes(limit)))
		pump(p)
		print("  ", p[1].get_ready_state(), " ", p[1].get_available_packet_count(), " ", p[1].get_packet().size())
		print("  ", p[0].send(bytes(limit + 1)))
		pump(p)
		print("  ", p[1].get_ready_state(), " ", p[1].get_close_code(), " '", p[1].get_close_reason(), "' ", p[0].get_ready_state(), " ", p[0].get_close_code(), " '", p[0].get_close_reason(), "'")
	for limit in [1, 125, 126, 65535, 65536]:
		p = pair(func(c, _s): c.outbound_buffer_size = limit)
		print(limit, " ", p[0].send(bytes(limit)), " ", p[0].send(bytes(limit + 1)), " ", p[0].send(PackedByteArray()), " ", p[0].send_text("é".repeat(limit / 2)), " ", p[0].send_text("é".repeat(limit / 2 + 1)))
	get_tree().quit()
