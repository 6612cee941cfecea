extends Node
class Mine extends WebSocketPeer:
	var tag = "mine"
	func hello(): return "hello " + tag + " " + str(get_ready_state())
func _ready():
	for n in ["WebSocketPeer", "PacketPeer", "PacketPeerStream", "PacketPeerUDP", "TCPServer", "UDPServer", "StreamPeer", "StreamPeerTCP", "StreamPeerTLS", "StreamPeerBuffer", "StreamPeerGZIP", "TLSOptions", "Crypto", "CryptoKey", "X509Certificate", "HTTPClient", "HTTPRequest", "HMACContext", "HashingContext", "IP"]:
		print(n, " ", ClassDB.class_exists(n), " ", ClassDB.get_parent_class(n), " ", ClassDB.can_instantiate(n))
	var ws = WebSocketPeer.new()
	print(ws is PacketPeer, " ", ws is RefCounted, " ", ws.get_class(), " ", ws.is_class("PacketPeer"), " ", ws.has_method("poll"), " ", ws.has_method("nothing"), " ", ws.get_reference_count())
	print(ws.get("inbound_buffer_size"), " ", "max_queued_packets" in ws, " ", ws.get("nope"))
	ws.set("outbound_buffer_size", 5)
	print(ws.outbound_buffer_size, " ", ws.call("get_ready_state"), " ", ws.get_ready_state() == WebSocketPeer.STATE_CLOSED, " ", WebSocketPeer.State.STATE_CLOSED, " ", WebSocketPeer.WriteMode.WRITE_MODE_TEXT)
	print(str(ws).begins_with("<WebSocketPeer#"), " ", ws == ws, " ", WebSocketPeer.new() == ws)
	var m = Mine.new()
	print(m.hello(), " ", m is WebSocketPeer, " ", m.get_class(), " ", m.connect_to_url("bad://"), " ", m.heartbeat_interval)
	var w = weakref(m)
	m = null
	print(w.get_ref())
	print(StreamPeerTCP.STATUS_CONNECTED, " ", StreamPeerTLS.STATUS_ERROR_HOSTNAME_MISMATCH, " ", HTTPClient.METHOD_PATCH, " ", HTTPClient.RESPONSE_IM_A_TEAPOT, " ", HTTPRequest.RESULT_TIMEOUT)
	var t = TCPServer.new()
	print(t.take_connection() == null, " ", t.is_listening())
	var s: StreamPeerTCP = t.take_connection()
	print(s)
	ws.supported_protocols = ["a", "b"]
	ws.supported_protocols.append("c")
	print(ws.supported_protocols, " ", typeof(ws.supported_protocols))
	ws.handshake_headers = ["X: 1"]
	var copy = ws.handshake_headers
	copy.append("Y: 2")
	print(ws.handshake_headers)
	get_tree().quit()
