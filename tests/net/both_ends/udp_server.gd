extends Node
func wait(ms = 8): OS.delay_msec(ms)
func _ready():
	var port = int(OS.get_environment("PORT"))
	var s = UDPServer.new()
	print(s.poll(), " ", s.is_listening(), " ", s.get_local_port(), " ", s.is_connection_available(), " ", s.take_connection(), " ", s.max_pending_connections)
	for p in [[-1, "*"], [70000, "*"], [0, "x"], [0, ""], [port, "127.0.0.1"]]: print(p, " ", s.listen(p[0], p[1]), " ", s.listen(p[0], p[1]), " ", s.is_listening()); s.stop()
	print(s.listen(port), " ", s.get_local_port() == port)
	var clients = []
	for i in 20:
		var c = PacketPeerUDP.new()
		c.connect_to_host("127.0.0.1", port)
		c.put_packet(("c%d" % i).to_utf8_buffer())
		clients.append(c)
	wait()
	print(s.is_connection_available(), " ", s.poll(), " ", s.is_connection_available())
	var taken = []
	while s.is_connection_available():
		var t = s.take_connection()
		taken.append(t)
	print(taken.map(func(t): return t.get_packet().get_string_from_utf8()))
	print(taken.map(func(t): return t.get_available_packet_count()))
	clients[18].put_packet("again".to_utf8_buffer())
	clients[3].put_packet("three".to_utf8_buffer()); clients[3].put_packet(PackedByteArray()); clients[3].put_packet("four".to_utf8_buffer())
	wait()
	print(s.poll(), " ", s.is_connection_available(), " ", taken[3].get_available_packet_count(), " ", taken[3].get_packet().get_string_from_utf8(), " ", taken[3].get_packet(), " ", taken[3].get_packet_error(), " ", taken[3].get_packet().get_string_from_utf8())
	var late = s.take_connection()
	print(late.get_packet().get_string_from_utf8() if late else "none", " ", s.take_connection())
	print(taken[0].put_packet("answer".to_utf8_buffer()), " ", taken[0].is_bound(), " ", taken[0].is_socket_connected(), " ", taken[0].get_local_port() == port, " ", taken[0].bind(0), " ", taken[0].connect_to_host("127.0.0.1", 1), " ", taken[0].set_dest_address("127.0.0.1", 1))
	wait()
	print(clients[0].get_packet().get_string_from_utf8(), " ", clients[0].get_packet_port() == port)
	taken[1].close()
	print(taken[1].is_socket_connected(), " ", taken[1].put_packet([1]))
	clients[1].put_packet("back".to_utf8_buffer())
	wait()
	print(s.poll(), " ", s.is_connection_available(), " ", s.take_connection() != null)
	s.max_pending_connections = 0
	print(s.max_pending_connections)
	var x = PacketPeerUDP.new()
	x.connect_to_host("127.0.0.1", port); x.put_packet("x".to_utf8_buffer())
	wait()
	print(s.poll(), " ", s.is_connection_available())
	s.max_pending_connections = 2
	for i in 4:
		var y = PacketPeerUDP.new()
		y.connect_to_host("127.0.0.1", port); y.put_packet("y".to_utf8_buffer())
		clients.append(y)
	wait()
	print(s.poll(), " ", s.is_connection_available())
	s.max_pending_connections = 1
	var n = 0
	while s.is_connection_available():
		n += 1
		s.take_connection()
	print(n)
	taken[2].put_packet([5])
	s.stop()
	print(s.is_listening(), " ", s.get_local_port(), " ", s.poll(), " ", taken[2].is_socket_connected(), " ", taken[2].is_bound(), " ", taken[2].put_packet([6]), " ", taken[2].get_available_packet_count())
	wait()
	print(clients[2].get_available_packet_count(), " ", clients[2].get_packet())
	print(s.listen(port, "127.0.0.1"), " ", s.max_pending_connections)
	get_tree().quit()
