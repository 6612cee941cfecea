extends Node
## Coroutines that wait for the next frame, every frame.


class Waiter extends Node:
	var frames := 0

	func _ready() -> void:
		while true:
			await get_tree().process_frame
			frames += 1


func setup(count: int) -> void:
	for i in count:
		add_child(Waiter.new())


func checksum() -> float:
	var sum := 0
	for waiter: Waiter in get_children():
		sum += waiter.frames
	return sum
