extends Node
func _ready():
	var port = int(OS.get_environment("PORT"))
	var tcp = TCPServer.new()
	tcp.listen(port, "127.0.0.1")
	var c = WebSocketPeer.new()
	var s = WebSocketPeer.new()
	for p in [c, s]:
		p.inbound_buffer_size = 8 << 20
		p.outbound_buffer_size = 16 << 20
	c.connect_to_url("ws://127.0.0.1:%d" % port)
	while not tcp.is_connection_available():
		c.poll()
		OS.delay_msec(1)
	s.accept_stream(tcp.take_connection())
	while c.get_ready_state() == 0 or s.get_ready_state() == 0:
		c.poll(); s.poll()
	var b = PackedByteArray()
	for size in [1, 125, 126, 65535, 65536, 1 << 20, 5000000, 8 << 20, 0]:
		b.resize(size)
		if size > 0:
			b[0] = size & 255
			b[size - 1] = 77
		var e = c.send(b)
		var n = 0
		while s.get_available_packet_count() == 0 and n < 5000:
			c.poll(); s.poll()
			n += 1
		var got = s.get_packet()
		print(size, " ", e, " ", got.size(), " ", got == b, " ", s.was_string_packet(), " ", c.get_current_outbound_buffered_amount())
		s.send(got, WebSocketPeer.WRITE_MODE_BINARY)
		n = 0
		while c.get_available_packet_count() == 0 and n < 5000:
			c.poll(); s.poll()
			n += 1
		print(c.get_packet() == b)
	b.resize((16 << 20) + 1)
	print(c.send(b), " ", c.get_ready_state())
	b.resize((8 << 20) + 1)
	print(c.send(b))
	for i in 5000:
		c.poll(); s.poll()
		if c.get_ready_state() == 3 and s.get_ready_state() == 3: break
	print(s.get_ready_state(), " ", s.get_close_code(), " ", s.get_close_reason())
	get_tree().quit()
