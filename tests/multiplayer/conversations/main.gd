extends Node
# /root/Main. Plays the cases named by the environment, one after another, each with a multiplayer API of its own.
# Environment: CASES and PORTS (lists with commas), INDEX (0 the server, 1 and 2 clients), FLAGS (an empty folder).


func _ready():
	var names = OS.get_environment("CASES").split(",")
	var ports = OS.get_environment("PORTS").split(",")
	for i in names.size():
		await play(names[i], int(ports[i]), int(OS.get_environment("INDEX")))
	get_tree().quit()


func play(what: String, port: int, index: int):
	get_tree().set_multiplayer(SceneMultiplayer.new())
	var game = load("res://cases/%s.gd" % what).new()
	game.name = "Game"
	game.case_name = what
	game.port = port
	game.index = index
	game.flags = OS.get_environment("FLAGS")
	print("=== " + what)
	printerr("=== " + what)
	add_child(game)
	await game.run()
	print("bye")
	printerr("bye")
	game.quiet()
	await game.sync("bye")
	remove_child(game)
	game.free()
	if multiplayer.multiplayer_peer:
		multiplayer.multiplayer_peer.close()
