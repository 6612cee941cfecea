extends Node
@rpc("any_peer","call_local","unreliable",3)
func say(x: int, y := "d"):
	print("base say ", x, y, " ", multiplayer.get_remote_sender_id())
@rpc
func zed(): pass
@rpc("call_local")
func two(): print("two")
