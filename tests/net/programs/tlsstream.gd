extends Node
var crypto = Crypto.new()
func pump(a, b, n = 60):
	for i in n:
		if a.get_status() in [1, 2]: a.poll()
		if b.get_status() in [1, 2]: b.poll()
		OS.delay_msec(1)
func _ready():
	var key = crypto.generate_rsa(2048)
	var cert = crypto.generate_self_signed_certificate(key, "CN=localhost,O=A,C=DE")
	var server = TCPServer.new()
	server.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var tcp = StreamPeerTCP.new()
	tcp.connect_to_host("127.0.0.1", int(OS.get_environment("PORT")))
	while not server.is_connection_available() or tcp.get_status() != StreamPeerTCP.STATUS_CONNECTED:
		tcp.poll()
		OS.delay_msec(1)
	var other = server.take_connection()
	var c = StreamPeerTLS.new()
	var s = StreamPeerTLS.new()
	print(c.get_status(), " ", c.get_available_bytes(), " ", c.get_stream() == null, " ", c.put_data("x".to_utf8_buffer()))
	print(s.accept_stream(other, TLSOptions.server(key, cert)), " ", c.connect_to_stream(tcp, "localhost", TLSOptions.client(cert)))
	pump(c, s)
	print(c.get_status(), " ", s.get_status(), " ", c.get_stream() == tcp, " ", s.get_stream() == other)
	c.big_endian = true
	s.big_endian = true
	c.put_u32(1234567); c.put_utf8_string("grüß"); c.put_var({"a": [1.5, null]}); c.put_double(-2.5)
	pump(c, s)
	print(s.get_u32(), " ", s.get_utf8_string(), " ", s.get_var(), " ", s.get_double())
	var blob = PackedByteArray()
	for i in 30000: blob.append(i * 7 % 256)
	print(s.put_data(blob))
	var got = PackedByteArray()
	for i in 400:
		c.poll()
		if c.get_available_bytes() > 0:
			got += c.get_partial_data(7000)[1]
		OS.delay_msec(1)
		if got.size() == 30000: break
	print(got == blob)
	print(c.put_partial_data(PackedByteArray([1, 2, 3])), " ", c.put_data(PackedByteArray()))
	pump(c, s)
	print(s.get_partial_data(10), " ", s.get_partial_data(10))
	c.put_data("bye".to_utf8_buffer())
	c.disconnect_from_stream()
	print(c.get_status(), " ", tcp.get_status(), " ", c.get_stream() == null)
	pump(c, s, 20)
	print(s.get_data(3)[1].get_string_from_utf8())
	pump(c, s, 20)
	print(s.get_status(), " ", other.get_status(), " ", s.get_partial_data(1))
	get_tree().quit()
