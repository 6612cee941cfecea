extends Node
# client -> proxy -> server, each a node: messages of all kinds and a close handed through.
class Server extends Node:
	var tcp = TCPServer.new()
	var peers = []
	func _process(_d):
		while tcp.is_connection_available():
			var w = WebSocketPeer.new()
			w.supported_protocols = ["relay"]
			w.accept_stream(tcp.take_connection())
			peers.append(w)
		for w in peers:
			w.poll()
			while w.get_available_packet_count():
				var b = w.get_packet()
				if b.get_string_from_ascii() == "close me": w.close(4321, "as you like")
				else: w.send(b, WebSocketPeer.WRITE_MODE_TEXT if w.was_string_packet() else WebSocketPeer.WRITE_MODE_BINARY)
class Proxy extends Node:
	var tcp = TCPServer.new()
	var pairs = []
	var target
	var count = 0
	func _process(_d):
		while tcp.is_connection_available():
			var w = WebSocketPeer.new()
			w.supported_protocols = ["relay"]
			w.accept_stream(tcp.take_connection())
			var o = WebSocketPeer.new()
			o.supported_protocols = ["relay"]
			o.connect_to_url(target)
			pairs.append([w, o])
		for p in pairs:
			for i in 2:
				p[i].poll()
				var to = p[1 - i]
				if to.get_ready_state() == 0: continue
				while p[i].get_available_packet_count():
					count += 1
					to.send(p[i].get_packet(), WebSocketPeer.WRITE_MODE_TEXT if p[i].was_string_packet() else WebSocketPeer.WRITE_MODE_BINARY)
				if p[i].get_ready_state() == 3 and to.get_ready_state() == 1:
					to.close(p[i].get_close_code() if p[i].get_close_code() >= 0 else 1011, p[i].get_close_reason())
func _ready():
	var a = int(OS.get_environment("PORT"))
	var b = int(OS.get_environment("PORT2"))
	var s = Server.new()
	var p = Proxy.new()
	s.tcp.listen(b, "127.0.0.1"); p.tcp.listen(a, "127.0.0.1")
	p.target = "ws://127.0.0.1:%d/behind" % b
	add_child(s); add_child(p)
	var clients = []
	for i in 3:
		var c = WebSocketPeer.new()
		c.supported_protocols = ["relay"]
		c.connect_to_url("ws://127.0.0.1:%d/front%d" % [a, i])
		clients.append(c)
	while not clients.all(func(c):
		c.poll()
		return c.get_ready_state() == 1):
		await get_tree().process_frame
	for i in 20: await get_tree().process_frame
	print(clients.map(func(c): return c.get_selected_protocol()), " ", s.peers.map(func(w): return w.get_requested_url().get_file()))
	var big = PackedByteArray()
	big.resize(60000)
	for c in clients:
		for i in 50: c.send_text("message %d" % i)
		c.send(big); c.send(PackedByteArray()); c.send_text(""); c.send_text("ünï")
	var got = [[], [], []]
	while got.any(func(g): return g.size() < 54):
		await get_tree().process_frame
		for i in 3:
			clients[i].poll()
			while clients[i].get_available_packet_count():
				var m = clients[i].get_packet()
				got[i].append([m.size() if m.size() > 50 else m.get_string_from_utf8(), clients[i].was_string_packet()])
	for g in got: print(g.slice(0, 3), " ", g.slice(48), " ", range(50).all(func(i): return g[i][0] == "message %d" % i))
	print(p.count)
	clients[0].send_text("close me"); clients[1].close(3001, "client"); clients[2].send_text("close me")
	for i in 30:
		await get_tree().process_frame
		for c in clients: c.poll()
	print(clients.map(func(c): return [c.get_ready_state(), c.get_close_code(), c.get_close_reason()]))
	print(s.peers.map(func(c): return [c.get_ready_state(), c.get_close_code(), c.get_close_reason()]))
	get_tree().quit()
