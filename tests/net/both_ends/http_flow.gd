extends Node
# HTTPClient beside a server in the same program, step by step.
var tcp = TCPServer.new()
var peers = []
var asked = []
func serve(answer = ""):
	while tcp.is_connection_available():
		peers.append([tcp.take_connection(), ""])
	for p in peers:
		if p[0].get_status() != 2: continue
		p[0].poll()
		if p[0].get_status() != 2: continue
		var n = p[0].get_available_bytes()
		if n > 0: p[1] += p[0].get_data(n)[1].get_string_from_utf8()
		if "\r\n\r\n" in p[1]:
			asked.append(p[1])
			p[1] = ""
			if answer != "":
				p[0].put_data(answer.to_utf8_buffer())
				if "close" in answer: p[0].disconnect_from_host()
func clean(t): return Array(t.split("\r\n")).filter(func(l): return not l.begins_with("User-Agent")).map(func(l): return l.replace(OS.get_environment("PORT"), "PORT"))
func connected():
	var h = HTTPClient.new()
	var line = [h.connect_to_host("127.0.0.1", int(OS.get_environment("PORT"))), h.get_status()]
	while h.get_status() == 3:
		h.poll()
		OS.delay_msec(1)
	line.append(h.get_status())
	return [h, line]
func ask(h, method, path, headers, body, answer):
	asked.clear()
	var steps = [h.request(method, path, headers, body)]
	for i in 100:
		serve(answer)
		h.poll()
		if steps[-1] != h.get_status(): steps.append(h.get_status())
		if h.get_status() != 6: break
		OS.delay_msec(1)
	print(steps, " code ", h.get_response_code(), " len ", h.get_response_body_length(), " chunked ", h.is_response_chunked(), " has ", h.has_response())
	print("   ", h.get_response_headers())
	print("   ", h.get_response_headers_as_dictionary() if h.has_response() else "-")
	var got = PackedByteArray()
	var pieces = 0
	for i in 200:
		if h.get_status() != 7: break
		serve()
		h.poll()
		if h.get_status() != 7: break
		var b = h.read_response_body_chunk()
		if b.size(): pieces += 1
		got += b
		if b.size() == 0: OS.delay_msec(1)
	print("   ", got.size(), " '", got.get_string_from_utf8().left(40), "' status ", h.get_status(), " code ", h.get_response_code(), " ", h.get_response_body_length())
	for a in asked: print("   ", clean(a))
func _ready():
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var c = connected()
	print(c[1])
	var h = c[0]
	ask(h, HTTPClient.METHOD_GET, "/a", [], "", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a: 2\r\nSet-Cookie: a=b; c\r\n\r\nhello")
	ask(h, HTTPClient.METHOD_GET, "/empty", ["Host: other"], "", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
	ask(h, HTTPClient.METHOD_POST, "/post?x=1&y=%20", ["Content-Type: text/plain"], "dätä", "HTTP/1.1 201 Created at last\r\nContent-Length:3\r\nEmpty:\r\n\r\nabc")
	ask(h, HTTPClient.METHOD_PUT, "/put", ["Content-Length: 2"], "xy", "HTTP/1.1 204 No Content\r\n\r\n")
	ask(h, HTTPClient.METHOD_HEAD, "/head", [], "", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
	ask(h, HTTPClient.METHOD_DELETE, "/del", [], "", "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone")
	ask(h, HTTPClient.METHOD_OPTIONS, "*", [], "", "HTTP/1.1 200 OK\r\nAllow: GET\r\nContent-Length: 0\r\n\r\n")
	ask(h, HTTPClient.METHOD_PATCH, "/chunks", [], "p", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
	ask(h, HTTPClient.METHOD_CONNECT, "127.0.0.1:80", [], "", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
	print(h.get_status())
	for answer in ["HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\nlast", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end", "HTTP/1.1 200\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx", "HTTP/1.1 500 Bad\nConnection: close\nContent-Length: 1\n\nx", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\nshort"]:
		c = connected()
		ask(c[0], HTTPClient.METHOD_GET, "/x", [], "", answer)
	get_tree().quit()
