extends Node
# TCP, UDP and packets over TCP between nodes: in which frame something sent is there.
class Server extends Node:
	var tcp = TCPServer.new()
	var udp = UDPServer.new()
	var peers = []
	var upeers = []
	var log = []
	func _process(_d):
		while tcp.is_connection_available():
			peers.append(tcp.take_connection())
			log.append([Engine.get_process_frames(), "took"])
		for p in peers:
			p.poll()
			var n = p.get_available_bytes()
			if n > 0:
				log.append([Engine.get_process_frames(), "read", p.get_data(n)[1].get_string_from_utf8()])
				p.put_data("answer".to_utf8_buffer())
		udp.poll()
		if udp.is_connection_available(): upeers.append(udp.take_connection())
		for u in upeers:
			while u.get_available_packet_count():
				log.append([Engine.get_process_frames(), "udp", u.get_packet().get_string_from_utf8()])
				u.put_packet("back".to_utf8_buffer())
class Client extends Node:
	var tcp = StreamPeerTCP.new()
	var udp = PacketPeerUDP.new()
	var log = []
	var was = -1
	var frame = 0
	func _process(_d):
		frame += 1
		tcp.poll()
		if tcp.get_status() != was:
			was = tcp.get_status()
			log.append([Engine.get_process_frames(), "status", was])
		if frame in [6, 7, 10]:
			tcp.put_data(("t%d" % frame).to_utf8_buffer())
			udp.put_packet(("u%d" % frame).to_utf8_buffer())
		var n = tcp.get_available_bytes() if was == 2 else 0
		if n > 0: log.append([Engine.get_process_frames(), "read", tcp.get_data(n)[1].get_string_from_utf8()])
		while udp.get_available_packet_count() > 0: log.append([Engine.get_process_frames(), "udp", udp.get_packet().get_string_from_utf8()])
		if frame == 14: tcp.disconnect_from_host()
func _ready():
	for order in 2:
		var s = Server.new()
		var c = Client.new()
		print(s.tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1"), s.udp.listen(int(OS.get_environment("PORT2")), "127.0.0.1"))
		if order:
			add_child(c); add_child(s)
		else:
			add_child(s); add_child(c)
		await get_tree().process_frame
		var start = Engine.get_process_frames()
		c.tcp.connect_to_host("127.0.0.1", int(OS.get_environment("PORT")))
		c.udp.connect_to_host("127.0.0.1", int(OS.get_environment("PORT2")))
		for i in 20: await get_tree().process_frame
		for l in [s.log, c.log]: print(order, " ", l.map(func(e): return [e[0] - start] + e.slice(1)))
		print(s.peers[0].get_status())
		s.tcp.stop(); s.udp.stop()
		s.free(); c.free()
	get_tree().quit()
