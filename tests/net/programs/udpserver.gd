extends Node
func _ready():
	var port = int(OS.get_environment("PORT"))
	var s = UDPServer.new()
	print(s.is_listening(), " ", s.get_local_port(), " ", s.poll(), " ", s.is_connection_available(), " ", s.take_connection(), " ", s.max_pending_connections)
	print(s.listen(port, "127.0.0.1"), " ", s.listen(port), " ", s.is_listening(), " ", s.get_local_port() == port)
	var clients = []
	for i in 3:
		var c = PacketPeerUDP.new()
		c.connect_to_host("127.0.0.1", port)
		c.put_packet(("hello %d" % i).to_utf8_buffer())
		c.put_packet("more".to_utf8_buffer())
		clients.append(c)
	OS.delay_msec(30)
	print(s.is_connection_available(), " ", s.poll(), " ", s.is_connection_available())
	var peers = []
	while s.is_connection_available():
		var p = s.take_connection()
		peers.append(p)
		print(p.is_socket_connected(), " ", p.is_bound(), " ", p.get_available_packet_count(), " ", p.get_packet().get_string_from_utf8(), " ", p.get_packet_ip(), " ", p.get_packet_port() > 0, " ", p.get_local_port() == port)
	for p in peers:
		print(p.put_packet("reply".to_utf8_buffer()))
	OS.delay_msec(30)
	for c in clients:
		print(c.get_available_packet_count(), " ", c.get_packet().get_string_from_utf8(), " ", c.get_packet_port() == port)
	s.max_pending_connections = 1
	for i in 3:
		var c = PacketPeerUDP.new()
		c.connect_to_host("127.0.0.1", port)
		c.put_packet("late".to_utf8_buffer())
		clients.append(c)
	OS.delay_msec(30)
	print(s.poll())
	var n = 0
	while s.is_connection_available():
		s.take_connection()
		n += 1
	print(n)
	print(s.max_pending_connections, " ")
	s.max_pending_connections = -1
	print(s.max_pending_connections)
	s.max_pending_connections = 0
	clients[0].put_packet("again".to_utf8_buffer())
	OS.delay_msec(30)
	s.poll()
	print(peers[0].get_available_packet_count(), " ", peers[0].get_packet().get_string_from_utf8(), " ", peers[0].get_packet().get_string_from_utf8())
	peers[0].close()
	clients[0].put_packet("new".to_utf8_buffer())
	OS.delay_msec(30)
	s.poll()
	print(s.is_connection_available())
	s.stop()
	print(s.is_listening(), " ", s.poll(), " ", peers[1].is_socket_connected(), " ", peers[1].put_packet("x".to_utf8_buffer()))
	print(s.listen(70000), " ", s.listen(port, "bad"), " ", s.listen(0))
	get_tree().quit()
