extends Node
func _ready():
	var b = StreamPeerBuffer.new()
	var p = PacketPeerStream.new()
	print(p.get_available_packet_count(), " ", p.put_packet("x".to_utf8_buffer()), " ", p.input_buffer_max_size, " ", p.output_buffer_max_size, " ", p.encode_buffer_max_size, " ", p.stream_peer)
	p.stream_peer = b
	print(p.put_packet("one".to_utf8_buffer()), " ", p.put_var([1, {"k": "v"}]), " ", p.put_packet("two".to_utf8_buffer()), " ", p.put_packet(PackedByteArray()))
	print(b.data_array.hex_encode())
	b.seek(0)
	print(p.get_available_packet_count())
	print(p.get_packet().get_string_from_utf8(), " ", p.get_var(), " ", p.get_packet().get_string_from_utf8(), " ", p.get_packet_error(), " ", p.get_packet(), " ", p.get_packet_error())
	for n in [10, 100, 4000, 65536, 1 << 20]:
		p.input_buffer_max_size = n
		p.output_buffer_max_size = n
		print(n, " ", p.input_buffer_max_size, " ", p.output_buffer_max_size)
	p.output_buffer_max_size = 100
	var big = PackedByteArray()
	for n in [119, 120, 124, 125, 200]:
		big.resize(n)
		print(n, " ", p.put_packet(big))
	p.encode_buffer_max_size = 500
	print(p.encode_buffer_max_size)
	p.encode_buffer_max_size = 2000
	print(p.encode_buffer_max_size, " ", p.put_var("x".repeat(3000)), " ", p.put_var("y".repeat(50)))
	var bad = StreamPeerBuffer.new()
	bad.data_array = PackedByteArray([255, 255, 255, 127, 1, 2, 3])
	var q = PacketPeerStream.new()
	q.stream_peer = bad
	print(q.get_available_packet_count(), " ", q.get_packet(), " ", q.get_packet_error())
	var part = StreamPeerBuffer.new()
	part.data_array = PackedByteArray([5, 0, 0, 0, 65, 66])
	q.stream_peer = part
	print(q.get_available_packet_count(), " ", q.get_packet(), " ", q.get_packet_error())
	get_tree().quit()
