extends Node
## A server with a plan.

var plan: Dictionary


func host() -> void:
	var peer := WebSocketMultiplayerPeer.new()
	peer.outbound_buffer_size = 1 << 21
	peer.create_server(int(plan["port"]), "127.0.0.1")
	multiplayer.multiplayer_peer = peer
