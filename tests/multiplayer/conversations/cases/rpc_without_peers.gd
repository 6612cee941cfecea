extends "res://conversation.gd"
# Calls without a peer, with a null one, offline and online; what the callables say of themselves.

@rpc("any_peer", "call_local") func loc(n): print("loc %s %s" % [n, sender()])
@rpc("any_peer") func rem(n): print("rem %s %s" % [n, sender()])
@rpc("authority", "call_local") func aut(n = 3): print("aut %s" % n)
func plain(n): print("plain ", n)
@rpc("any_peer", "call_local") static func stat(n): print("stat ", n)
@rpc("any_peer", "call_local") func ret(n): return n * 2

func tries(tag):
	print(tag)
	print(rpc("loc", 1), rpc("rem", 2), rpc("aut"), rpc("plain", 3), rpc("absent", 4), rpc("stat", 5))
	print(rpc_id(1, "loc", 1), rpc_id(1, "rem", 2), rpc_id(2, "loc", 1), rpc_id(-1, "loc", 2), rpc_id(-2, "loc", 3), rpc_id(0, "loc", 4))
	loc.rpc(10)
	loc.rpc_id(1, 11)
	loc.bind(12).rpc()
	loc.bind(13).rpc_id(1)
	loc.unbind(1).rpc(14, 15)
	Callable(self, "loc").rpc(16)
	Callable(self, "plain").rpc(17)
	Callable(self, "absent").rpc(18)
	plain.rpc(19)
	stat.rpc(19)
	(func(x): print("lambda ", x)).rpc(20)
	Callable().rpc(21)
	print.rpc(22)
	queue_redraw_.rpc()
	loc.call(24)
	loc.callv([25])
	ret.rpc(4)
	print(loc, " ", plain, " ", aut, " ", loc.bind(1), " ", stat)
	print(loc.get_method(), loc.get_object() == self, loc.is_custom(), loc.is_standard(), plain.is_custom(), loc.get_bound_arguments(), loc.get_argument_count())
	print(loc == loc, loc == Callable(self, "loc"), loc.hash() == Callable(self, "loc").hash(), loc == loc.bind(1))

var queue_redraw_ := Callable(self, "queue_free_")

func server():
	var out = Node.new()
	print(out.rpc("set_name", "x"), out.rpc_id(1, "x"))
	out.free()
	tries("none")
	multiplayer.multiplayer_peer = null
	tries("null")
	multiplayer.multiplayer_peer = OfflineMultiplayerPeer.new()
	tries("offline")
	await host()
	tries("online")
	await sync("1")

func client():
	await join()
	await sync("1")
