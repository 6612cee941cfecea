extends "res://conversation.gd"
# A client that does not complete in time, and one that does.

func _init():
	clients = 2

func on_auth(id, data):
	print("auth %s from %s" % [data.get_string_from_utf8(), "server" if id == 1 else "client"])
	if index == 0:
		if data.get_string_from_utf8().ends_with("good"):
			print("complete ", multiplayer.complete_auth(id))
			print("again ", multiplayer.complete_auth(id), multiplayer.send_auth(id, "late".to_utf8_buffer()))
		elif data.get_string_from_utf8().ends_with("bad"):
			multiplayer.disconnect_peer(id)
	else:
		multiplayer.send_auth(1, ("good" if index == 2 else "slow").to_utf8_buffer())
		if index == 2:
			print("complete ", multiplayer.complete_auth(1))

func prepare():
	multiplayer.auth_callback = on_auth
	multiplayer.auth_timeout = 0.7
	multiplayer.peer_authenticating.connect(func(id): print("authenticating ", multiplayer.get_peers().size(), multiplayer.get_authenticating_peers().size()); print("send ", multiplayer.send_auth(id, "hello".to_utf8_buffer()) if index == 0 else -1))
	multiplayer.peer_authentication_failed.connect(func(id): print("authentication failed ", multiplayer.get_peers().size()))

func server():
	print(multiplayer.auth_timeout, multiplayer.auth_callback.is_valid())
	prepare()
	await host(false)
	await touched("tried")
	await until(func(): return peers() == 1, "the good client")
	await sync("1")
	await until(func(): return peers() == 0, "leaving")
	print(multiplayer.send_auth(55, "x".to_utf8_buffer()), multiplayer.complete_auth(55))

func client():
	prepare()
	if index == 2:
		await touched("tried")
		touch("in1")
	await join(false)
	if index == 1:
		await until(online, "a connection")
		await until(offline, "being thrown out")
		await frames(3)
		print(peers())
		touch("tried")
		await sync("1")
	else:
		await until(func(): return peers() == 1, "being let in")
		print(multiplayer.send_auth(1, "too late".to_utf8_buffer()), multiplayer.complete_auth(1))
		await sync("1")
		peer.close()
		await frames(3)
