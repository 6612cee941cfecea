extends Node
func _ready():
	var crypto = Crypto.new()
	var key = crypto.generate_rsa(2048)
	var cert = crypto.generate_self_signed_certificate(key, "CN=localhost,O=A,C=DE")
	var other = crypto.generate_self_signed_certificate(crypto.generate_rsa(2048), "CN=localhost,O=B,C=DE")
	var port = int(OS.get_environment("PORT"))
	var tcp = TCPServer.new()
	tcp.listen(port)
	var kinds = {"trusted": ["localhost", TLSOptions.client(cert)], "other": ["localhost", TLSOptions.client(other)], "unsafe": ["localhost", TLSOptions.client_unsafe()], "system": ["localhost", null], "address": ["127.0.0.1", TLSOptions.client(cert)], "override": ["127.0.0.1", TLSOptions.client(cert, "localhost")], "wrong override": ["localhost", TLSOptions.client(cert, "elsewhere")]}
	for k in kinds:
		var c = WebSocketPeer.new()
		var e = c.connect_to_url("wss://%s:%d/x" % [kinds[k][0], port], kinds[k][1])
		while not tcp.is_connection_available():
			c.poll()
			OS.delay_msec(1)
		var tls = StreamPeerTLS.new()
		var a = tls.accept_stream(tcp.take_connection(), TLSOptions.server(key, cert))
		var s = WebSocketPeer.new()
		print(k, " ", e, " ", a, " ", s.accept_stream(tls))
		for i in 1000:
			c.poll(); s.poll()
			if c.get_ready_state() != 0 and s.get_ready_state() != 0: break
			OS.delay_msec(1)
		print("  ", c.get_ready_state(), s.get_ready_state(), " ", c.get_close_code(), " ", s.get_requested_url())
		if c.get_ready_state() == 1:
			c.send_text("hello"); s.send("back".to_utf8_buffer())
			for i in 100:
				c.poll(); s.poll()
				OS.delay_msec(1)
			print("  ", s.get_packet().get_string_from_utf8(), " ", c.get_packet().get_string_from_utf8(), " ", c.get_connected_host())
		c.close(-1); s.close(-1)
	get_tree().quit()
