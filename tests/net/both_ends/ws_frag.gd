extends Node
# Frames written by hand over a StreamPeerTCP to a WebSocketPeer, with every odd size and order.
var port
func serve():
	var t = TCPServer.new()
	t.listen(port, "127.0.0.1")
	var c = StreamPeerTCP.new()
	c.connect_to_host("127.0.0.1", port)
	while c.get_status() == 1 or not t.is_connection_available(): c.poll()
	var w = WebSocketPeer.new()
	w.inbound_buffer_size = 1000
	w.accept_stream(t.take_connection())
	c.put_data("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n".to_utf8_buffer())
	OS.delay_msec(3)
	w.poll()
	OS.delay_msec(3)
	c.get_partial_data(4096)
	return [c, w]
func frame(op, data, fin = true, masked = true, rsv = 0):
	var f = StreamPeerBuffer.new()
	f.big_endian = true
	f.put_u8((128 if fin else 0) | rsv << 4 | op)
	var m = 128 if masked else 0
	if data.size() < 126: f.put_u8(m | data.size())
	elif data.size() < 65536:
		f.put_u8(m | 126); f.put_u16(data.size())
	else:
		f.put_u8(m | 127); f.put_u64(data.size())
	if masked: f.put_u32(0x01020304)
	for i in data.size(): f.put_u8(data[i] ^ ([1, 2, 3, 4][i % 4] if masked else 0))
	return f.data_array
func text(s): return s.to_utf8_buffer()
func tell(p, what):
	OS.delay_msec(10)
	p[1].poll()
	OS.delay_msec(5)
	var got = []
	while p[1].get_available_packet_count():
		var b = p[1].get_packet()
		got.append([b.size() if b.size() > 20 else b.get_string_from_utf8(), p[1].was_string_packet()])
	p[0].poll()
	var back = p[0].get_partial_data(4096)[1] if p[0].get_status() == 2 else PackedByteArray()
	p[1].poll()
	print(what, " ", p[1].get_ready_state(), " ", p[1].get_close_code(), " '", p[1].get_close_reason(), "' ", got, " back ", back.hex_encode())
func _ready():
	port = int(OS.get_environment("PORT"))
	var cases = {
		"whole": frame(1, text("hi")),
		"two": frame(1, text("one")) + frame(2, text("two")),
		"parts": frame(1, text("a"), false) + frame(0, text("b"), false) + frame(0, text("c")),
		"empty parts": frame(2, text(""), false) + frame(0, text(""), false) + frame(0, text("")),
		"empty text": frame(1, text("")),
		"ping": frame(9, text("p1")) + frame(1, text("x")) + frame(9, text("")),
		"ping 125": frame(9, text("p".repeat(125))),
		"ping 126": frame(9, text("p".repeat(126))),
		"pong": frame(10, text("nobody asked")),
		"split utf8": frame(1, PackedByteArray([0xe2, 0x82]), false) + frame(0, PackedByteArray([0xac])),
		"bad utf8 late": frame(1, PackedByteArray([0xe2, 0x82]), false) + frame(0, PackedByteArray([0x41])),
		"cut utf8": frame(1, PackedByteArray([0x41, 0xe2, 0x82])),
		"binary bad utf8": frame(2, PackedByteArray([0xff])),
		"close": frame(8, PackedByteArray([3, 232]) + text("bye")),
		"close empty": frame(8, text("")),
		"close one": frame(8, PackedByteArray([3])),
		"close odd": frame(8, PackedByteArray([3, 231])),
		"close bad utf8": frame(8, PackedByteArray([3, 232, 0xff])),
		"close then more": frame(8, PackedByteArray([3, 232])) + frame(1, text("late")),
		"unmasked": frame(1, text("x"), true, false),
		"rsv1": frame(1, text("x"), true, true, 4),
		"rsv3": frame(1, text("x"), true, true, 1),
		"opcode 3": frame(3, text("x")),
		"opcode 11": frame(11, text("x")),
		"lone continuation": frame(0, text("x")),
		"new in parts": frame(1, text("a"), false) + frame(1, text("b")),
		"fragmented ping": frame(9, text("x"), false),
		"limit": frame(2, text("x".repeat(1000))),
		"over": frame(2, text("x".repeat(1001))),
		"long length": PackedByteArray([0x82, 0xfe, 0, 5, 0, 0, 0, 0, 1, 2, 3, 4, 5]),
		"longer length": PackedByteArray([0x82, 0xff, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 1, 2, 3, 4, 5]),
		"top bit": PackedByteArray([0x82, 0xff, 128, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0])}
	for name in cases:
		var p = serve()
		p[0].put_data(cases[name])
		tell(p, name)
		if cases[name].size() < 200:
			p = serve()
			for b in cases[name]:
				p[0].put_u8(b)
				p[1].poll()
			tell(p, "   byte by byte")
	get_tree().quit()
