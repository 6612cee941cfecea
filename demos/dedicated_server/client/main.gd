extends Node
## The client of the coin game. Arrow keys move.
##
## Behind "--" on the command line: address=ws://HOST:PORT, nick=NAME, and bot=SECONDS, which plays
## by itself for so long and then quits.

const Player = preload("res://player.tscn")
const Coin = preload("res://coin.tscn")

var address := "ws://127.0.0.1:8910"
var nick := "Godot"
var bot := 0.0


func _ready():
	for argument in OS.get_cmdline_user_args():
		var parts = argument.split("=", true, 1)
		if parts.size() == 2 and parts[0] in ["address", "nick"]:
			set(parts[0], parts[1])
		elif parts.size() == 2 and parts[0] == "bot":
			bot = float(parts[1])
	$Spawner.spawn_function = make
	$Spawner.spawned.connect(_on_spawned)
	$Spawner.despawned.connect(_on_despawned)
	multiplayer.connected_to_server.connect(_on_connected)
	multiplayer.connection_failed.connect(func(): show_line("no server at " + address))
	multiplayer.server_disconnected.connect(func(): show_line("the server is gone"))
	var peer = WebSocketMultiplayerPeer.new()
	if peer.create_client(address) != OK:
		show_line("cannot connect to " + address)
		return
	multiplayer.multiplayer_peer = peer


func _on_connected():
	show_line("connected")
	set_nick.rpc_id(1, nick)
	if bot > 0.0:
		await get_tree().create_timer(bot).timeout
		var mine = $Arena.get_node_or_null(str(multiplayer.get_unique_id()))
		print("score %d" % (mine.score if mine else -1))
		get_tree().quit()


## Makes a node of what the server's `spawn` was given; `server.py` has its twin.
func make(data: Dictionary) -> Node:
	if data["kind"] == "player":
		var player = Player.instantiate()
		player.name = str(data["id"])
		player.position = data["at"]
		player.color = Color.from_hsv(data["hue"], 0.7, 0.9)
		player.plays_itself = bot > 0.0
		player.get_node("Input").set_multiplayer_authority(data["id"])
		return player
	var coin = Coin.instantiate()
	coin.position = data["at"]
	return coin


func _on_spawned(node):
	if "score" in node:
		show_line("player %s" % ("mine" if node.is_mine() else "other"))


func _on_despawned(node):
	if "score" in node:
		show_line("%s is gone" % node.nick)


func show_line(text: String):
	print(text)
	$Log.text = text


@rpc
func announce(text: String):
	show_line(text)


@rpc("any_peer")
func set_nick(_nick: String):
	pass
