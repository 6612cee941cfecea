extends Node
func pump(a, b, n = 40):
	for i in n:
		a.poll(); b.poll()
		OS.delay_msec(1)
func _ready():
	var port = int(OS.get_environment("PORT"))
	for host in ["127.0.0.1", "::1"]:
		var server = TCPServer.new()
		print(server.listen(port, host), " ", server.get_local_port() == port)
		var c = StreamPeerTCP.new()
		print(c.connect_to_host(host, port), " ", c.get_status())
		while not server.is_connection_available():
			OS.delay_msec(1)
		var s = server.take_connection()
		pump(c, s)
		print(c.get_status(), " ", s.get_status(), " ", c.get_connected_host(), " ", s.get_connected_host(), " ", s.get_connected_port() == c.get_local_port(), " ", c.get_connected_port() == port, " ", server.is_connection_available())
		c.set_no_delay(true)
		c.put_utf8_string("grüß dich"); c.put_var({"x": Vector2(1, 2), "l": [1, "a"]}); c.put_double(1.5); c.put_16(-3)
		pump(c, s)
		print(s.get_available_bytes(), " ", s.get_utf8_string(), " ", s.get_var(), " ", s.get_double(), " ", s.get_16(), " ", s.get_available_bytes())
		s.big_endian = true; c.big_endian = true
		s.put_u32(0xdeadbeef); s.put_string("plain"); s.put_float(0.25); s.put_var([true, null])
		pump(c, s)
		print(c.get_u32(), " ", c.get_string(), " ", c.get_float(), " ", c.get_var())
		s.put_data("0123456789".to_utf8_buffer())
		pump(c, s)
		print(c.get_partial_data(4), " ", c.get_string(3), " ", c.get_utf8_string(2), " ", c.get_data(1), " ", c.get_partial_data(5))
		var pp = PacketPeerStream.new()
		pp.stream_peer = c
		var ps = PacketPeerStream.new()
		ps.stream_peer = s
		s.big_endian = false; c.big_endian = false
		print(pp.put_var([1, 2, {"k": "v"}]), " ", pp.put_packet("raw".to_utf8_buffer()), " ", ps.get_available_packet_count())
		pump(c, s)
		print(ps.get_available_packet_count(), " ", ps.get_var(), " ", ps.get_packet().get_string_from_utf8(), " ", ps.get_packet_error(), " ", ps.get_available_packet_count(), " ", ps.input_buffer_max_size, " ", ps.output_buffer_max_size)
		s.put_data("last".to_utf8_buffer())
		s.disconnect_from_host()
		print(s.get_status(), " '", s.get_connected_host(), "' ", s.get_connected_port(), " ", s.put_data("x".to_utf8_buffer()))
		OS.delay_msec(20)
		print(c.poll(), " ", c.get_status(), " ", c.get_available_bytes(), " ", c.get_data(4)[1].get_string_from_utf8(), " ", c.poll(), " ", c.get_status(), " ", c.get_partial_data(1))
		print(c.connect_to_host(host, port), " ", c.connect_to_host(host, port))
		server.stop()
		OS.delay_msec(20)
		c.poll()
		print(c.get_status())
		c.disconnect_from_host()
		print(c.get_status(), " ", c.bind(0), " ", c.get_local_port() > 0, " ", c.bind(0))
		c.disconnect_from_host()
	get_tree().quit()
