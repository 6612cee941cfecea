extends Node


@rpc("any_peer", "call_local")
func ping(n):
	print("ping %s at %s from %s" % [n, str(get_path()).replace("/root/Main/Game", ""), who(multiplayer.get_remote_sender_id())])


@rpc
func only_authority(n):
	print("only_authority %s at %s from %s" % [n, name, who(multiplayer.get_remote_sender_id())])


@rpc("any_peer")
func go_away():
	print("go_away ", name)
	queue_free()


@rpc("any_peer")
func go_now():
	print("go_now ", name)
	free()


func who(id):
	return get_tree().root.get_node("Main/Game").who(id)
