extends Node
# An https server in GDScript, asked by HTTPClient and HTTPRequest.
var crypto = Crypto.new()
var key
var cert
var tcp = TCPServer.new()
var streams = []
func serve():
	while tcp.is_connection_available():
		var t = StreamPeerTLS.new()
		t.accept_stream(tcp.take_connection(), TLSOptions.server(key, cert))
		streams.append([t, ""])
	for s in streams.duplicate():
		if s[0].get_status() == StreamPeerTLS.STATUS_CONNECTED or s[0].get_status() == StreamPeerTLS.STATUS_HANDSHAKING:
			s[0].poll()
		if s[0].get_status() != StreamPeerTLS.STATUS_CONNECTED:
			if s[0].get_status() != StreamPeerTLS.STATUS_HANDSHAKING: streams.erase(s)
			continue
		var n = s[0].get_available_bytes()
		if n > 0:
			s[1] += s[0].get_data(n)[1].get_string_from_utf8()
		if s[1].ends_with("\r\n\r\n"):
			var words = s[1].split(" ")
			s[1] = ""
			var body = "you asked for " + words[1]
			s[0].put_data(("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % [body.length(), body]).to_utf8_buffer())
func client(options):
	var h = HTTPClient.new()
	var e = h.connect_to_host("https://localhost", tcp.get_local_port(), options)
	for i in 2000:
		if not h.get_status() in [HTTPClient.STATUS_CONNECTING, HTTPClient.STATUS_RESOLVING]: break
		h.poll(); serve(); OS.delay_msec(1)
	var line = [e, h.get_status()]
	if h.get_status() == HTTPClient.STATUS_CONNECTED:
		for path in ["/one", "/two"]:
			line.append(h.request(HTTPClient.METHOD_GET, path, []))
			while h.get_status() == HTTPClient.STATUS_REQUESTING:
				h.poll(); serve()
			var b = PackedByteArray()
			while h.get_status() == HTTPClient.STATUS_BODY:
				h.poll(); serve()
				b += h.read_response_body_chunk()
			line.append(b.get_string_from_utf8())
	h.close()
	print(line)
func _ready():
	key = crypto.generate_rsa(2048)
	cert = crypto.generate_self_signed_certificate(key, "CN=localhost,O=A,C=DE")
	tcp.listen(0, "127.0.0.1")
	print(tcp.get_local_port() > 0)
	client(TLSOptions.client(cert))
	client(TLSOptions.client_unsafe())
	client(null)
	client(TLSOptions.client(cert, "elsewhere"))
	client(TLSOptions.client(cert, "localhost"))
	var h = HTTPClient.new()
	print(h.connect_to_host("https://localhost", 1, TLSOptions.server(key, cert)), " ", h.get_status())
	for options in [TLSOptions.client(cert), null]:
		var q = HTTPRequest.new()
		add_child(q)
		q.set_tls_options(options)
		print(q.request("https://localhost:%d/three" % tcp.get_local_port()))
		var r = await q.request_completed
		print(r[0], " ", r[1], " ", r[3].get_string_from_utf8())
		q.queue_free()
	get_tree().quit()
func _process(_d):
	serve()
