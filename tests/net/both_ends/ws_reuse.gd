extends Node
var port
func server():
	var t = TCPServer.new()
	t.listen(port, "127.0.0.1")
	return t
func meet(tcp, c, s, path = "/"):
	var e = c.connect_to_url("ws://127.0.0.1:%d%s" % [port, path])
	while not tcp.is_connection_available(): c.poll()
	var f = s.accept_stream(tcp.take_connection())
	for i in 100:
		c.poll(); s.poll()
		if c.get_ready_state() != 0 and s.get_ready_state() != 0: break
		OS.delay_msec(1)
	return [e, f, c.get_ready_state(), s.get_ready_state()]
func tell(c, s): return [c.get_ready_state(), c.get_close_code(), c.get_close_reason(), c.get_requested_url().get_slice("/", 3), c.get_available_packet_count(), s.get_ready_state(), s.get_close_code(), s.get_close_reason(), s.get_requested_url().get_slice("/", 3), s.get_available_packet_count()]
func wait(): OS.delay_msec(6)
func _ready():
	port = int(OS.get_environment("PORT"))
	var tcp = server()
	var c = WebSocketPeer.new()
	var s = WebSocketPeer.new()
	print(meet(tcp, c, s, "/one"), tell(c, s))
	# while closing: connect again
	s.send_text("unread"); wait(); c.poll()
	c.close(4000, "first")
	print(tell(c, s))
	var s2 = WebSocketPeer.new()
	print(meet(tcp, c, s2, "/two"), tell(c, s2))
	wait(); s.poll()
	print("old server ", s.get_ready_state(), " ", s.get_close_code(), " ", s.get_close_reason())
	# roles change: the client object serves
	c.close(4001); wait(); s2.poll(); c.poll()
	print(tell(c, s2))
	print(meet(tcp, s2, c, "/three"), tell(s2, c))
	c.send_text("from the server"); wait(); s2.poll()
	print(s2.get_packet().get_string_from_utf8(), " ", s2.was_string_packet())
	# accept while closing
	c.close(4002); 
	var x = StreamPeerTCP.new()
	x.connect_to_host("127.0.0.1", port)
	while x.get_status() == 1: x.poll()
	print(c.accept_stream(tcp.take_connection()), " ", c.get_ready_state(), " ", c.get_close_code())
	wait(); s2.poll()
	print(s2.get_ready_state(), " ", s2.get_close_code())
	x.disconnect_from_host(); wait(); c.poll()
	print(c.get_ready_state(), " ", c.get_close_code())
	# bad calls while open change nothing
	print(meet(tcp, c, s, "/four"))
	print(c.connect_to_url("nonsense://"), " ", c.connect_to_url(""), " ", s.accept_stream(null), " ", s.accept_stream(x), " ", tell(c, s))
	# while closing a bad URL ends it
	c.close(4003)
	print(c.connect_to_url("nonsense://"), " ", tell(c, s))
	wait(); s.poll()
	print(s.get_ready_state(), " ", s.get_close_code())
	# unread messages of an ended connection
	print(meet(tcp, c, s, "/five"))
	c.send_text("a"); c.send_text("b"); wait(); s.poll()
	print(s.get_available_packet_count(), " ", s.get_packet().get_string_from_utf8())
	c.close(-1); wait()
	print(s.get_available_packet_count(), " ", s.get_ready_state())
	s.close(4004); wait(); s.poll()
	print(tell(c, s))
	print(meet(tcp, s, c, "/six"), " ", s.get_available_packet_count(), " ", s.was_string_packet())
	get_tree().quit()
