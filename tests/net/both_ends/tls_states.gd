extends Node
var key
var cert
func tcp():
	var t = TCPServer.new()
	t.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var c = StreamPeerTCP.new()
	c.connect_to_host("127.0.0.1", int(OS.get_environment("PORT")))
	while not t.is_connection_available() or c.get_status() == 1: c.poll()
	var s = t.take_connection()
	t.stop()
	return [c, s]
func pump(a, b, n = 40):
	for i in n:
		if a.get_status() in [1, 2]: a.poll()
		if b.get_status() in [1, 2]: b.poll()
		OS.delay_msec(1)
func pair(options = null, name = "localhost"):
	var t = tcp()
	var c = StreamPeerTLS.new()
	var s = StreamPeerTLS.new()
	s.accept_stream(t[1], TLSOptions.server(key, cert))
	c.connect_to_stream(t[0], name, options if options else TLSOptions.client(cert))
	pump(c, s)
	return [c, s, t[0], t[1]]
func _ready():
	var crypto = Crypto.new()
	key = crypto.generate_rsa(2048)
	cert = crypto.generate_self_signed_certificate(key, "CN=localhost,O=A,C=DE")
	var n = StreamPeerTLS.new()
	print(n.get_status(), " ", n.get_stream(), " ", n.get_available_bytes(), " ", n.put_data([1]), " ", n.get_data(1)[0], " ", n.get_partial_data(1), " ", n.put_partial_data([1]))
	n.poll()
	n.disconnect_from_stream()
	print(n.connect_to_stream(null, "x"), " ", n.accept_stream(null, null), " ", n.accept_stream(StreamPeerBuffer.new(), null), " ", n.accept_stream(StreamPeerTCP.new(), TLSOptions.client()), " ", n.connect_to_stream(StreamPeerTCP.new(), "x", TLSOptions.server(key, cert)), " ", n.get_status())
	print("unconnected ", n.connect_to_stream(StreamPeerTCP.new(), "x"), " ", n.get_status(), " ", n.get_stream())
	var p = pair()
	print(p[0].get_status(), p[1].get_status(), " ", p[0].get_stream() == p[2], " ", p[1].get_stream() == p[3])
	print(p[0].connect_to_stream(p[2], "localhost"), " ", p[1].accept_stream(p[3], TLSOptions.server(key, cert)), " ", p[0].get_status())
	p[0].put_u8(5); p[0].put_data("hello".to_utf8_buffer()); p[0].put_data("world".to_utf8_buffer())
	OS.delay_msec(5)
	print(p[1].get_available_bytes())
	p[1].poll()
	print(p[1].get_available_bytes(), " ", p[1].get_u8(), " ", p[1].get_available_bytes())
	p[1].poll()
	print(p[1].get_available_bytes(), " ", p[1].get_data(3), " ", p[1].get_available_bytes(), " ", p[1].get_partial_data(10), " ", p[1].get_partial_data(10), " ", p[1].get_partial_data(10))
	# goodbye of either side
	for side in 2:
		p = pair()
		p[side].put_data("last".to_utf8_buffer())
		p[side].disconnect_from_stream()
		print("parted ", p[side].get_status(), " ", p[side].get_stream() == null, " ", p[2 + side].get_status(), " ", p[side].put_data([1]))
		OS.delay_msec(5)
		var o = p[1 - side]
		o.poll()
		print(o.get_status(), " ", o.get_available_bytes(), " ", o.get_data(4), " ", o.get_status())
		o.poll()
		print(o.get_status(), " ", p[3 - side].get_status())
	# the stream below ends
	for side in 2:
		p = pair()
		p[2 + side].disconnect_from_host()
		OS.delay_msec(5)
		print("cut ", p[side].get_status(), " ", p[side].put_data([1]), " ", p[side].get_status())
		var o = p[1 - side]
		o.poll()
		print(o.get_status(), " ", o.get_partial_data(1)[0])
	# names and trust
	var other = crypto.generate_self_signed_certificate(crypto.generate_rsa(2048), "CN=localhost,O=B,C=DE")
	for k in [[TLSOptions.client(cert), "localhost"], [TLSOptions.client(cert), "elsewhere"], [TLSOptions.client(cert, "localhost"), "elsewhere"], [TLSOptions.client(other), "localhost"], [TLSOptions.client_unsafe(), "x"], [TLSOptions.client_unsafe(other), ""], [TLSOptions.client(), "localhost"]]:
		p = pair(k[0], k[1])
		print(k[1], " ", p[0].get_status(), " ", p[0].get_stream() != null, " ", p[2].get_status())
	# not TLS at all
	var t = tcp()
	t[1].put_data("HTTP/1.1 400 Bad\r\n\r\n".to_utf8_buffer())
	OS.delay_msec(5)
	var c = StreamPeerTLS.new()
	print("plain ", c.connect_to_stream(t[0], "localhost", TLSOptions.client(cert)), " ", c.get_status())
	t = tcp()
	t[0].put_data("GET / HTTP/1.1\r\n\r\n".to_utf8_buffer())
	OS.delay_msec(5)
	var s = StreamPeerTLS.new()
	print("plain ", s.accept_stream(t[1], TLSOptions.server(key, cert)), " ", s.get_status())
	# a handshake that stops
	t = tcp()
	c = StreamPeerTLS.new()
	print(c.connect_to_stream(t[0], "localhost", TLSOptions.client(cert)), " ", c.get_status(), " ", c.put_data([1]), " ", c.get_available_bytes(), " ", t[1].get_available_bytes() > 100)
	c.disconnect_from_stream()
	print(c.get_status(), " ", t[0].get_status())
	t = tcp()
	c = StreamPeerTLS.new()
	c.connect_to_stream(t[0], "localhost", TLSOptions.client(cert))
	t[1].disconnect_from_host()
	for i in 10:
		if c.get_status() == 1: c.poll()
		OS.delay_msec(1)
	print(c.get_status(), " ", t[0].get_status())
	get_tree().quit()
