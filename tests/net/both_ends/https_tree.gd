extends Node
# HTTPRequest over TLS against a server in the same tree: trust, names, redirects between http and https.
var key
var cert
var plain = TCPServer.new()
var secure = TCPServer.new()
var streams = []
var hits = []
func _process(_d):
	while plain.is_connection_available(): streams.append([plain.take_connection(), "", "http"])
	while secure.is_connection_available():
		var t = StreamPeerTLS.new()
		t.accept_stream(secure.take_connection(), TLSOptions.server(key, cert))
		streams.append([t, "", "https"])
	for s in streams.duplicate():
		var live = s[0].get_status() in ([1, 2] if s[2] == "https" else [2])
		if live: s[0].poll()
		if not s[0].get_status() == 2:
			if s[0].get_status() != 1: streams.erase(s)
			continue
		var n = s[0].get_available_bytes()
		if n > 0: s[1] += s[0].get_data(n)[1].get_string_from_utf8()
		if "\r\n\r\n" in s[1]:
			var path = s[1].split(" ")[1]
			hits.append(s[2] + path + (" auth" if "Authorization" in s[1] else ""))
			s[1] = ""
			var a = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
			if path == "/up": a = "HTTP/1.1 301 M\r\nLocation: https://localhost:%s/done\r\nContent-Length: 0\r\n\r\n" % OS.get_environment("PORT2")
			if path == "/down": a = "HTTP/1.1 301 M\r\nLocation: http://127.0.0.1:%s/done\r\nContent-Length: 0\r\n\r\n" % OS.get_environment("PORT")
			if path == "/big": a = "HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + "y".repeat(50000)
			s[0].put_data(a.to_utf8_buffer())
func go(url, options = null, timeout = 5.0):
	var q = HTTPRequest.new()
	add_child(q)
	if options: q.set_tls_options(options)
	q.timeout = timeout
	hits.clear()
	var e = q.request(url)
	if e != OK:
		print(url.get_file(), " ", e)
		return
	var r = await q.request_completed
	print(url.get_slice(":", 0), " ", url.get_file(), " ", r[0], " ", r[1], " ", r[3].size(), " ", hits)
	q.queue_free()
func _ready():
	var crypto = Crypto.new()
	key = crypto.generate_rsa(2048)
	cert = crypto.generate_self_signed_certificate(key, "CN=localhost,O=A,C=DE")
	print(plain.listen(int(OS.get_environment("PORT"))), secure.listen(int(OS.get_environment("PORT2"))))
	var h = "http://127.0.0.1:" + OS.get_environment("PORT")
	var s = "https://localhost:" + OS.get_environment("PORT2")
	await go(h + "/x")
	await go(s + "/trusted", TLSOptions.client(cert))
	await go(s + "/unsafe", TLSOptions.client_unsafe())
	await go(s + "/unknown")
	await go(s + "/wrongname", TLSOptions.client(cert, "example.com"))
	await go("https://127.0.0.1:" + OS.get_environment("PORT2") + "/address", TLSOptions.client(cert))
	await go("https://127.0.0.1:" + OS.get_environment("PORT2") + "/override", TLSOptions.client(cert, "localhost"))
	await go(s + "/big", TLSOptions.client(cert))
	await go(h + "/up", TLSOptions.client(cert))
	await go(s + "/down", TLSOptions.client(cert))
	await go("https://127.0.0.1:" + OS.get_environment("PORT") + "/tlstoplain", TLSOptions.client_unsafe(), 0.3)
	var q = HTTPRequest.new()
	q.set_tls_options(null); q.set_tls_options(TLSOptions.server(key, cert))
	q.free()
	get_tree().quit()
