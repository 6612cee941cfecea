extends "res://conversation.gd"
# Calls inside of calls, calls that fail, and nodes that go and come in them.

@rpc("any_peer")
func chain(n):
	print("chain %d from %s" % [n, sender()])
	if n > 0:
		chain.rpc_id(multiplayer.get_remote_sender_id(), n - 1)

@rpc("any_peer")
func recurse(n):
	print("recurse %d %s" % [n, sender()])
	if n:
		recurse(n - 1)

@rpc("any_peer")
func fail(n):
	print("fail %d" % n)
	var x = null
	x.nothing()
	print("not here")

@rpc("any_peer")
func add(what):
	part("part", what)
	get_node(NodePath(what)).ping.rpc("from add")

func server():
	part("part", "A")
	part("part", "B")
	part("part", "C")
	await host()
	await sync("1")

func client():
	part("part", "A")
	part("part", "B")
	part("part", "C")
	await join()
	chain.rpc_id(1, 4)
	recurse.rpc_id(1, 2)
	fail.rpc_id(1, 1)
	recurse.rpc_id(1, 0)
	$A.go_away.rpc()
	$A.ping.rpc(1)
	$B.go_now.rpc()
	$B.ping.rpc(2)
	$C.ping.rpc(3)
	part("part", "New")
	add.rpc_id(1, "New")
	$New.ping.rpc(4)
	await sync("1")
