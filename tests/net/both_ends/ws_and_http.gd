extends Node
# One TCPServer answers both web pages and WebSockets; an ordinary request to a WebSocketPeer.
var tcp = TCPServer.new()
func accept(c):
	for i in 200:
		c.poll()
		if tcp.is_connection_available(): return tcp.take_connection()
		OS.delay_msec(1)
func _ready():
	var port = int(OS.get_environment("PORT"))
	tcp.listen(port, "127.0.0.1")
	# HTTPClient to a WebSocketPeer server
	var h = HTTPClient.new()
	h.connect_to_host("127.0.0.1", port)
	var stream = accept(h)
	while h.get_status() == 3: h.poll()
	h.request(HTTPClient.METHOD_GET, "/page", [])
	var w = WebSocketPeer.new()
	w.accept_stream(stream)
	for i in 10:
		h.poll(); w.poll()
		OS.delay_msec(1)
	print(w.get_ready_state(), " ", w.get_close_code(), " ", w.get_requested_url().replace(str(port), "PORT"), " ", h.get_status(), " ", stream.get_status())
	# an upgrade asked for by HTTPClient
	h = HTTPClient.new()
	h.connect_to_host("127.0.0.1", port)
	stream = accept(h)
	while h.get_status() == 3: h.poll()
	h.request(HTTPClient.METHOD_GET, "/chat?a=b", ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: x, y"])
	w = WebSocketPeer.new()
	w.supported_protocols = ["y"]
	w.handshake_headers = ["X-Server: mine"]
	w.accept_stream(stream)
	for i in 10:
		h.poll(); w.poll()
		OS.delay_msec(1)
	print(w.get_ready_state(), " ", w.get_selected_protocol(), " ", w.get_requested_url().replace(str(port), "PORT"), " ", h.get_status(), " ", h.get_response_code(), " ", h.get_response_headers())
	w.send_text("raw frame")
	OS.delay_msec(3)
	print(h.get_response_body_length(), " ", h.connection.get_partial_data(20)[1].hex_encode() if h.connection else "none")
	# WebSocketPeer to a hand-made HTTP server
	for answer in ["HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: wrong\r\n\r\n", "garbage\r\n\r\n", "HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ACCEPT\r\n\r\n"]:
		var c = WebSocketPeer.new()
		c.connect_to_url("ws://127.0.0.1:%d/here" % port)
		var s = accept(c)
		for i in 10:
			c.poll()
			OS.delay_msec(1)
		var asked = s.get_partial_data(2000)[1].get_string_from_utf8()
		var key = ""
		for l in asked.split("\r\n"):
			if l.begins_with("Sec-WebSocket-Key: "): key = l.substr(19)
		s.put_data(answer.replace("ACCEPT", Marshalls.raw_to_base64((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").sha1_buffer())).to_utf8_buffer())
		OS.delay_msec(3)
		c.poll()
		print(answer.left(20).c_escape(), " ", asked.split("\r\n")[0], " ", c.get_ready_state(), " ", c.get_close_code(), " ", s.poll(), " ", s.get_status())
		if c.get_ready_state() == 1:
			s.put_data(PackedByteArray([0x88, 2, 3, 232]))
			OS.delay_msec(3)
			c.poll()
			print("  ", c.get_ready_state(), " ", c.get_close_code(), " ", s.get_partial_data(100)[1].size())
	get_tree().quit()
