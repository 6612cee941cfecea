extends Node
# What every case has. Peers are named by the order in which they were first seen: client1, client2 at the server, and
# server, other1 at a client; their ids, which differ in every run, are never printed.

var clients := 1
var case_name := ""
var flags := ""
var port := 0
var index := 0
var peer: WebSocketMultiplayerPeer
var names := {1: "server"}
var prefix := ""
var count := 0


func run():
	if index == 0:
		await server()
	else:
		await client()


func server():
	pass


func client():
	pass


func host(wait := true):
	prefix = "client"
	peer = WebSocketMultiplayerPeer.new()
	var err = peer.create_server(port, "127.0.0.1")
	multiplayer.multiplayer_peer = peer
	watch()
	print("listening %d" % err)
	touch("up0")
	if wait:
		await until(func(): return peers() == clients, "clients", 20000)
		await sync("start")


func join(wait := true):
	prefix = "other"
	await touched("up0")
	if index == 2:
		await touched("in1")
	peer = WebSocketMultiplayerPeer.new()
	var err = peer.create_client("ws://127.0.0.1:%d" % port)
	multiplayer.multiplayer_peer = peer
	watch()
	print("joining %d" % err)
	if wait:
		await until(online, "the server", 20000)
		await frames(3)
		touch("in%d" % index)
		await sync("start")


func watch():
	multiplayer.peer_connected.connect(_on_peer_connected)
	multiplayer.peer_disconnected.connect(_on_peer_disconnected)
	multiplayer.connected_to_server.connect(_on_connected)
	multiplayer.connection_failed.connect(_on_failed)
	multiplayer.server_disconnected.connect(_on_server_disconnected)


func _on_peer_connected(id):
	if not names.has(id):
		count += 1
		names[id] = prefix + str(count)
	print("+ " + names[id])


func _on_peer_disconnected(id):
	print("- " + who(id))


func _on_connected():
	print("connected")


func _on_failed():
	print("failed")


func _on_server_disconnected():
	print("server gone")


func who(id) -> String:
	if id == multiplayer.get_unique_id():
		return "me"
	return names.get(id, "unknown" if id else "none")


func sender() -> String:
	return who(multiplayer.get_remote_sender_id())


func id_of(n: String) -> int:
	for id in names:
		if names[id] == n:
			return id
	return 0


func online() -> bool:
	return peer.get_connection_status() == MultiplayerPeer.CONNECTION_CONNECTED


func offline() -> bool:
	return peer.get_connection_status() == MultiplayerPeer.CONNECTION_DISCONNECTED


func peers() -> int:
	return multiplayer.get_peers().size()


func peer_names() -> Array:
	var found = []
	for p in multiplayer.get_peers():
		found.append(who(p))
	return found


func frames(n: int):
	for i in n:
		await get_tree().process_frame


func seconds(s: float):
	await get_tree().create_timer(s).timeout


func touch(what: String):
	FileAccess.open("%s/%s.%s" % [flags, case_name, what], FileAccess.WRITE).close()


func touched(what: String):
	await until(func(): return FileAccess.file_exists("%s/%s.%s" % [flags, case_name, what]), what, 20000)


# Everybody waits for everybody, until all that was sent before has come; then each says how things are, before any of
# them goes on.
func sync(what: String, then := Callable()):
	await frames(4)
	await meet(what)
	await frames(4)
	if then.is_valid():
		then.call()
	await meet(what + "b")


func meet(what: String):
	touch("%s-%d" % [what, index])
	for i in clients + 1:
		await touched("%s-%d" % [what, i])


func until(cond: Callable, what: String, limit := 4000):
	var t0 = Time.get_ticks_msec()
	while not cond.call():
		if Time.get_ticks_msec() - t0 > limit:
			print("WAITED IN VAIN for " + what)
			return
		await get_tree().process_frame


func quiet():
	for n in ["peer_connected", "peer_disconnected", "connected_to_server", "connection_failed", "server_disconnected", "peer_packet"]:
		for c in multiplayer.get_signal_connection_list(n):
			multiplayer.disconnect(n, c.callable)


func part(script: String, name_: String, parent: Node = self) -> Node:
	var n = load("res://scenes/%s.gd" % script).new()
	n.name = name_
	parent.add_child(n, true)
	return n
