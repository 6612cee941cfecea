extends "res://conversation.gd"
# @rpc in a class and in the one above it.

func server():
	part("child_one", "C")
	part("base_one", "B")
	print($C.get_script().get_rpc_config())
	print($B.get_script().get_rpc_config())
	print($C.get_script().get_base_script().get_rpc_config().size())
	await host()
	await sync("1")

func client():
	part("child_one", "C")
	part("base_one", "B")
	await join()
	for n in ["C", "B"]:
		for m in ["one", "two", "three", "four", "five", "six", "six_b"]:
			print(n, " ", m, " ", get_node(n).rpc(m, n + m))
		get_node(n).one.rpc(1)
		get_node(n).two.rpc(2)
	await sync("1")
