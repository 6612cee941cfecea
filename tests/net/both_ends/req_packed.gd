extends Node
var tcp = TCPServer.new()
var peers = []
var pages = {}
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
			var ask = "accept-encoding" in p[1].to_lower()
			p[1] = ""
			var page = pages[path]
			p[0].put_data(("HTTP/1.1 200 OK\r\n%sX-Asked: %s\r\n\r\n" % [page[0], ask]).to_utf8_buffer() + page[1])
func chunks(data, size):
	var out = PackedByteArray()
	for i in range(0, data.size(), size):
		var part = data.slice(i, i + size)
		out += ("%x\r\n" % part.size()).to_utf8_buffer() + part + "\r\n".to_utf8_buffer()
	return out + "0\r\n\r\n".to_utf8_buffer()
func go(path, setup = null):
	var q = HTTPRequest.new()
	add_child(q)
	if setup: setup.call(q)
	q.request("http://127.0.0.1:%s%s" % [OS.get_environment("PORT"), path])
	var r = await q.request_completed
	print(path, " ", r[0], " ", r[1], " ", r[2].size(), " ", r[3].size(), " ", r[3].slice(0, 10).get_string_from_utf8(), " body ", q.get_body_size(), " down ", q.get_downloaded_bytes() == pages[path][1].size() or r[0] != 0 or path.begins_with("/chunk"))
	q.queue_free()
func _ready():
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var text = "zipped and sent ".repeat(1000).to_utf8_buffer()
	var gz = text.compress(FileAccess.COMPRESSION_GZIP)
	var df = text.compress(FileAccess.COMPRESSION_DEFLATE)
	var small = "tiny".to_utf8_buffer().compress(FileAccess.COMPRESSION_GZIP)
	pages = {
		"/gz": ["Content-Encoding: gzip\r\nContent-Length: %d\r\n" % gz.size(), gz],
		"/df": ["Content-Encoding: deflate\r\nContent-Length: %d\r\n" % df.size(), df],
		"/upper": ["content-encoding: GZIP\r\nContent-Length: %d\r\n" % gz.size(), gz],
		"/chunkgz": ["Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks(gz, 50)],
		"/chunkone": ["Transfer-Encoding: chunked\r\n", chunks("chunk by chunk".to_utf8_buffer(), 1)],
		"/small": ["Content-Encoding: gzip\r\nContent-Length: %d\r\n" % small.size(), small],
		"/identity": ["Content-Encoding: identity\r\nContent-Length: 4\r\n", "same".to_utf8_buffer()],
		"/br": ["Content-Encoding: br\r\nContent-Length: 4\r\n", "same".to_utf8_buffer()],
		"/emptygz": ["Content-Encoding: gzip\r\nContent-Length: 0\r\n", PackedByteArray()],
		"/plain": ["Content-Length: %d\r\n" % text.size(), text]}
	for p in pages: await go(p)
	for p in ["/gz", "/plain"]:
		await go(p, func(q): q.accept_gzip = false)
		await go(p, func(q): q.use_threads = true)
		await go(p, func(q): q.body_size_limit = 16000)
		await go(p, func(q): q.body_size_limit = 15999)
		if p != "/gz": await go(p, func(q): q.download_chunk_size = 256)
		await go(p, func(q): q.download_file = "user://page.txt")
		print("  file ", FileAccess.get_file_as_bytes("user://page.txt") == text)
	await go("/chunkone", func(q): q.body_size_limit = 14)
	await go("/chunkone", func(q): q.body_size_limit = 13)
	await go("/gz", func(q): q.download_file = "user://no/where.txt")
	get_tree().quit()
