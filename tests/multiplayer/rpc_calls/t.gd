extends "res://base.gd"
func say(x: int, y := "d"):
	print("say ", x, y, " ", multiplayer.get_remote_sender_id())
	if x > 0:
		say.rpc(x - 1)
		print("after ", multiplayer.get_remote_sender_id())
@rpc("unreliable_ordered", "authority", "call_local")
func émile(): print("emile")
@rpc("any_peer", "call_local")
func typed(a: Array[int], v: Vector2, n: Node, s: StringName, b: PackedByteArray = [], d: Dictionary = {}): print("typed ", a, v, n == self, s, b, d)
@rpc("any_peer", "call_local")
func wait(): 
	print("w ", multiplayer.get_remote_sender_id())
	await get_tree().process_frame
	print("w2 ", multiplayer.get_remote_sender_id())
	quit_.call_deferred()
@rpc("any_peer", "call_local")
func vari(...a): print("vari ", a)
@rpc("any_peer", "call_local")
static func stat(a): print("stat ", a)
@rpc("any_peer", "call_local")
func fails(): 
	var x = null
	x.foo()
	print("no")
@rpc("any_peer", "call_local")
func untyped(a): print("untyped ", typeof(a))
func plain(): pass
func quit_(): get_tree().quit()
func _ready():
	print(get_script().get_rpc_config())
	print(get_script().get_base_script().get_rpc_config())
	say.rpc(2)
	print(rpc("say", 0, "q"), rpc_id(1, "say", 0), rpc_id(-1, "say", 0), rpc_id(5, "say", 0), rpc_id(-5, "say", 0))
	say.rpc_id(1, 0)
	print(rpc("zed"), rpc_id(1, "zed"), rpc("nope"), rpc("plain"))
	plain.rpc()
	self.émile.rpc()
	var me = self
	me.say.rpc(0)
	me.say.rpc_id(1, 0)
	me.rpc("say", 0)
	var c = me.say
	c.rpc(0)
	c = Callable(self, "say")
	c.rpc(0)
	c.bind("bound").rpc(0)
	print(rpc("say"), rpc("say", 1, 2, 3), rpc("say", "x"), rpc("say", 1.7), rpc("say", true))
	var ti: Array[int] = [1, 2]
	print(rpc("typed", ["x"], Vector2(), null, "x"))
	for args in [[ti, Vector2i(1, 2), null, "sn"], [ti, Vector2i(1, 2), self, "sn", [1], {1: 2}], [ti, 5, self, "sn"], [ti, Vector2(), 5, "sn"], [ti, Vector2(), null, 5], [ti, Vector2(), null, ^"aa"], [ti, Vector2(), RefCounted.new(), "x"], [ti, Vector2(), null, "x", "abc"], [ti, null, null, "x"], [ti, Vector2(), null, "x", [], null], [ti, Vector2(), null]]:
		print(callv("rpc", ["typed"] + args))
	print(rpc("vari", 1, 2, 3), rpc("vari"))
	print(rpc("stat", 1))
	print(rpc("fails"))
	print(rpc("untyped", self), rpc("untyped", ^"a"), rpc("untyped", RID()))
	rpc_config("plain", {"rpc_mode": 1, "call_local": true})
	print(rpc("plain"), get_node_rpc_config())
	var n = Node.new()
	add_child(n)
	n.rpc_config("set_name", {"rpc_mode": 1, "call_local": true})
	n.rpc_config("nope", {"rpc_mode": 1, "call_local": true})
	print(n.rpc("set_name", "Foo"), n.name, n.rpc("nope"), n.rpc("set_name"))
	print(multiplayer.rpc(1, self, "two", []), multiplayer.rpc(0, self, "two"))
	wait.rpc()
	var x = get_tree().get_multiplayer()
	print(x.get_class(), x.multiplayer_peer.get_class(), x.get_unique_id(), x.is_server(), x.get_peers(), x.root_path)
