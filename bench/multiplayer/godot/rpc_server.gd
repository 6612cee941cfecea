extends "res://server.gd"
## Answers every call by another.


func _ready() -> void:
	host()


@rpc("any_peer")
func ask(number: int, text: String, at: Vector2, values: Array) -> void:
	answer.rpc_id(multiplayer.get_remote_sender_id(), number, text, at, values)


@rpc
func answer(_number: int, _text: String, _at: Vector2, _values: Array) -> void:
	pass
