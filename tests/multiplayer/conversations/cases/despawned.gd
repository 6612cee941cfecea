extends "res://spawning.gd"
# All the ways to leave a spawner's parent, and to come back.

func server():
	boxed()
	boxed("Other", ["mob"])
	await host()
	var m = []
	for i in 8:
		m.append(make("mob", "M%d" % i, i))
		box.add_child(m[i])
	await sync("1")
	m[0].queue_free()
	await sync("2")
	m[1].free()
	await sync("3")
	box.remove_child(m[2])
	await sync("4")
	m[2].hp = 22
	box.add_child(m[2])
	await sync("5")
	m[3].reparent($Other)
	await sync("6")
	m[4].reparent(self)
	await sync("7")
	m[5].name = "Renamed"
	m[5].hp = 55
	await sync("8")
	m[5].hit.rpc(1)
	await sync("9")
	await sync("9x")
	m[5].free()
	await sync("10")
	m[6].queue_free()
	m[6].hp = 66
	box.add_child(make("mob", "New", 10))
	await sync("11")
	box.remove_child(m[7])
	box.add_child(m[7])
	await sync("12")
	box.queue_free()
	await sync("13")
	spawner.free()
	await sync("14")

func client():
	boxed()
	boxed("Other", ["mob"])
	await join()
	for i in 14:
		await sync(str(i + 1), func(): print(i + 1, " ", inside() if is_instance_valid(box) else null, inside($Other)))
		if i == 8:
			$Box.get_child(0).hit.rpc(2)
			await sync("9x")
