extends Node
func _ready():
	var port = int(OS.get_environment("PORT"))
	var tcp = TCPServer.new()
	tcp.listen(port, "127.0.0.1")
	var c = StreamPeerTCP.new()
	c.connect_to_host("127.0.0.1", port)
	while not tcp.is_connection_available():
		c.poll()
		OS.delay_msec(1)
	var s = tcp.take_connection()
	while c.get_status() == 1: c.poll()
	var blob = PackedByteArray()
	blob.resize(10 << 20)
	for i in range(0, blob.size(), 4096): blob[i] = i >> 12 & 255
	var sent = 0
	var got = PackedByteArray()
	var blocked = false
	while got.size() < blob.size():
		if sent < blob.size():
			var r = c.put_partial_data(blob.slice(sent, sent + 500000))
			sent += r[1]
			if r[1] == 0: blocked = true
			if r[0] != OK: print("error ", r[0]); break
		if blocked or sent == blob.size():
			var n = s.get_available_bytes()
			if n > 0: got += s.get_partial_data(n)[1]
	print(sent, " ", got.size(), " ", got == blob, " ", blocked)
	c.disconnect_from_host()
	OS.delay_msec(10)
	print(s.poll(), " ", s.get_status(), " ", s.put_data("x".to_utf8_buffer()))
	var many = []
	for i in 30:
		var k = StreamPeerTCP.new()
		k.connect_to_host("127.0.0.1", port)
		many.append(k)
	var taken = []
	while taken.size() < 5:
		if tcp.is_connection_available(): taken.append(tcp.take_connection())
		for k in many: k.poll()
	print(taken.size())
	get_tree().quit()
