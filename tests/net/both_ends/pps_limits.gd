extends Node
func _ready():
	var tcp = TCPServer.new()
	tcp.listen(int(OS.get_environment("PORT")), "127.0.0.1")
	var c = StreamPeerTCP.new()
	c.connect_to_host("127.0.0.1", int(OS.get_environment("PORT")))
	while not tcp.is_connection_available() or c.get_status() == 1:
		c.poll()
	var s = tcp.take_connection()
	var p = PacketPeerStream.new()
	var q = PacketPeerStream.new()
	print(p.stream_peer, " ", p.get_packet(), " ", p.get_packet_error(), " ", p.get_available_packet_count(), " ", p.put_var(1), " ", p.get_var())
	p.stream_peer = c; q.stream_peer = s
	print(p.stream_peer == c, " ", p.input_buffer_max_size, " ", p.output_buffer_max_size)
	for n in [0, 1, 2, 3, 100]:
		var b = PackedByteArray()
		b.resize(n)
		print(n, " ", p.put_packet(b))
	OS.delay_msec(8)
	print(q.get_available_packet_count())
	while q.get_available_packet_count():
		print(q.get_packet().size(), " ", q.get_packet_error(), " ", q.get_available_packet_count())
	print(q.get_packet(), " ", q.get_packet_error())
	# a header in pieces
	c.put_data(PackedByteArray([3, 0]))
	OS.delay_msec(8)
	print(q.get_available_packet_count(), " ", q.get_packet(), " ", q.get_packet_error())
	c.put_data(PackedByteArray([0, 0, 65, 66]))
	OS.delay_msec(8)
	print(q.get_available_packet_count(), " ", q.get_packet(), " ", q.get_packet_error())
	c.put_data(PackedByteArray([67, 0, 0]))
	OS.delay_msec(8)
	print(q.get_available_packet_count(), " ", q.get_packet().get_string_from_utf8(), " ", q.get_packet_error(), " ", q.get_available_packet_count())
	c.put_data(PackedByteArray([0, 0]))
	OS.delay_msec(8)
	print("empty ", q.get_available_packet_count(), " ", q.get_packet(), " ", q.get_packet_error())
	for size in [0, 10, 12, 13, 28, 60, 61, 100, 124, 125, 16 << 20]:
		p.output_buffer_max_size = size
		print(size, " -> ", p.output_buffer_max_size)
	for size in [0, -5, 10, 12, 13, 60, 61]:
		q.input_buffer_max_size = size
		print(size, " -> ", q.input_buffer_max_size)
	p.output_buffer_max_size = 60
	for n in [59, 60, 61, 64, 65]:
		var b = PackedByteArray()
		b.resize(n)
		print(n, " ", p.put_packet(b))
	OS.delay_msec(8)
	q.input_buffer_max_size = 1000
	print(q.get_available_packet_count())
	q.input_buffer_max_size = 10
	print(q.input_buffer_max_size)
	while q.get_available_packet_count():
		print(q.get_packet().size(), " ", q.get_packet_error())
	q.input_buffer_max_size = 10
	print(q.input_buffer_max_size)
	p.output_buffer_max_size = 1000
	var big = PackedByteArray()
	big.resize(100)
	print(p.put_packet(big), " ", p.put_packet(PackedByteArray([1, 2])))
	OS.delay_msec(8)
	print(q.get_available_packet_count(), " ", q.get_packet().size(), " ", q.get_packet_error())
	p.encode_buffer_max_size = 1024
	print(p.put_var("x".repeat(990)), " ", p.put_var("x".repeat(1100)))
	c.disconnect_from_host()
	print(p.put_packet(PackedByteArray([1])), " ", p.get_available_packet_count())
	OS.delay_msec(8)
	print(q.put_packet(PackedByteArray([1])), " ", q.get_available_packet_count(), " ", s.get_status())
	p.stream_peer = null
	print(p.stream_peer, " ", p.put_packet(PackedByteArray([1])), " ", p.get_packet(), " ", p.get_packet_error())
	get_tree().quit()
