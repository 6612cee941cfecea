extends Node
func wait(ms = 8): OS.delay_msec(ms)
func dial(port, first = ""):
	var c = StreamPeerTCP.new()
	c.connect_to_host("127.0.0.1", port)
	for i in 100:
		c.poll()
		if c.get_status() != 1: break
		OS.delay_msec(1)
	if first: c.put_data(first.to_utf8_buffer())
	return c
func _ready():
	var port = int(OS.get_environment("PORT"))
	var port2 = int(OS.get_environment("PORT2"))
	var a = TCPServer.new()
	var b = TCPServer.new()
	print(a.is_listening(), " ", a.is_connection_available(), " ", a.take_connection(), " ", a.get_local_port())
	print(a.listen(port, "127.0.0.1"), " ", b.listen(port, "127.0.0.1"), " ", b.listen(port2, "127.0.0.1"), " ", a.listen(port), " ", b.listen(0))
	print(a.get_local_port() == port, " ", b.get_local_port() == port2)
	var clients = []
	for i in 6: clients.append(dial([port, port2][i % 2], "hello %d" % i))
	wait()
	for i in 4:
		for s in [b, a]:
			var avail = s.is_connection_available()
			var t = s.take_connection()
			if t == null:
				print(avail, " null")
				continue
			print(avail, " ", t.get_status(), " ", t.get_available_bytes(), " ", t.get_utf8_string(t.get_available_bytes()), " ", t.get_connected_host(), " ", t.get_connected_port() == clients[[1, 3, 5, 7][i] - (1 if s == a else 0)].get_local_port(), " ", t.get_local_port())
	# who goes before being taken
	var g = dial(port, "going")
	g.disconnect_from_host()
	var h = dial(port)
	h.put_data("more".to_utf8_buffer())
	wait()
	var t = a.take_connection()
	print(t.get_status(), " ", t.get_available_bytes(), " ", t.get_data(2), " ", t.get_available_bytes(), " ", t.poll(), " ", t.get_status(), " ", t.get_partial_data(10), " ", t.get_partial_data(10), " ", t.get_status(), " ", t.poll())
	t = a.take_connection()
	print(t.get_status(), " ", t.get_string(4), " ", a.is_connection_available())
	# stop with some waiting
	var w = dial(port)
	wait()
	print(a.is_connection_available())
	a.stop()
	wait()
	print(a.is_listening(), " ", a.is_connection_available(), " ", a.take_connection(), " ", a.get_local_port(), " ", w.poll(), " ", w.get_status(), " ", t.get_status(), " ", t.put_data("x".to_utf8_buffer()))
	wait()
	print(h.get_available_bytes(), " ", h.get_u8())
	a.stop()
	print(a.listen(port, "127.0.0.1"), " ", a.is_connection_available())
	var z = dial(port)
	wait()
	print(a.take_connection() != null, " ", z.get_status())
	var server = TCPServer.new()
	for host in ["", "localhost", "*", "0.0.0.0", "::", "::1", "1.2.3.4", "256.1.1.1", "abc", "127.0.0.1 ", "127.1"]:
		print("'", host, "' ", server.listen(0, host), " ", server.is_listening())
		server.stop()
	for p in [-1, 65535, 65536, 65537]:
		print(p, " ", server.listen(p, "127.0.0.1") if p != 65537 else "-", " ", server.is_listening())
		server.stop()
	get_tree().quit()
