extends Node
var seen = []
func note(h):
	if seen.is_empty() or seen[-1] != h.get_status():
		seen.append(h.get_status())
func wait(h, states):
	var n = 0
	while h.get_status() in states and n < 2000:
		h.poll()
		note(h)
		OS.delay_msec(1)
		n += 1
func body(h):
	var b = PackedByteArray()
	while h.get_status() == HTTPClient.STATUS_BODY:
		h.poll()
		b.append_array(h.read_response_body_chunk())
		OS.delay_msec(1)
	return b
func ask(h, method, path, headers = PackedStringArray(), data = ""):
	seen = []
	print(method, " ", path, " -> ", h.request(method, path, headers, data), " ", h.get_status())
	wait(h, [HTTPClient.STATUS_REQUESTING])
	print("  status ", h.get_status(), " has ", h.has_response(), " code ", h.get_response_code(), " chunked ", h.is_response_chunked(), " length ", h.get_response_body_length() if path != "/echo" else 0)
	print("  ", h.get_response_headers_as_dictionary() if path != "/echo" else h.get_response_headers().size(), " ", h.get_response_headers())
	var b = body(h)
	print("  body ", b.size() if path != "/echo" else 0, " ", Array(b.get_string_from_utf8().split("\r\n")).filter(func(l): return not l.begins_with("User-Agent: G") and not l.begins_with("User-Agent: S")), " status ", h.get_status(), " code ", h.get_response_code(), " ", h.has_response())
func _ready():
	var port = int(OS.get_environment("PORT"))
	var h = HTTPClient.new()
	print(h.get_status(), " ", h.poll(), " ", h.has_response(), " ", h.get_response_code(), " ", h.get_response_headers(), " ", h.get_response_body_length(), " ", h.read_chunk_size, " ", h.blocking_mode_enabled, " ", h.connection)
	print(h.request(HTTPClient.METHOD_GET, "/", []), " ", h.read_response_body_chunk())
	print(h.connect_to_host("127.0.0.1", port), " ", h.get_status(), " again ", h.connect_to_host("127.0.0.1", port), " ", h.get_status())
	seen = [h.get_status()]
	wait(h, [HTTPClient.STATUS_CONNECTING, HTTPClient.STATUS_RESOLVING])
	print(h.get_status())
	ask(h, HTTPClient.METHOD_GET, "/length")
	ask(h, HTTPClient.METHOD_GET, "/chunked", ["Accept: text/plain", "X-Own: ü"])
	ask(h, HTTPClient.METHOD_HEAD, "/length")
	ask(h, HTTPClient.METHOD_GET, "/none")
	ask(h, HTTPClient.METHOD_GET, "/empty")
	ask(h, HTTPClient.METHOD_POST, "/echo", ["Content-Type: text/plain"], "hello grüß")
	ask(h, HTTPClient.METHOD_POST, "/echo", ["Content-Length: 3", "Host: other", "User-Agent: me"], "abc")
	ask(h, HTTPClient.METHOD_PUT, "/echo")
	ask(h, HTTPClient.METHOD_DELETE, "/missing")
	ask(h, HTTPClient.METHOD_OPTIONS, "/error")
	ask(h, HTTPClient.METHOD_PATCH, "/echo", [], "p")
	ask(h, HTTPClient.METHOD_TRACE, "/odd")
	print(h.request_raw(HTTPClient.METHOD_POST, "/echo", [], PackedByteArray([0, 255])), " ", h.request(HTTPClient.METHOD_GET, "/", []))
	wait(h, [HTTPClient.STATUS_REQUESTING])
	print(h.request(HTTPClient.METHOD_GET, "/", []), " ", h.get_status())
	h.read_chunk_size = 300
	print(h.read_response_body_chunk().slice(-2), " ", h.get_status())
	print(body(h).size())
	print(h.request(HTTPClient.METHOD_GET, "no_slash", []), " ", h.request(99, "/", []), " ", h.request(HTTPClient.METHOD_GET, "/", ["bad"]))
	h.close()
	print(h.get_status(), " ", h.has_response(), " ", h.get_response_code())
	h.connect_to_host("http://127.0.0.1", port)
	wait(h, [HTTPClient.STATUS_CONNECTING, HTTPClient.STATUS_RESOLVING])
	ask(h, HTTPClient.METHOD_GET, "/close")
	h.close()
	h.connect_to_host("127.0.0.1", port)
	wait(h, [HTTPClient.STATUS_CONNECTING, HTTPClient.STATUS_RESOLVING])
	ask(h, HTTPClient.METHOD_GET, "/ten")
	ask(h, HTTPClient.METHOD_GET, "/ten")
	h.close()
	h.blocking_mode_enabled = true
	print(h.connect_to_host("localhost", port), " ", h.poll())
	while h.get_status() in [HTTPClient.STATUS_CONNECTING, HTTPClient.STATUS_RESOLVING]:
		h.poll()
	ask(h, HTTPClient.METHOD_GET, "/length")
	h.close()
	for bad in [["", 80], ["127.0.0.1", 0], ["127.0.0.1", 70000], ["nothing.invalid", 80], ["https://", 80], ["ftp://x", 80], ["http://127.0.0.1/path", port]]:
		var k = HTTPClient.new()
		var e = k.connect_to_host(bad[0], bad[1])
		wait(k, [HTTPClient.STATUS_CONNECTING, HTTPClient.STATUS_RESOLVING])
		print(bad[0], " ", e, " ", k.get_status())
	var r = HTTPClient.new()
	r.connect_to_host("127.0.0.1", 1)
	wait(r, [HTTPClient.STATUS_CONNECTING, HTTPClient.STATUS_RESOLVING])
	print(r.get_status(), " ", r.request(HTTPClient.METHOD_GET, "/", []))
	print(h.query_string_from_dict({"a": 1, "b c": "ü&=", "list": [1, "x", null], "none": null, "t": true, "f": 1.5}))
	var last = StreamPeerTCP.new()
	last.connect_to_host("127.0.0.1", port)
	while last.get_status() == StreamPeerTCP.STATUS_CONNECTING:
		last.poll()
	last.put_data("QUIT\r\n\r\n".to_utf8_buffer())
	OS.delay_msec(50)
	get_tree().quit()
