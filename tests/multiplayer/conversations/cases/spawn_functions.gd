extends "res://spawning.gd"
# Spawn functions: data of many types, and what they must not give.

func build(d):
	print("build %s" % var_to_str(d))
	if d is Dictionary and d.get("none"):
		return null
	if d is String and d == "int":
		return 5
	if d is String and d == "object":
		return RefCounted.new()
	var n = Node.new()
	if d is Dictionary and d.has("name"):
		n.name = d.name
	if d is Dictionary and d.get("deep"):
		var m = make("mob", "Deep", 9)
		n.add_child(m)
	if d is Dictionary and d.get("sync"):
		n.free()
		n = make("mob", d.name, 77)
	return n

func server():
	boxed()
	print("no function ", spawner.spawn(1))
	spawner.spawn_function = build
	await host()
	for d in [null, 1, "text", 2.5, Vector2(1, 2), [1, [2]], {"name": "Named"}, PackedByteArray([1, 2, 3]), PackedByteArray(), &"sn", ^"a/b", true,
			{"name": "Named"}, {"name": "bad/name"}, {"deep": true, "name": "Holder"}, {"sync": true, "name": "Synced"}]:
		var n = spawner.spawn(d)
		print("-> %s %s" % [n.name if n else null, n.get_parent() == box if n else null])
	await sync("1", func(): print(inside()))
	await sync("2")
	for d in [{"none": true}, "int", "object"]:
		print("-> %s" % spawner.spawn(d))
	await sync("3", func(): print(inside()))
	for c in box.get_children():
		c.free()
	await sync("4")

func client():
	boxed()
	spawner.spawn_function = build
	await join()
	await sync("1", func(): print(inside()))
	print("client spawns ", spawner.spawn(7))
	await sync("2")
	await sync("3", func(): print(inside()))
	await sync("4", func(): print(inside()))
