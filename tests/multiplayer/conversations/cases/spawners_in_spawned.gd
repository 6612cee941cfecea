extends "res://spawning.gd"
# Spawners inside of what was spawned.

func server():
	boxed("Box", ["nest"])
	await host()
	var a = make("nest", "A")
	a.level = 1
	box.add_child(a)
	a.get_node("Box").add_child(make("mob", "M1", 11))
	var b = make("nest", "B")
	b.level = 2
	a.get_node("Box").add_child(b)
	b.get_node("Box").add_child(make("mob", "M2", 12))
	await sync("1")
	a.level = 5
	b.get_node("Box/M2").hp = 99
	await sync("2")
	b.get_node("Box/M2").hit.rpc(1)
	await sync("3")
	b.free()
	await sync("4")
	a.queue_free()
	await sync("5")

func client():
	boxed("Box", ["nest"])
	await join()
	await sync("1", func(): print(inside(), inside($Box/A/Box)))
	await sync("2", func(): print($Box/A.level, $Box/A/Box/B/Box/M2.hp))
	await sync("3")
	await sync("4")
	await sync("5", func(): print(inside()))
