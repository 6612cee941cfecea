extends Control
## Hosts a game or joins one: by buttons, or told on the command line.
##
##     godot --path . -- host port=8080 nick=Gus
##     godot --path . -- join=ws://localhost:8080 nick=Gus rolls=3
##
## `rolls`: so often it rolls by itself whenever it has the crown, and then it leaves. `seats`: it
## waits until so many have told their names.

@onready var game := $Panel/VBoxContainer/Game
@onready var nick := $Panel/VBoxContainer/Row/Nick
@onready var address := $Panel/VBoxContainer/Row/Address

var port := 8080


func _ready() -> void:
	multiplayer.peer_connected.connect(game.welcome)
	multiplayer.peer_disconnected.connect(game.farewell)
	multiplayer.connected_to_server.connect(func(): game.set_player_name.rpc(nick.text))
	multiplayer.server_disconnected.connect(ended)
	multiplayer.connection_failed.connect(ended)
	game.finished.connect(func(): get_tree().quit())
	for word in OS.get_cmdline_user_args():
		var value := word.get_slice("=", 1)
		match word.get_slice("=", 0):
			"port":
				port = value.to_int()
			"nick":
				nick.text = value
			"rolls":
				game.rolls_left = value.to_int()
			"seats":
				game.seats = value.to_int()
			"join":
				address.text = value
				join.call_deferred()
			"host":
				host.call_deferred()


func host() -> void:
	var peer := new_peer()
	if peer.create_server(port) != OK:
		print("cannot listen")
		return
	multiplayer.multiplayer_peer = peer
	print("listening")
	game.add_player(1, nick.text)
	game.set_turn(0)


func join() -> void:
	var peer := new_peer()
	if peer.create_client(address.text) != OK:
		print("cannot connect")
		return
	multiplayer.multiplayer_peer = peer


func new_peer() -> WebSocketMultiplayerPeer:
	var peer := WebSocketMultiplayerPeer.new()
	peer.supported_protocols = ["ludus"]
	return peer


func ended() -> void:
	print("connection closed")
	game.clear()
	multiplayer.multiplayer_peer = null
