extends Node
var tcp = TCPServer.new()
var peers = []
var clients = []
var counts = {}
var done = false
func _ready():
	print(tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1"))
	for i in 5:
		var ws = WebSocketPeer.new()
		print(ws.connect_to_url("ws://127.0.0.1:%s/client/%d" % [OS.get_environment("PORT"), i]))
		clients.append([ws, 0, [], i])
func _process(_d):
	while tcp.is_connection_available():
		var ws = WebSocketPeer.new()
		ws.accept_stream(tcp.take_connection())
		peers.append(ws)
	for ws in peers:
		ws.poll()
		while ws.get_available_packet_count() > 0:
			var t = ws.get_packet().get_string_from_utf8()
			var who = ws.get_requested_url().get_file()
			counts[who] = counts.get(who, 0) + 1
			if t != "%s:%d" % [who, counts[who]]: print("wrong ", t)
			if counts[who] == 100:
				for o in peers: o.send_text(who + " is done")
	for c in clients:
		c[0].poll()
		if c[0].get_ready_state() == WebSocketPeer.STATE_OPEN and c[1] < 100 and peers.size() == 5 and peers.all(func(p): return p.get_ready_state() == 1):
			for k in 10:
				c[1] += 1
				c[0].send_text("%d:%d" % [c[3], c[1]])
		while c[0].get_available_packet_count() > 0:
			c[2].append(c[0].get_packet().get_string_from_utf8())
	if clients.all(func(c): return c[2].size() == 5) and not done:
		done = true
		for c in clients:
			c[2].sort()
			print(c[3], " ", c[2])
		for i in 5: clients[i][0].close(1000 + i * 1000 if i >= 2 else 1000, "client %d" % i)
	if done and peers.all(func(p): return p.get_ready_state() == 3) and clients.all(func(c): return c[0].get_ready_state() == 3):
		var endings = peers.map(func(p): return [p.get_requested_url().get_file(), p.get_close_code(), p.get_close_reason()])
		endings.sort()
		print(endings)
		print(clients.map(func(c): return c[0].get_close_code()))
		set_process(false)
		get_tree().quit()
