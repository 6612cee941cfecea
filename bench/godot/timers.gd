extends Node
## Scene-tree timers that are pending and never end.

var timers: Array[SceneTreeTimer] = []


func setup(count: int) -> void:
	for i in count:
		timers.append(get_tree().create_timer(100000.0 + i))


func checksum() -> float:
	var sum := 0.0
	for timer in timers:
		sum += timer.time_left
	return sum
