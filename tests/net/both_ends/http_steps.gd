extends Node
# HTTPClient polled by hand, the server's bytes coming in pieces.
func _ready():
	var tcp = TCPServer.new()
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var answers = [["HTTP/1.1 200 OK\r\n", "Content-Length: 6\r\n", "\r\n", "abc", "def"], ["HTTP/1.1 200 OK\r\nContent-Le", "ngth: 4\r\n\r\nab", "cd"], ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3", "\r\n", "abc\r\n0\r\n", "\r\n"], ["HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"], ["HTTP/1.1 404\r\nContent-Length: 1\r\n\r\nz"], ["HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 1\r\n\r\nf"], ["HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 1\r\n\r\n!"]]
	for parts in answers:
		var h = HTTPClient.new()
		h.connect_to_host("127.0.0.1", int(OS.get_environment("PORT")))
		while not tcp.is_connection_available() or h.get_status() == 3:
			h.poll()
			OS.delay_msec(1)
		var s = tcp.take_connection()
		print(parts[0].left(40).c_escape(), " request ", h.request(HTTPClient.METHOD_GET, "/", []), " ", s.get_available_bytes())
		print("   poll ", h.poll(), " ", h.get_status())
		OS.delay_msec(3)
		print("   ", s.get_available_bytes() > 20, " ", s.get_partial_data(1000)[1].get_string_from_utf8().split("\r\n")[0])
		for p in parts:
			s.put_data(p.to_utf8_buffer())
			OS.delay_msec(3)
			var line = [h.poll(), h.get_status(), h.get_response_code()]
			if h.get_status() == HTTPClient.STATUS_BODY:
				line += [h.get_response_body_length(), h.is_response_chunked()]
				for i in 2:
					if h.get_status() == HTTPClient.STATUS_BODY:
						line += [h.read_response_body_chunk().get_string_from_utf8(), h.get_status()]
			print("   ", line)
		print("   ", h.has_response(), " ", h.get_response_headers())
		s.disconnect_from_host()
		OS.delay_msec(3)
		var e = h.poll()
		print("   ended ", e, " ", h.get_status(), " ", h.read_response_body_chunk().get_string_from_utf8() if h.get_status() == HTTPClient.STATUS_BODY else "-", " ", h.get_status())
	get_tree().quit()
