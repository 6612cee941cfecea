extends Node
func _ready():
	var tcp = TCPServer.new()
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var c = WebSocketPeer.new()
	var s = WebSocketPeer.new()
	c.outbound_buffer_size = 1 << 20
	c.max_queued_packets = 100000
	s.inbound_buffer_size = 1 << 20
	c.connect_to_url("ws://127.0.0.1:%s" % OS.get_environment("PORT"))
	while not tcp.is_connection_available(): c.poll()
	s.accept_stream(tcp.take_connection())
	while c.get_ready_state() == 0 or s.get_ready_state() == 0:
		c.poll(); s.poll()
	var b = PackedByteArray()
	b.resize(10000)
	var sent = 0
	var e = 0
	while e == 0 and sent < 5000:
		b.encode_u32(0, sent)
		e = c.send(b)
		if e == 0: sent += 1
	print(e, " ", c.get_current_outbound_buffered_amount() > 1000000, " ", c.get_current_outbound_buffered_amount() <= 1 << 20, " ", c.get_ready_state(), " ", sent > 100)
	var before = c.get_current_outbound_buffered_amount()
	print(c.send(PackedByteArray([1])) == (0 if before < 1 << 20 else 6), " ", c.send(b), " ", c.get_current_outbound_buffered_amount() - before)
	var got = 0
	var good = true
	var small = 0
	for i in 20000:
		c.poll(); s.poll()
		while s.get_available_packet_count():
			var p = s.get_packet()
			if p.size() == 10000:
				good = good and p.decode_u32(0) == got
				got += 1
			else: small += p.size()
		if c.get_current_outbound_buffered_amount() == 0 and got == sent: break
	print(got == sent, " ", good, " ", small, " ", c.get_current_outbound_buffered_amount())
	print(c.send(b), " ", c.get_ready_state(), " ", s.get_ready_state())
	# limits changed while it goes
	c.outbound_buffer_size = 10
	print(c.send(b), " ", c.send("0123456789".to_utf8_buffer()), " ", c.send("01234567890".to_utf8_buffer()))
	c.outbound_buffer_size = 0
	print(c.send(b))
	c.outbound_buffer_size = -1
	print(c.send(b))
	OS.delay_msec(10)
	for i in 5:
		c.poll(); s.poll()
	print(s.get_available_packet_count())
	s.inbound_buffer_size = 5
	print(c.send(b))
	OS.delay_msec(10)
	s.poll()
	print(s.get_available_packet_count(), " ", s.get_ready_state())
	get_tree().quit()
