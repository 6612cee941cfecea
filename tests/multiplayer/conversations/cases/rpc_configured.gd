extends "res://conversation.gd"
# rpc_config at run time, also of the engine's own methods.

func plain(v = 0):
	print("plain %s from %s" % [v, sender()])

@rpc
func marked(v):
	print("marked %s from %s" % [v, sender()])

func zz(v):
	print("zz %s from %s" % [v, sender()])

func conf():
	rpc_config("plain", {"rpc_mode": MultiplayerAPI.RPC_MODE_ANY_PEER, "call_local": true, "transfer_mode": 1, "channel": 3})
	rpc_config("marked", {"rpc_mode": MultiplayerAPI.RPC_MODE_ANY_PEER})
	rpc_config("set_meta", {"rpc_mode": MultiplayerAPI.RPC_MODE_ANY_PEER, "call_local": true})
	rpc_config("nothing_there", {"rpc_mode": MultiplayerAPI.RPC_MODE_ANY_PEER})
	rpc_config("zz", {"rpc_mode": MultiplayerAPI.RPC_MODE_DISABLED})
	print(get_node_rpc_config())
	print(get_script().get_rpc_config())

func server():
	conf()
	await host()
	await sync("1", func(): print(get_meta("from_client", "none")))
	print(rpc("plain"), rpc("plain", 5), rpc("marked", 6), rpc("zz", 7), rpc("nothing_there", 1))
	await sync("2")
	rpc_config("zz", {"rpc_mode": 1})
	rpc_config("plain", null)
	print(get_node_rpc_config())
	print(rpc("plain", 8), rpc("zz", 9))
	await sync("3")

func client():
	conf()
	await join()
	print(rpc("plain"), rpc("plain", 5), rpc("marked", 6), rpc("zz", 7), rpc("nothing_there", 1))
	print(rpc("set_meta", "from_client", 42), get_meta("from_client", "none"))
	print(rpc("get_name"), rpc_id(1, "queue_free"))
	print(rpc("missing"), rpc("_ready"))
	await sync("1")
	await sync("2")
	await sync("3")
