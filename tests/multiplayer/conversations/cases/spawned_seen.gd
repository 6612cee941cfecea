extends "res://spawning.gd"
# Who sees a spawned node, and what becomes of calls on it.

func _init():
	clients = 2

func server():
	boxed()
	await host()
	var one = id_of("client1")
	var two = id_of("client2")
	var a = make("mob", "A", 1)
	a.get_node("Sync").public_visibility = false
	box.add_child(a)
	var b = make("mob", "B", 2)
	b.get_node("Sync").add_visibility_filter(func(p): return p == two)
	box.add_child(b)
	await sync("1")
	a.get_node("Sync").set_visibility_for(one, true)
	a.hp = 10
	await sync("2")
	a.hit.rpc(1)
	b.hit.rpc(2)
	a.hit.rpc_id(two, 3)
	await sync("3")
	a.get_node("Sync").set_visibility_for(one, false)
	b.hp = 20
	await sync("4")
	a.hit.rpc(4)
	a.get_node("Sync").public_visibility = true
	b.get_node("Sync").public_visibility = false
	await sync("5")
	a.hit.rpc(5)
	b.hit.rpc(6)
	await sync("6")
	a.free()
	b.free()
	await sync("7")

func client():
	boxed()
	await join()
	for i in 7:
		await sync(str(i + 1), func(): print(i + 1, inside()))
