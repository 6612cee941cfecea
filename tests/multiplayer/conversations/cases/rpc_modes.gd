extends "res://conversation.gd"
# Every mode, transfer mode and channel, with and without a call here; every kind of target.


@rpc("call_remote", "reliable", "authority", 0)
func f_au_re_0_0(v):
	say("f_au_re_0_0", v)

@rpc("call_remote", "reliable", "authority", 1)
func f_au_re_0_1(v):
	say("f_au_re_0_1", v)

@rpc("call_remote", "reliable", "authority", 7)
func f_au_re_0_7(v):
	say("f_au_re_0_7", v)

@rpc("call_remote", "unreliable", "authority", 0)
func f_au_re_1_0(v):
	say("f_au_re_1_0", v)

@rpc("call_remote", "unreliable", "authority", 1)
func f_au_re_1_1(v):
	say("f_au_re_1_1", v)

@rpc("call_remote", "unreliable", "authority", 7)
func f_au_re_1_7(v):
	say("f_au_re_1_7", v)

@rpc("call_remote", "unreliable_ordered", "authority", 0)
func f_au_re_2_0(v):
	say("f_au_re_2_0", v)

@rpc("call_remote", "unreliable_ordered", "authority", 1)
func f_au_re_2_1(v):
	say("f_au_re_2_1", v)

@rpc("call_remote", "unreliable_ordered", "authority", 7)
func f_au_re_2_7(v):
	say("f_au_re_2_7", v)

@rpc("call_local", "reliable", "authority", 0)
func f_au_lo_0_0(v):
	say("f_au_lo_0_0", v)

@rpc("call_local", "reliable", "authority", 1)
func f_au_lo_0_1(v):
	say("f_au_lo_0_1", v)

@rpc("call_local", "reliable", "authority", 7)
func f_au_lo_0_7(v):
	say("f_au_lo_0_7", v)

@rpc("call_local", "unreliable", "authority", 0)
func f_au_lo_1_0(v):
	say("f_au_lo_1_0", v)

@rpc("call_local", "unreliable", "authority", 1)
func f_au_lo_1_1(v):
	say("f_au_lo_1_1", v)

@rpc("call_local", "unreliable", "authority", 7)
func f_au_lo_1_7(v):
	say("f_au_lo_1_7", v)

@rpc("call_local", "unreliable_ordered", "authority", 0)
func f_au_lo_2_0(v):
	say("f_au_lo_2_0", v)

@rpc("call_local", "unreliable_ordered", "authority", 1)
func f_au_lo_2_1(v):
	say("f_au_lo_2_1", v)

@rpc("call_local", "unreliable_ordered", "authority", 7)
func f_au_lo_2_7(v):
	say("f_au_lo_2_7", v)

@rpc("call_remote", "reliable", "any_peer", 0)
func f_an_re_0_0(v):
	say("f_an_re_0_0", v)

@rpc("call_remote", "reliable", "any_peer", 1)
func f_an_re_0_1(v):
	say("f_an_re_0_1", v)

@rpc("call_remote", "reliable", "any_peer", 7)
func f_an_re_0_7(v):
	say("f_an_re_0_7", v)

@rpc("call_remote", "unreliable", "any_peer", 0)
func f_an_re_1_0(v):
	say("f_an_re_1_0", v)

@rpc("call_remote", "unreliable", "any_peer", 1)
func f_an_re_1_1(v):
	say("f_an_re_1_1", v)

@rpc("call_remote", "unreliable", "any_peer", 7)
func f_an_re_1_7(v):
	say("f_an_re_1_7", v)

@rpc("call_remote", "unreliable_ordered", "any_peer", 0)
func f_an_re_2_0(v):
	say("f_an_re_2_0", v)

@rpc("call_remote", "unreliable_ordered", "any_peer", 1)
func f_an_re_2_1(v):
	say("f_an_re_2_1", v)

@rpc("call_remote", "unreliable_ordered", "any_peer", 7)
func f_an_re_2_7(v):
	say("f_an_re_2_7", v)

@rpc("call_local", "reliable", "any_peer", 0)
func f_an_lo_0_0(v):
	say("f_an_lo_0_0", v)

@rpc("call_local", "reliable", "any_peer", 1)
func f_an_lo_0_1(v):
	say("f_an_lo_0_1", v)

@rpc("call_local", "reliable", "any_peer", 7)
func f_an_lo_0_7(v):
	say("f_an_lo_0_7", v)

@rpc("call_local", "unreliable", "any_peer", 0)
func f_an_lo_1_0(v):
	say("f_an_lo_1_0", v)

@rpc("call_local", "unreliable", "any_peer", 1)
func f_an_lo_1_1(v):
	say("f_an_lo_1_1", v)

@rpc("call_local", "unreliable", "any_peer", 7)
func f_an_lo_1_7(v):
	say("f_an_lo_1_7", v)

@rpc("call_local", "unreliable_ordered", "any_peer", 0)
func f_an_lo_2_0(v):
	say("f_an_lo_2_0", v)

@rpc("call_local", "unreliable_ordered", "any_peer", 1)
func f_an_lo_2_1(v):
	say("f_an_lo_2_1", v)

@rpc("call_local", "unreliable_ordered", "any_peer", 7)
func f_an_lo_2_7(v):
	say("f_an_lo_2_7", v)


func say(n, v):
	print("%s %s from %s" % [n, v, sender()])


func all() -> Array:
	return ["f_au_re_0_0", "f_au_re_0_1", "f_au_re_0_7", "f_au_re_1_0", "f_au_re_1_1", "f_au_re_1_7", "f_au_re_2_0", "f_au_re_2_1", "f_au_re_2_7", "f_au_lo_0_0", "f_au_lo_0_1", "f_au_lo_0_7", "f_au_lo_1_0", "f_au_lo_1_1", "f_au_lo_1_7", "f_au_lo_2_0", "f_au_lo_2_1", "f_au_lo_2_7", "f_an_re_0_0", "f_an_re_0_1", "f_an_re_0_7", "f_an_re_1_0", "f_an_re_1_1", "f_an_re_1_7", "f_an_re_2_0", "f_an_re_2_1", "f_an_re_2_7", "f_an_lo_0_0", "f_an_lo_0_1", "f_an_lo_0_7", "f_an_lo_1_0", "f_an_lo_1_1", "f_an_lo_1_7", "f_an_lo_2_0", "f_an_lo_2_1", "f_an_lo_2_7"]


func calls():
	for n in all():
		print("%s rpc %d" % [n, rpc(n, 1)])
		print("%s rpc_id 1 %d" % [n, rpc_id(1, n, 2)])
		print("%s rpc_id me %d" % [n, rpc_id(multiplayer.get_unique_id(), n, 3)])
		print("%s rpc_id -me %d" % [n, rpc_id(-multiplayer.get_unique_id(), n, 4)])
		print("%s rpc_id 0 %d" % [n, rpc_id(0, n, 5)])


func server():
	print(get_script().get_rpc_config())
	print(get_node_rpc_config())
	await host()
	calls()
	for n in all():
		rpc_id(id_of("client1"), n, 6)
		rpc_id(-id_of("client1"), n, 7)
		rpc_id(999, n, 8)
	await sync("s")
	await sync("c")


func client():
	await join()
	await sync("s")
	calls()
	for n in all():
		rpc_id(-1, n, 7)
		rpc_id(999, n, 8)
	await sync("c")
