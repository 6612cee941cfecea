extends "res://server.gd"
## Calls everybody, some times in a row, whenever it is asked to.

var calls: int


func _ready() -> void:
	calls = plan["calls"]
	host()


@rpc("any_peer")
func more() -> void:
	for i in calls:
		news.rpc(1000, "a text", Vector2(1, 2), [1, 2.5, "three"])


@rpc
func news(_number: int, _text: String, _at: Vector2, _values: Array) -> void:
	pass
