extends Node
var tcp = TCPServer.new()
var key
var cert
var served = []
var clients = []
var frame = 0
var log = {}
func _ready():
	var crypto = Crypto.new()
	key = crypto.generate_rsa(2048)
	cert = crypto.generate_self_signed_certificate(key, "CN=localhost,O=A,C=DE")
	print(tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1"))
	for o in [TLSOptions.client(cert), TLSOptions.client_unsafe(), TLSOptions.client(cert, "localhost"), TLSOptions.client(), null, TLSOptions.client(cert, "wrong")]:
		var w = WebSocketPeer.new()
		w.supported_protocols = ["p%d" % clients.size()]
		print(w.connect_to_url("wss://localhost:%s/c%d" % [OS.get_environment("PORT"), clients.size()], o))
		clients.append(w)
	var plain = WebSocketPeer.new()
	print(plain.connect_to_url("ws://127.0.0.1:%s/plain" % OS.get_environment("PORT")))
	clients.append(plain)
func note(who, what):
	if not log.has(who): log[who] = []
	if log[who].is_empty() or log[who][-1] != what: log[who].append(what)
func _process(_d):
	frame += 1
	while tcp.is_connection_available():
		var tls = StreamPeerTLS.new()
		tls.accept_stream(tcp.take_connection(), TLSOptions.server(key, cert))
		var w = WebSocketPeer.new()
		w.supported_protocols = ["p0", "p1", "p2", "p3"]
		w.accept_stream(tls)
		served.append(w)
	for w in served:
		w.poll()
		while w.get_available_packet_count():
			var b = w.get_packet()
			w.send(b, WebSocketPeer.WRITE_MODE_TEXT if w.was_string_packet() else WebSocketPeer.WRITE_MODE_BINARY)
	for i in clients.size():
		var w = clients[i]
		w.poll()
		if w.get_ready_state() == 3: note(i, "closed")
		while w.get_available_packet_count():
			var b = w.get_packet()
			note(i, str([b.size(), b.get_string_from_utf8().left(20), w.was_string_packet()]))
	OS.delay_msec(1)
	if frame == 60:
		for w in clients:
			if w.get_ready_state() == 1:
				w.send_text("hello"); w.send("x".repeat(60000).to_utf8_buffer()); w.send_text("ü€")
	if frame == 110:
		for w in clients:
			if w.get_ready_state() == 1: w.close(4000, "enough")
	if frame == 140:
		for i in clients.size(): print(i, " ", log[i], " ", clients[i].get_ready_state(), " ", clients[i].get_selected_protocol())
		var lines = served.map(func(w): return "%s %d %d %s" % [w.get_requested_url(), w.get_ready_state(), w.get_close_code(), w.get_selected_protocol()])
		lines.sort()
		for l in lines: print(l)
		get_tree().quit()
