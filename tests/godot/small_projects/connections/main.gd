extends Node

signal own(a, b)
var count := 0

func _on_plain() -> void:
	print("plain")

func _on_args(a, b) -> void:
	print("args ", a, " ", b)

func _on_bound(a, b, c, d) -> void:
	print("bound ", a, " ", b, " ", c, " ", d)

func _on_unbound(a) -> void:
	print("unbound ", a)

func _on_deferred(a, b) -> void:
	print("deferred ", a, b)

func _on_once(a, b) -> void:
	print("once ", a, b)

func _on_child_ready() -> void:
	print("child ready; tree entered count ", count)

func _on_tree_entered() -> void:
	count += 1

func _ready() -> void:
	print("main ready ", count)
	for s in ["own"]:
		for c in get_signal_connection_list(s):
			print(c.callable.get_method(), " ", c.flags, " ", c.callable.get_bound_arguments(), " ", c.callable.get_unbound_arguments_count())
	own.emit(1, "x")
	print("emitted")
	own.emit(2, "y")
	await get_tree().process_frame
	$Child.ping.emit(5)
	print($Timer.time_left > 0, " ", $Timer.wait_time)
	await $Timer.timeout
	print("after timer")
	$Child/Deep.shout()
	get_tree().quit()

func _on_timer_timeout() -> void:
	print("timer timeout")
