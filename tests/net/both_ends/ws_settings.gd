extends Node
# Settings changed while connecting, open and closing: what counts when.
var port
func begin(setup):
	var tcp = TCPServer.new()
	tcp.listen(port, "127.0.0.1")
	var c = WebSocketPeer.new()
	var s = WebSocketPeer.new()
	setup.call(c, s)
	c.connect_to_url("ws://127.0.0.1:%d/" % port)
	while not tcp.is_connection_available(): c.poll()
	s.accept_stream(tcp.take_connection())
	return [c, s]
func open(p):
	for i in 100:
		p[0].poll(); p[1].poll()
		if p[0].get_ready_state() != 0 and p[1].get_ready_state() != 0: break
		OS.delay_msec(1)
func settle(p, n = 4):
	for i in n:
		OS.delay_msec(3)
		p[0].poll(); p[1].poll()
func _ready():
	port = int(OS.get_environment("PORT"))
	# buffers set after accept_stream and before the handshake is over
	var p = begin(func(_c, _s): pass)
	p[1].inbound_buffer_size = 10
	p[1].max_queued_packets = 2
	open(p)
	for i in 5: p[0].send_text("0123456789")
	settle(p)
	var line = []
	for i in 8:
		line.append(p[1].get_packet().size() if p[1].get_available_packet_count() else "-")
		settle(p, 1)
	print(line.filter(func(x): return x is int).size(), " ", p[1].get_ready_state(), " ", p[0].get_ready_state())
	p[0].send_text("0123456789a")
	settle(p)
	print(p[1].get_ready_state(), " ", p[1].get_close_code(), " ", p[0].get_close_code())
	# protocols and headers set too late
	p = begin(func(c, _s): c.supported_protocols = ["a"])
	p[0].supported_protocols = ["b"]
	p[1].supported_protocols = ["a", "b"]
	p[0].handshake_headers = ["X-Late: 1"]
	open(p)
	print(p[0].get_ready_state(), p[1].get_ready_state(), " ", p[0].get_selected_protocol(), " ", p[1].get_selected_protocol())
	p[0].close(-1); p[1].close(-1)
	p = begin(func(c, s):
		c.supported_protocols = ["x"]
		s.supported_protocols = ["x"])
	open(p)
	p[0].supported_protocols = ["changed"]
	print(p[0].get_selected_protocol(), " ", p[0].supported_protocols)
	# sizes while open
	p[0].outbound_buffer_size = 4
	print(p[0].send_text("12345"), " ", p[0].send_text("1234"))
	p[1].inbound_buffer_size = 1
	settle(p)
	print(p[1].get_available_packet_count(), " ", p[1].get_ready_state())
	p[0].outbound_buffer_size = 65535
	p[0].max_queued_packets = 0
	print(p[0].send_text("x"))
	p[0].max_queued_packets = 10
	print(p[0].send_text("x"), " ", p[0].encode_buffer_max_size)
	p[0].encode_buffer_max_size = 2000
	print(p[0].put_var("y".repeat(1990)), " ", p[0].put_var("y".repeat(2000)))
	p[0].heartbeat_interval = 10
	p[0].close(4000, "z")
	p[0].heartbeat_interval = 0.001
	OS.delay_msec(5)
	p[0].poll()
	print(p[0].get_ready_state(), " ", p[0].get_close_code())
	settle(p)
	print(p[0].get_ready_state(), " ", p[0].get_close_code(), " ", p[1].get_close_code())
	p[0].set_no_delay(false)
	get_tree().quit()
