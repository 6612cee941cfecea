extends "res://conversation.gd"
# The authority of nodes goes to a client and comes back.

func _init():
	clients = 2

var a
var b
var c

func build():
	a = part("part", "A")
	b = part("part", "B", a)
	c = part("part", "C", b)

func server():
	build()
	await host()
	await sync("1")
	a.only_authority.rpc(1)
	b.only_authority.rpc(2)
	await sync("2")
	a.set_multiplayer_authority(id_of("client1"))
	print(a.is_multiplayer_authority(), b.is_multiplayer_authority(), c.get_multiplayer_authority() == id_of("client1"))
	c.set_multiplayer_authority(1, false)
	await sync("3")
	a.only_authority.rpc(3)
	c.only_authority.rpc(4)
	await sync("4")
	await sync("5")
	a.set_multiplayer_authority(1, false)
	print(a.is_multiplayer_authority(), b.is_multiplayer_authority(), c.is_multiplayer_authority())
	await sync("6")
	await sync("7")
	a.set_multiplayer_authority(0)
	print(a.get_multiplayer_authority(), a.is_multiplayer_authority())
	a.set_multiplayer_authority(-5)
	print(a.get_multiplayer_authority())
	a.only_authority.rpc(8)
	await sync("8")

func client():
	build()
	await join()
	await sync("1")
	await sync("2")
	if index == 1:
		a.set_multiplayer_authority(multiplayer.get_unique_id())
		print(a.is_multiplayer_authority(), b.is_multiplayer_authority())
	else:
		a.set_multiplayer_authority(id_of("other1"))
	await sync("3")
	await sync("4")
	if index == 1:
		a.only_authority.rpc(5)
		b.only_authority.rpc(6)
		c.only_authority.rpc(6)
		a.ping.rpc(7)
	await sync("5")
	await sync("6")
	if index == 1:
		a.only_authority.rpc(8)
		b.only_authority.rpc_id(1, 9)
		b.only_authority.rpc_id(id_of("other1"), 10)
	await sync("7")
	await sync("8")
