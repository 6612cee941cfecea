extends Node
var tcp = TCPServer.new()
var peers = []
var base
func _process(_d):
	while tcp.is_connection_available():
		peers.append([tcp.take_connection(), ""])
	for p in peers:
		if p[0].get_status() != 2: continue
		p[0].poll()
		if p[0].get_status() != 2: continue
		var n = p[0].get_available_bytes()
		if n > 0: p[1] += p[0].get_data(n)[1].get_string_from_utf8()
		if "\r\n\r\n" in p[1]:
			var path = p[1].split(" ")[1]
			p[1] = ""
			if path == "/half": p[0].put_data("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".to_utf8_buffer())
			elif path != "/silent": p[0].put_data("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".to_utf8_buffer())
func _ready():
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	base = "http://127.0.0.1:" + OS.get_environment("PORT")
	var q = HTTPRequest.new()
	print(q.request(base), " ", q.get_http_client_status(), " ", q.get_body_size(), " ", q.get_downloaded_bytes())
	q.cancel_request()
	add_child(q)
	q.request_completed.connect(func(r, c, h, b): print("  done ", r, " ", c, " ", h.size(), " ", b.get_string_from_utf8()))
	print(q.request(base + "/silent"), " ", q.request(base + "/ok"), " ", q.get_http_client_status())
	q.cancel_request()
	print(q.get_http_client_status())
	print(q.request(base + "/ok"))
	await q.request_completed
	print("inside ", q.get_http_client_status())
	print(q.request(base + "/half"))
	for i in 20: await get_tree().process_frame
	print(q.get_http_client_status(), " ", q.get_downloaded_bytes(), " ", q.get_body_size())
	q.cancel_request()
	print(q.get_http_client_status(), " ", q.get_downloaded_bytes(), " ", q.get_body_size())
	q.cancel_request()
	# again from inside the signal
	var again = [2]
	var f = func(_r, _c, _h, _b):
		if again[0]:
			again[0] -= 1
			print("  again ", q.request(base + "/ok"))
	q.request_completed.connect(f)
	q.request(base + "/ok")
	while again[0]: await q.request_completed
	await q.request_completed
	q.request_completed.disconnect(f)
	# leaving the tree
	print(q.request(base + "/silent"))
	for i in 10: await get_tree().process_frame
	remove_child(q)
	print(q.get_http_client_status(), " ", q.request(base + "/ok"))
	add_child(q)
	print(q.get_http_client_status(), " ", q.request(base + "/ok"))
	await q.request_completed
	q.set_process_internal(true)
	# settings while busy
	q.request(base + "/silent")
	q.timeout = 0.1
	q.max_redirects = 3
	print(q.use_threads, " ", q.timeout, " ", q.max_redirects)
	q.cancel_request()
	q.use_threads = false
	print(q.use_threads)
	q.timeout = -1
	q.download_chunk_size = 10
	q.body_size_limit = -5
	q.download_chunk_size = 1 << 30
	print(q.timeout, " ", q.download_chunk_size, " ", q.body_size_limit)
	q.download_chunk_size = 256
	q.timeout = 0.15
	q.request(base + "/half")
	await q.request_completed
	print(q.get_http_client_status(), " ", q.get_downloaded_bytes())
	print(q.request("ftp://x"), " ", q.request(""), " ", q.request("http://"), " ", q.request("x"), " ", q.request("http:///x"), " ", q.request(base + "/ok", ["bad"]), " ", q.request(base + "/ok", ["a: b\n"]), " ", q.request(base + "/ok", [], 99))
	q.cancel_request()
	# several at once
	var order = []
	for i in 5:
		var r = HTTPRequest.new()
		r.name = "R%d" % i
		add_child(r)
		r.request_completed.connect(func(_a, c, _b, _d): order.append([r.name, c]))
		r.request(base + "/ok")
	while order.size() < 5: await get_tree().process_frame
	print(order)
	q.queue_free()
	q.request(base + "/silent")
	await get_tree().create_timer(0.05).timeout
	print(is_instance_valid(q))
	get_tree().quit()
