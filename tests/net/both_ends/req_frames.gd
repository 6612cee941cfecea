extends Node
# In which frame each step of HTTPRequest and HTTPClient shows, with the server before or behind them.
class Web extends Node:
	var tcp = TCPServer.new()
	var peers = []
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
				match path:
					"/redirect": p[0].put_data("HTTP/1.1 302 F\r\nLocation: /ok\r\nContent-Length: 0\r\n\r\n".to_utf8_buffer())
					"/none": p[0].put_data("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_utf8_buffer())
					"/big": p[0].put_data(("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100000)).to_utf8_buffer())
					"/chunked": p[0].put_data("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n".to_utf8_buffer())
					_: p[0].put_data("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".to_utf8_buffer())
class Watch extends Node:
	var q
	var was = -1
	var start = 0
	var log = []
	func _process(_d):
		if q and q.get_http_client_status() != was:
			was = q.get_http_client_status()
			log.append([Engine.get_process_frames() - start, was])
var frame = 0
func _ready():
	var web = Web.new()
	web.tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	add_child(web)
	await get_tree().process_frame
	for order in 2:
		if order: move_child(web, -1)
		for path in ["/ok", "/none", "/redirect"]:
			var w = Watch.new()
			var q = HTTPRequest.new()
			q.accept_gzip = false
			add_child(q)
			add_child(w)
			if order: move_child(web, -1)
			w.q = q
			await get_tree().process_frame
			w.start = Engine.get_process_frames()
			q.request("http://127.0.0.1:%s%s" % [OS.get_environment("PORT"), path])
			var r = await q.request_completed
			print(order, " ", path, " done in ", Engine.get_process_frames() - w.start, " ", w.log.filter(func(e): return e[0] < Engine.get_process_frames() - w.start), " ", r[3].size())
			q.queue_free(); w.queue_free()
	get_tree().quit()
