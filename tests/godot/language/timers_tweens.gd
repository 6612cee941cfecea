extends Node

var value := 0.0
var vec := Vector2.ZERO
var log_lines := []

func note(t: String) -> void:
	print(t)

func step(v: float) -> void:
	log_lines.append(snappedf(v, 0.01))

func _ready() -> void:
	var timer := Timer.new()
	timer.wait_time = 0.1
	add_child(timer)
	var ticks := [0]
	timer.timeout.connect(func():
		ticks[0] += 1
		print("tick ", ticks[0])
		if ticks[0] == 3:
			timer.stop())
	timer.start()
	var tw := create_tween()
	tw.tween_property(self, "value", 10.0, 0.2)
	tw.tween_callback(note.bind("first leg"))
	tw.tween_property(self, "value", 0.0, 0.1).set_trans(Tween.TRANS_QUAD).set_ease(Tween.EASE_OUT)
	tw.parallel().tween_property(self, "vec:x", 5.0, 0.1)
	tw.tween_interval(0.05)
	tw.tween_callback(func(): print("tween calls, value ", value, " vec ", vec))
	await tw.finished
	print("finished ", tw.is_valid(), " ", tw.is_running())
	var t2 := create_tween().set_loops(2)
	t2.tween_method(step, 0.0, 1.0, 0.05)
	t2.loop_finished.connect(func(n): print("loop ", n))
	await t2.finished
	print(log_lines)
	await get_tree().create_timer(0.2).timeout
	print("ticks ", ticks, " stopped ", timer.is_stopped())
	var order := []
	for d in [0.3, 0.1, 0.2]:
		get_tree().create_timer(d).timeout.connect(func(): order.append(d))
	await get_tree().create_timer(0.35).timeout
	print(order)
	var t3 := create_tween().set_parallel()
	t3.tween_property(self, "value", 3.0, 0.1).from(1.0)
	t3.tween_property(self, "vec", Vector2(1, 2), 0.05).as_relative().set_delay(0.05)
	t3.chain().tween_callback(note.bind("chained"))
	await t3.finished
	print(value, " ", vec)
	var t4 := create_tween()
	t4.tween_property(self, "value", 100.0, 1.0)
	await get_tree().create_timer(0.1).timeout
	t4.kill()
	print(value > 3 and value < 30, " ", t4.is_valid())
	timer.one_shot = true
	timer.start(0.05)
	print(timer.wait_time, " ", timer.is_stopped())
	await timer.timeout
	print(timer.is_stopped(), " ", timer.time_left)
	var who := await race([0.2, 0.1])
	print("race won by ", who)
	get_tree().quit()

signal won(i)

func race(times: Array) -> int:
	for i in times.size():
		run(i, times[i])
	return await won

func run(i: int, t: float) -> void:
	await get_tree().create_timer(t).timeout
	won.emit(i)
