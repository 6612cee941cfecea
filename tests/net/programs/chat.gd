extends Node
class Server extends Node:
	signal message(id, text)
	var tcp = TCPServer.new()
	var pending = []
	var peers = {}
	var next = 2
	func listen(port): return tcp.listen(port)
	func send(id, text):
		if id == 0:
			for k in peers: peers[k].send_text(text)
		else:
			peers[id].send_text(text)
	func _process(_d):
		while tcp.is_connection_available():
			var ws = WebSocketPeer.new()
			ws.supported_protocols = ["demo"]
			ws.accept_stream(tcp.take_connection())
			pending.append(ws)
		for ws in pending.duplicate():
			ws.poll()
			if ws.get_ready_state() == WebSocketPeer.STATE_OPEN:
				peers[next] = ws
				next += 1
				pending.erase(ws)
			elif ws.get_ready_state() == WebSocketPeer.STATE_CLOSED:
				pending.erase(ws)
		for id in peers.keys():
			var ws = peers[id]
			ws.poll()
			while ws.get_ready_state() == WebSocketPeer.STATE_OPEN and ws.get_available_packet_count():
				var p = ws.get_packet()
				message.emit(id, p.get_string_from_utf8() if ws.was_string_packet() else bytes_to_var(p))
			if ws.get_ready_state() == WebSocketPeer.STATE_CLOSED:
				message.emit(id, "closed %d %s" % [ws.get_close_code(), ws.get_close_reason()])
				peers.erase(id)
class Client extends Node:
	var ws = WebSocketPeer.new()
	var got = []
	var last = WebSocketPeer.STATE_CLOSED
	func _process(_d):
		ws.poll()
		if ws.get_ready_state() != last:
			last = ws.get_ready_state()
			got.append("state %d" % last)
		while ws.get_available_packet_count():
			got.append(ws.get_packet().get_string_from_utf8())
func _ready():
	var port = int(OS.get_environment("PORT"))
	var server = Server.new()
	add_child(server)
	print(server.listen(port))
	var log = []
	server.message.connect(func(id, t): log.append([id, t]))
	var clients = []
	for i in 3:
		var c = Client.new()
		c.ws.supported_protocols = ["demo"]
		add_child(c)
		c.ws.connect_to_url("ws://127.0.0.1:%d" % port)
		clients.append(c)
		while not server.peers.has(2 + i) or c.last != WebSocketPeer.STATE_OPEN:
			await get_tree().process_frame
	for i in 3:
		clients[i].ws.send_text("hi from %d" % i)
		clients[i].ws.send(var_to_bytes({"n": i}))
		while log.size() < 2 * i + 2:
			await get_tree().process_frame
	print(log)
	server.send(0, "to all")
	server.send(3, "to one")
	while clients[0].got.size() < 3 or clients[1].got.size() < 4 or clients[2].got.size() < 3:
		await get_tree().process_frame
	for c in clients:
		print(c.got)
	clients[0].ws.close(1000, "bye")
	while server.peers.size() > 2 or clients[0].last != WebSocketPeer.STATE_CLOSED:
		await get_tree().process_frame
	server.peers[3].close(4001, "kicked")
	while server.peers.size() > 1 or clients[1].last != WebSocketPeer.STATE_CLOSED:
		await get_tree().process_frame
	clients[2].ws = WebSocketPeer.new()
	while server.peers.size() > 0:
		await get_tree().process_frame
	print(log.slice(6))
	for c in clients:
		print(c.got.slice(3), " ", c.ws.get_close_code(), " ", c.ws.get_close_reason())
	print(clients[0].ws.connect_to_url("ws://127.0.0.1:%d" % port))
	while server.peers.size() < 1 or clients[0].last != WebSocketPeer.STATE_OPEN:
		await get_tree().process_frame
	print(server.peers.keys(), " ", clients[0].ws.get_selected_protocol())
	server.tcp.stop()
	print(server.tcp.is_listening(), " ", clients[0].ws.send_text("still"))
	while log.size() < 10:
		await get_tree().process_frame
	print(log[-1])
	get_tree().quit()
