extends Node
func _ready():
	var w = WebSocketPeer.new()
	print(w.send_text("x"), " ", w.send(PackedByteArray()), " ", w.put_packet(PackedByteArray([1])), " ", w.put_packet(PackedByteArray()), " ", w.put_var(1), " ", w.get_packet(), " ", w.get_packet_error(), " ", w.get_var(), " ", w.get_packet_error())
	print(w.get_connected_host(), " ", w.get_connected_port())
	w.set_no_delay(true)
	w.close(); w.close(-5, "x"); w.close(4000, "y")
	w.poll()
	print(w.accept_stream(null), " ", w.accept_stream(StreamPeerBuffer.new()), " ", w.accept_stream(StreamPeerTLS.new()), " ", w.accept_stream(StreamPeerGZIP.new()))
	w.heartbeat_interval = -1
	print(w.heartbeat_interval)
	w.heartbeat_interval = 1.23456
	print(w.heartbeat_interval)
	w.encode_buffer_max_size = 10
	w.encode_buffer_max_size = 1 << 30
	print(w.encode_buffer_max_size)
	w.encode_buffer_max_size = 1024
	print(w.encode_buffer_max_size)
	for u in ["", "ws://", "http://localhost", "ws://localhost:0", "ws://localhost:99999", "ws://[::1", "ws:///x", "ws://localhost:12a", "://x", "ws://a:b@:9", "wss://"]:
		print(u, " ", w.connect_to_url(u), " ", w.get_ready_state(), " '", w.get_requested_url(), "'")
	var port = OS.get_environment("PORT")
	print(w.connect_to_url("ws://127.0.0.1:" + port), " ", w.connect_to_url("ws://127.0.0.1:" + port), " ", w.connect_to_url(""), " ", w.accept_stream(null), " ", w.accept_stream(StreamPeerTCP.new()))
	print(w.send_text("early"), " ", w.get_packet(), " ", w.get_connected_host(), " ", w.get_connected_port() == int(port), " ", w.get_selected_protocol(), ".")
	w.set_no_delay(false)
	w.close(1000, "no")
	print(w.get_ready_state(), " ", w.get_close_code(), " ", w.get_requested_url() == "ws://127.0.0.1:" + port)
	print(w.connect_to_url("wss://127.0.0.1:" + port, TLSOptions.server(CryptoKey.new(), X509Certificate.new())), " ", w.connect_to_url("ws://127.0.0.1:" + port, TLSOptions.server(CryptoKey.new(), X509Certificate.new())))
	print(w.accept_stream(StreamPeerTCP.new()), " ", w.get_ready_state())
	w.poll()
	print(w.get_ready_state())
	w.supported_protocols = PackedStringArray(["a b", "", "c"])
	print(w.supported_protocols)
	print(w.connect_to_url("ws://127.0.0.1:" + port), " ", w.get_ready_state())
	for i in 50:
		w.poll()
		if w.get_ready_state() == 3: break
		OS.delay_msec(1)
	print(w.get_ready_state(), " ", w.get_close_code())
	w.inbound_buffer_size = -3; w.outbound_buffer_size = -4; w.max_queued_packets = -5
	print(w.inbound_buffer_size, " ", w.outbound_buffer_size, " ", w.max_queued_packets)
	print(w.was_string_packet(), " ", w.get_available_packet_count(), " ", w.get_current_outbound_buffered_amount(), " ", w.get_class())
	get_tree().quit()
