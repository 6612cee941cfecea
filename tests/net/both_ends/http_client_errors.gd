extends Node
func _ready():
	var h = HTTPClient.new()
	print(h.poll(), " ", h.get_status(), " ", h.has_response(), " ", h.is_response_chunked(), " ", h.get_response_code(), " ", h.get_response_headers(), " ", h.get_response_headers_as_dictionary(), " ", h.get_response_body_length(), " ", h.read_response_body_chunk(), " ", h.connection)
	print(h.request(0, "/", []), " ", h.request(-1, "/", []), " ", h.request(9, "/", []), " ", h.request(0, "", []), " ", h.request(0, "x", []), " ", h.request(0, "/ x", []), " ", h.request(0, "/", ["bad"]), " ", h.request(0, "/", ["a: b\r\nc: d"]), " ", h.request_raw(0, "/", [], PackedByteArray()))
	h.read_chunk_size = 100
	h.read_chunk_size = 1 << 25
	h.read_chunk_size = 256
	print(h.read_chunk_size, " ", h.blocking_mode_enabled)
	h.close(); h.close()
	for host in ["", "a", "abc", "http://", "https://", "ftp://127.0.0.1", "127.0.0.1", "http://127.0.0.1", "HTTP://127.0.0.1", "http://127.0.0.1:80", "local host", "http://127.0.0.1/path"]:
		print(host, " ", h.connect_to_host(host, int(OS.get_environment("PORT"))), " ", h.get_status())
		h.close()
	for port in [0, -1, -2, 65535, 65536, 70000]:
		print(port, " ", h.connect_to_host("127.0.0.1", port), " ", h.get_status())
		h.close()
	print(h.connect_to_host("127.0.0.1", int(OS.get_environment("PORT")), TLSOptions.server(CryptoKey.new(), X509Certificate.new())), " ", h.get_status())
	print(h.connect_to_host("127.0.0.1", int(OS.get_environment("PORT"))), " ", h.request(0, "/", []))
	for i in 100:
		h.poll()
		if h.get_status() != 3: break
		OS.delay_msec(1)
	print(h.get_status(), " ", h.poll(), " ", h.get_status(), " ", h.request(0, "/", []), " ", h.connection)
	h.connection = null
	print(h.connection)
	h.connection = StreamPeerBuffer.new()
	print(h.get_status(), " ", h.connection != null)
	print(h.request(0, "/x", ["A: b"]), " ", h.get_status())
	print(h.connection.data_array.get_string_from_utf8().split("\r\n")[0] if h.connection else "no")
	h.set_http_proxy("127.0.0.1", 8080); h.set_https_proxy("", -1)
	for d in [{}, {"a": 1}, {"a": null}, {"a": [1, "b", null]}, {"a b": "c&d=ü"}, {"x": true, "y": 1.5, "z": Vector2(1, 2)}, {1: 2}, {"e": ""}, {"n": []}, {"a": PackedStringArray(["x", "y"])}, {&"s": &"t"}]:
		print(h.query_string_from_dict(d))
	get_tree().quit()
