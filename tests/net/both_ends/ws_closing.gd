extends Node
func pair():
	var tcp = TCPServer.new()
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var c = WebSocketPeer.new()
	var s = WebSocketPeer.new()
	c.connect_to_url("ws://127.0.0.1:%s" % OS.get_environment("PORT"))
	while not tcp.is_connection_available(): c.poll()
	s.accept_stream(tcp.take_connection())
	while c.get_ready_state() == 0 or s.get_ready_state() == 0:
		c.poll(); s.poll()
		OS.delay_msec(1)
	tcp.stop()
	return [c, s]
func tell(p):
	return "%d %d '%s' | %d %d '%s'" % [p[0].get_ready_state(), p[0].get_close_code(), p[0].get_close_reason(), p[1].get_ready_state(), p[1].get_close_code(), p[1].get_close_reason()]
func wait(): OS.delay_msec(8)
func _ready():
	for first in 2:
		var a = first
		var b = 1 - first
		print("--- ", first)
		var p = pair()
		p[a].close(4001, "a"); p[b].close(4002, "b")
		print("both ", tell(p)); wait()
		p[a].poll(); print(tell(p)); p[b].poll(); print(tell(p))
		p = pair()
		p[a].send_text("before"); p[a].close(4001, "a"); wait()
		print("count ", p[b].get_available_packet_count(), " ", tell(p))
		p[b].close(4002, "b")
		print(tell(p)); wait()
		p[b].poll(); print(tell(p)); p[a].poll(); print(tell(p))
		p = pair()
		p[a].close(0, "never seen"); wait(); p[b].poll(); print("zero ", tell(p)); wait(); p[a].poll(); print(tell(p))
		p = pair()
		p[a].close(); wait(); p[b].poll(); print("plain ", tell(p)); wait(); p[a].poll(); print(tell(p))
		p = pair()
		p[a].close(1000, ""); p[a].close(-1); print("then drop ", tell(p)); wait(); p[b].poll(); print(tell(p)); wait(); p[b].poll(); print(tell(p))
		p = pair()
		p[b].send_text("unread"); wait(); p[a].poll(); print("unread ", p[a].get_available_packet_count())
		p[a].close(1001, "away"); print(p[a].get_available_packet_count(), " ", p[a].get_packet(), " ", p[a].get_packet_error(), " ", tell(p)); wait()
		p[b].send_text("late"); p[b].poll(); print(tell(p)); wait(); p[a].poll(); print(p[a].get_available_packet_count(), " ", tell(p))
		for code in [999, 1000, 1004, 1005, 1006, 1007, 1011, 1015, 1016, 2999, 3000, 4999, 5000, 65535, 65536, 66536]:
			p = pair()
			p[a].close(code, "why"); wait(); p[b].poll(); wait(); p[a].poll(); p[b].poll()
			print(code, " ", tell(p))
		for text in ["", "ü".repeat(61), "x".repeat(123), "line\nbreak", "nul"]:
			p = pair()
			p[a].close(4000, text); wait(); p[b].poll(); wait(); p[a].poll()
			print(text.length(), " ", p[b].get_close_reason() == text, " ", p[a].get_close_reason() == text, " ", p[a].get_close_code())
		p = pair()
		p[a] = null
		wait()
		p[b].poll(); print("gone ", p[b].get_ready_state(), " ", p[b].get_close_code())
	get_tree().quit()
