extends Node
## The echo server of Godot's tutorial: the twin of echo/ours.py.

var server := TCPServer.new()
var peers: Dictionary[int, WebSocketPeer] = {}
var last_id := 1


func _ready() -> void:
	OS.low_processor_usage_mode_sleep_usec = 1
	if server.listen(int(OS.get_cmdline_user_args()[0]), "127.0.0.1") != OK:
		push_error("Unable to start server.")
		get_tree().quit(1)


func _process(_delta: float) -> void:
	while server.is_connection_available():
		last_id += 1
		var peer := WebSocketPeer.new()
		peer.accept_stream(server.take_connection())
		peers[last_id] = peer
	for peer_id in peers.keys():
		var peer := peers[peer_id]
		peer.poll()
		var state := peer.get_ready_state()
		if state == WebSocketPeer.STATE_OPEN:
			while peer.get_available_packet_count():
				var packet := peer.get_packet()
				if peer.was_string_packet():
					peer.send_text(packet.get_string_from_utf8())
				else:
					peer.send(packet)
		elif state == WebSocketPeer.STATE_CLOSED:
			peers.erase(peer_id)
