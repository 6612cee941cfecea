extends Node

signal heard(text)


@rpc("any_peer", "call_local")
func tell(text: String, n := 5):
	print("hub %s %d from %s" % [text, n, who(multiplayer.get_remote_sender_id())])
	heard.emit(text)


func who(id):
	var game = get_tree().root.get_node_or_null("Main/Game")
	return game.who(id) if game else "?"
