extends Node
# Tweens in every situation: each function is a scenario, run in the order of the file.
var frame := 0
var value := 0.0
var number := 0
var point := Vector2()
class Ref extends RefCounted:
	var v := 0.0
	func method(x): print("method ", x)
	func callback(): print("callback")
func q(label, x = ""): print("f", frame, " ", label, " ", x)
func wait(n):
	for i in n: await get_tree().process_frame
func _process(_d): frame += 1
func watch(t, tag):
	t.step_finished.connect(func(i): q(tag + " step_finished", i)); t.finished.connect(func(): q(tag + " finished"))
	t.loop_finished.connect(func(i): q(tag + " loop_finished", i))
	return t
func tw(tag = "t"): return watch(create_tween(), tag)
func take(x): q("take", x)

func valid_until_dropped():
	var t := create_tween(); t.tween_interval(0.01)
	t.finished.connect(func(): q("finished", [t.is_valid(), t.is_running(), t.get_loops_left(), t.get_total_elapsed_time()]))
	await t.finished
	q("awaited", t.is_valid())
	await wait(1); q("next frame", t.is_valid())
	await wait(1); q("then", t.is_valid())
	q("elapsed", t.get_total_elapsed_time())
func restart_when_finished():
	var t := create_tween(); t.tween_callback(q.bind("callback")).set_delay(0.02)
	var n := [0]
	t.finished.connect(func():
		n[0] += 1
		q("finished", n[0])
		if n[0] < 3:
			t.stop(); t.play())
	await wait(8); q("valid", t.is_valid())
func stop_when_finished():
	var t := create_tween(); t.tween_property(self, "value", 1.0, 0.05)
	t.finished.connect(func(): t.stop())
	await wait(6); q("valid", [t.is_valid(), t.is_running()])
	value = 0.0; t.play(); await wait(2); q("value", value)
	t.kill()
func play_when_finished():
	var t := create_tween(); t.tween_interval(0.01)
	await t.finished
	t.play(); q("running", t.is_running()); q("stepped", t.custom_step(0.1))
	await wait(2)
func kill_in_callback():
	var t = tw(); t.set_parallel()
	t.tween_callback(func(): q("first"); t.kill()); t.tween_callback(q.bind("second")); t.chain().tween_callback(q.bind("third"))
	await wait(3); q("valid", t.is_valid())
func stop_in_callback():
	var t = tw()
	t.tween_callback(func(): q("first"); t.stop()); t.tween_callback(q.bind("second"))
	await wait(3); q("valid", t.is_valid()); t.kill()
func pause_in_callback():
	var t = tw()
	t.tween_callback(func(): q("first"); t.pause()); t.tween_callback(q.bind("second"))
	await wait(3); t.play(); await wait(2)
func restart_in_callback():
	var t = tw(); var n := [0]
	t.tween_callback(func():
		n[0] += 1
		q("a", n[0])
		if n[0] < 3:
			t.stop(); t.play())
	t.tween_callback(q.bind("b")); t.tween_interval(0.02); t.tween_callback(q.bind("c"))
	await wait(8)
func stop_in_loop_finished():
	var t = tw().set_loops(4)
	t.tween_callback(q.bind("a")); t.tween_interval(0.01); t.loop_finished.connect(func(i): if i == 2: t.stop())
	await wait(8); q("valid", t.is_valid()); t.kill()
func create_in_callback():
	var t := create_tween()
	t.tween_callback(func():
		q("outer")
		var u := create_tween()
		u.tween_callback(q.bind("inner")); u.tween_callback(q.bind("inner too")))
	await wait(4)
func many_steps_in_a_frame():
	var t = tw()
	for i in 3: t.tween_callback(q.bind("callback", i))
	await wait(2)
func time_left_over():
	var t := create_tween(); t.pause(); t.tween_interval(0.1); t.parallel().tween_interval(0.3); t.tween_method(take, 0.0, 1.0, 1.0)
	t.custom_step(0.5); t.kill()
	t = create_tween(); t.pause(); t.tween_interval(0.1); t.parallel().tween_interval(0.3); t.tween_method(take, 0.0, 1.0, 1.0)
	t.custom_step(0.2); t.custom_step(0.3); t.kill()
	t = create_tween(); t.pause(); t.tween_interval(0.3); t.parallel().tween_callback(q.bind("callback")); t.tween_method(take, 0.0, 1.0, 1.0)
	t.custom_step(0.2); t.custom_step(0.3); t.kill()
func infinite_loop():
	var t = tw().set_loops()
	t.tween_callback(q.bind("callback"))
	await wait(3); q("valid", t.is_valid())
func infinite_loop_by_hand():
	var t = tw().set_loops(); t.pause(); t.tween_callback(q.bind("callback"))
	q("stepped", t.custom_step(1.0)); q("valid", t.is_valid()); t.kill()
func zero_length_loops():
	var t = tw().set_loops(3)
	t.tween_callback(q.bind("callback"))
	await wait(3)
func short_infinite_loop():
	var t = tw().set_loops()
	t.tween_interval(0.005)
	await wait(2); q("left", t.get_loops_left()); t.kill()
func loops_changed_on_the_way():
	var t = tw().set_loops(3)
	t.tween_interval(0.02)
	t.loop_finished.connect(func(i): t.set_loops(2))
	await wait(8)
func order_of_signals():
	var t = create_tween().set_loops(2)
	t.tween_property(self, "value", 1.0, 0.02).from(0.0).finished.connect(func(): q("property finished", value))
	t.parallel().tween_interval(0.01).finished.connect(func(): q("interval finished"))
	t.tween_callback(q.bind("callback")).finished.connect(func(): q("callback finished"))
	t.tween_method(take, 0.0, 1.0, 0.02).finished.connect(func(): q("method finished"))
	watch(t, "t")
	await wait(10)
func ref_counted_targets():
	var t := create_tween()
	var r := Ref.new()
	var w = weakref(r)
	t.tween_property(r, "v", 1.0, 0.03)
	r = null
	for i in 4:
		await wait(1); q("lives", w.get_ref() != null)
	r = Ref.new(); t = create_tween(); t.tween_callback(r.callback).set_delay(0.03); r = null
	await wait(4)
	r = Ref.new(); t = create_tween(); t.tween_method(r.method, 0.0, 1.0, 0.03); r = null
	await wait(4)
func freed_targets():
	var n := Node.new()
	var t = tw().set_parallel()
	t.tween_property(n, "process_priority", 10, 0.03).finished.connect(func(): q("property finished"))
	t.tween_method(n.set_process_priority, 0, 10, 0.03).finished.connect(func(): q("method finished"))
	t.tween_callback(n.queue_free).set_delay(0.02).finished.connect(func(): q("callback finished"))
	n.free()
	await wait(4)
func freed_on_the_way():
	var n := Node.new()
	var t = tw()
	t.tween_property(n, "process_priority", 5, 0.05); t.tween_callback(q.bind("next"))
	await wait(2); n.free(); await wait(3)
func nothing_to_call():
	var t = tw()
	t.tween_callback(Callable()).set_delay(0.02).finished.connect(func(): q("callback finished"))
	t.tween_callback(Callable(self, "no_such")).set_delay(0.02)
	t.tween_method(Callable(), 0, 1, 0.02).set_delay(0.02)
	await wait(3)
func wrong_arguments():
	var t = tw()
	t.tween_callback(func(x): q("never")).finished.connect(func(): q("callback finished"))
	t.parallel().tween_interval(0.02)
	t.tween_method(func(): q("never"), 0.0, 1.0, 0.03).finished.connect(func(): q("method finished"))
	await wait(4)
func custom_interpolator():
	var t = tw()
	t.tween_property(self, "value", 10.0, 0.05).from(0.0).set_custom_interpolator(func(w): q("asked", w); return w * w).finished.connect(func(): q("property finished", value))
	await wait(2); q("value", value); await wait(3)
	t = create_tween(); t.pause(); t.tween_property(self, "value", 10.0, 1.0).from(0.0).set_trans(Tween.TRANS_QUAD).set_custom_interpolator(func(w): q("asked", w); return w)
	t.custom_step(0.25); q("value", value); t.kill()
func wrong_custom_interpolators():
	for c in [func(w): return 1, func(w): return "x", func(w): pass, Callable(), Callable(self, "no_such")]:
		value = 5.0
		var t := create_tween(); t.pause()
		t.tween_property(self, "value", 10.0, 1.0).set_custom_interpolator(c)
		t.custom_step(0.5); q("value", value); value = 7.0; t.custom_step(0.5); q("value", value)
		t.kill()
func first_values():
	var t := create_tween(); t.pause()
	q("wrong type", t.tween_property(self, "value", 1.0, 1.0).from(Vector2()) == null)
	t.kill()
	value = 7.0; t = create_tween(); t.pause(); t.tween_property(self, "value", 1.0, 1.0).from_current(); value = 3.0
	t.custom_step(0.5); q("from_current", value); t.kill()
	value = 7.0; t = create_tween(); t.pause(); t.tween_property(self, "value", 1.0, 1.0).from(2.0).set_delay(1.0)
	for i in 3:
		t.custom_step(0.5); q("from and delay", value)
	t.kill()
	value = 7.0; t = create_tween(); t.pause(); t.tween_property(self, "value", 1.0, 1.0).set_delay(1.0)
	t.custom_step(0.5); value = 100.0
	t.custom_step(0.75); q("delay", value); t.kill()
	value = 7.0; t = create_tween(); t.pause(); t.tween_property(self, "value", 1.0, 1.0).from(3).as_relative()
	t.custom_step(0.5); q("from and relative", value); t.kill()
	value = 7.0; t = create_tween(); t.pause(); t.tween_property(self, "value", 1.0, 1.0).as_relative().set_delay(1.0); value = 50.0
	t.custom_step(0.5); value = 100.0
	for i in 3:
		t.custom_step(0.5); q("relative and delay", value)
	t.kill()
	value = 7.0; t = create_tween(); t.pause(); t.tween_property(self, "value", 1.0, 1.0).as_relative().from_current().set_delay(1.0); value = 50.0
	t.custom_step(0.5); value = 100.0
	for i in 3:
		t.custom_step(0.5); q("all three", value)
	t.kill()
func first_values_in_loops():
	value = 1.0; var t = create_tween().set_loops(2); t.pause(); t.tween_property(self, "value", 1.0, 1.0).as_relative()
	for i in 4:
		t.custom_step(0.5); q("relative", value)
	t.kill()
	value = 1.0; t = create_tween().set_loops(2); t.pause(); t.tween_property(self, "value", 2.0, 1.0).from_current()
	for i in 4:
		t.custom_step(0.5); q("from_current", value)
	t.kill()
	value = 7.0; t = create_tween().set_loops(2); t.pause(); t.tween_property(self, "value", 1.0, 1.0).set_delay(1.0)
	for i in 8:
		t.custom_step(0.5); q("delay", value)
		if i == 3: value = 20.0
	t.kill()
func number_types():
	number = 0; var t := create_tween(); t.pause(); t.tween_property(self, "number", 2.9, 1.0)
	for i in 4:
		t.custom_step(0.25); q("int", number)
	t.kill()
	t = create_tween(); t.pause(); t.tween_property(self, "number", 10, 1.0).from(1.7)
	for i in 4:
		t.custom_step(0.25); q("int", number)
	t.kill()
	t = create_tween(); t.pause(); t.tween_property(self, "value", 10, 1.0).from(1)
	t.custom_step(0.25); q("float", value); t.kill()
	t = create_tween(); t.pause(); t.tween_property(self, "point:x", 10, 1.0); t.parallel().tween_property(self, "point:y", 5.0, 1.0)
	t.custom_step(0.25); q("part", point); t.kill()
	t = create_tween(); t.pause(); t.tween_method(take, 0, 10.7, 1.0); t.tween_method(take, 0.0, 10, 1.0); t.tween_method(take, Vector2(1, 2), Vector2(3, 3), 1.0); t.tween_method(take, "ab", "xyz", 1.0)
	for i in 8: t.custom_step(0.5)
	t.kill()
func strange_durations():
	for d in [0.0, -1.0, INF, NAN]:
		var t = tw(); t.pause(); t.tween_method(take, 0.0, 1.0, d)
		t.custom_step(0.5); q("elapsed", t.get_total_elapsed_time()); t.kill()
	var t = tw(); t.pause(); t.tween_interval(-1.0); t.tween_interval(1.0); t.tween_callback(q.bind("callback")).set_delay(-1.0)
	t.custom_step(0.5); q("half"); t.custom_step(0.5)
func strange_steps():
	var t := create_tween(); t.pause(); t.tween_method(take, 0.0, 1.0, 1.0)
	for d in [0.0, -1.0, 0.5, 5.0]:
		q("stepped", [t.custom_step(d), t.get_total_elapsed_time()])
	q("again", [t.custom_step(5.0), t.get_total_elapsed_time(), t.is_valid()])
	t.stop(); q("stopped", [t.custom_step(0.25), t.get_total_elapsed_time(), t.is_running()])
	t.kill(); q("killed", [t.custom_step(0.25), t.get_total_elapsed_time()])
	t = create_tween(); t.pause(); t.tween_method(take, 0.0, 1.0, 1.0); t.set_speed_scale(2.0)
	for s in [2.0, 0.0, -1.0]:
		t.set_speed_scale(s); q("scaled", [t.custom_step(0.25), t.get_total_elapsed_time()])
	t.kill()
func step_inside_a_step():
	var t = tw()
	t.tween_callback(func(): q("stepped", t.custom_step(0.5))); t.tween_interval(0.01)
	await wait(3)
	var u := create_tween(); u.pause(); u.tween_callback(q.bind("other"))
	t = create_tween(); t.tween_callback(func(): q("stepped", u.custom_step(0.5)))
	await wait(3); u.kill()
func chain_and_parallel():
	var t = tw()
	t.tween_callback(q.bind("1")); t.parallel().tween_callback(q.bind("1 too")); t.tween_callback(q.bind("2")); t.set_parallel(); t.tween_callback(q.bind("2 too")); t.chain().tween_callback(q.bind("3")); t.tween_callback(q.bind("3 too")); t.set_parallel(false); t.tween_callback(q.bind("4"))
	await wait(3)
	t = tw().set_parallel()
	t.tween_callback(q.bind("1")); t.chain(); t.parallel(); t.tween_callback(q.bind("1 too")); t.parallel(); t.chain(); t.tween_callback(q.bind("2"))
	await wait(3)
	t = tw(); t.parallel().tween_callback(q.bind("1")); t.parallel().parallel().tween_callback(q.bind("1 too"))
	await wait(3)
func order_of_tweens():
	var a := create_tween(); var b := create_tween(); var c := create_tween(); var d := create_tween().set_process_mode(Tween.TWEEN_PROCESS_PHYSICS)
	b.tween_callback(q.bind("b")); c.tween_callback(q.bind("c")); d.tween_callback(q.bind("physics"))
	a.tween_callback(func():
		q("a")
		b.kill()
		create_tween().tween_callback(q.bind("late")))
	await wait(4)
func callback_frees_bound_node():
	var n := Node.new(); add_child(n)
	var t = watch(n.create_tween(), "t")
	t.tween_callback(func(): n.free(); q("freed")); t.tween_callback(q.bind("next")); t.tween_interval(0.1); t.tween_callback(q.bind("never"))
	await wait(8); q("valid", t.is_valid())
func bound_to_a_node_outside():
	var n := Node.new()
	var t = watch(get_tree().create_tween().bind_node(n), "t"); t.tween_callback(q.bind("callback"))
	q("stepped", t.custom_step(0.1))
	await wait(2); q("valid", t.is_valid()); add_child(n); await wait(3)
	n.free()
func bound_to_a_disabled_node():
	var n := Node.new(); add_child(n)
	process_mode = PROCESS_MODE_ALWAYS
	n.process_mode = PROCESS_MODE_DISABLED
	get_tree().paused = true
	n.create_tween().tween_callback(q.bind("bound"))
	n.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_PROCESS).tween_callback(q.bind("process"))
	n.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_STOP).tween_callback(q.bind("stop"))
	get_tree().create_tween().tween_callback(q.bind("unbound"))
	await wait(3); q("go on"); get_tree().paused = false; await wait(3)
	n.process_mode = PROCESS_MODE_WHEN_PAUSED
	await wait(2); q("pause"); get_tree().paused = true; await wait(2); get_tree().paused = false
	n.free()
func subtween():
	var s = tw("s"); s.tween_callback(q.bind("s 1")); s.tween_interval(0.03); s.tween_callback(q.bind("s 2"))
	var t = tw(); t.tween_callback(q.bind("t 1")); t.tween_subtween(s).finished.connect(func(): q("subtween finished")); t.tween_callback(q.bind("t 2"))
	await wait(6)
	q("valid", [s.is_valid(), t.is_valid()])
func subtween_in_loops():
	var s = tw("s").set_loops(2); s.tween_interval(0.02); s.tween_callback(q.bind("s"))
	var t = tw().set_loops(2); t.tween_callback(q.bind("t 1")); t.tween_subtween(s).set_delay(0.02).finished.connect(func(): q("subtween finished")); t.tween_callback(q.bind("t 2"))
	await wait(12)
func subtween_killed_with_its_tween():
	var s = tw("s"); s.tween_interval(0.05); s.tween_callback(q.bind("s"))
	var t = tw(); t.tween_subtween(s); t.tween_callback(q.bind("t"))
	await wait(2); t.kill(); q("valid", [s.is_valid(), s.is_running(), s.custom_step(1.0)])
	await wait(3)
func subtween_killed_alone():
	var s = tw("s"); s.tween_interval(0.05); s.tween_callback(q.bind("s"))
	var t = tw(); t.tween_subtween(s); t.tween_callback(q.bind("t"))
	await wait(2); s.kill(); await wait(3)
func subtween_paused_alone():
	var s = tw("s"); s.tween_interval(0.03); s.tween_callback(q.bind("s"))
	var t = tw(); t.tween_subtween(s); t.tween_callback(q.bind("t"))
	s.pause(); await wait(2); q("running", s.is_running()); s.pause(); await wait(3); s.play(); await wait(4)
func subtween_that_cannot_run():
	var s = tw("s"); s.kill()
	var t = tw(); t.tween_subtween(s); t.tween_callback(q.bind("after killed"))
	await wait(2)
	t = tw(); t.tween_subtween(tw("s")); t.tween_callback(q.bind("after empty"))
	await wait(2)
func subtween_that_had_started():
	var s = tw("s"); s.tween_interval(0.02); s.tween_callback(q.bind("s")); s.tween_interval(1.0)
	await wait(4)
	var t = tw(); t.tween_subtween(s)
	await wait(4); t.kill()
func subtween_twice():
	var s := create_tween(); s.tween_method(take, 0.0, 1.0, 1.0)
	var t = tw(); t.pause(); t.tween_subtween(s); t.tween_subtween(s)
	for i in 5: t.custom_step(0.6)
	q("valid", t.is_valid())
func subtween_time():
	var s = tw("s").set_speed_scale(2.0); s.tween_interval(1.0)
	var t = tw(); t.pause(); t.tween_subtween(s); t.tween_method(take, 0.0, 1.0, 1.0)
	t.custom_step(0.6); t.custom_step(0.2); t.custom_step(0.2); t.kill()
func subtween_of_a_freed_node():
	var n := Node.new(); add_child(n)
	var s = watch(n.create_tween(), "s"); s.tween_interval(0.05); s.tween_callback(q.bind("s"))
	var t = tw(); t.tween_subtween(s); t.tween_callback(q.bind("t"))
	await wait(2); n.free(); await wait(3)
func async_callback():
	var t = tw()
	t.tween_callback(func(): await wait(1); q("waited")); t.tween_callback(q.bind("next"))
	await wait(4)
func refused():
	var t := create_tween()
	q("null", t.tween_property(null, "value", 1.0, 1.0) == null)
	q("empty", t.tween_property(self, "", 1.0, 1.0) == null)
	q("no part", t.tween_property(self, "point:w", 1.0, 1.0) == null)
	q("part", t.tween_property(self, ":point:x", 1.0, 1.0) != null)
	q("String", t.tween_property(self, "name", "x", 1.0) == null)
	q("Vector2i", t.tween_property(self, "point", Vector2i(1, 2), 1.0) == null)
	q("bool", t.tween_property(self, "value", true, 1.0) == null)
	q("method", t.tween_method(take, 0.0, Vector2(), 1.0) == null)
	q("subtween", t.tween_subtween(null) == null)
	q("node", t.bind_node(null) == t)
	q("loops", [t.set_loops(-1).get_loops_left(), t.set_loops(3).get_loops_left(), t.set_loops().get_loops_left()])
	t.kill()
	q("killed", t.tween_interval(1.0) == null)
	t.play(); t.stop(); q("killed", [t.is_valid(), t.is_running()])
	t = create_tween(); t.tween_interval(1.0); t.custom_step(0.1); q("started", t.tween_callback(take) == null); t.kill()
	get_tree().create_tween()
	await wait(2)
func made_without_a_tree():
	var t := Tween.new()
	q("new", [t.is_valid(), t.is_running(), t.get_loops_left(), t.get_total_elapsed_time()])
	q("interval", t.tween_interval(1.0) == null)
	q("property", t.tween_property(self, "value", 1.0, 1.0) == null)
	q("subtween", t.tween_subtween(null) == null)
	q("stepped", t.custom_step(0.1))
	t.play()
	q("chained", t.chain().parallel().set_parallel().bind_node(self) == t)
func values_between():
	q("trans", Tween.interpolate_value(0.0, 1.0, 0.5, 1.0, 99, 0)); q("ease", Tween.interpolate_value(0.0, 1.0, 0.5, 1.0, 0, 9))
	for d in [0.0, 1.0, 0.25, -1.0]: q("duration", Tween.interpolate_value(0.0, 1.0, 0.5, d, 0, 0))
	for x in [2.0, -1.0, 0.5]: q("time", Tween.interpolate_value(0.1, 7.0, x, 1.0, Tween.TRANS_CUBIC, Tween.EASE_OUT))
	for p in [[0, 5], [0, -5], [-2, 1], [3, 2.5], [2.5, 3], [0.0, Vector2.ONE], [Vector2.ONE, 2], [null, 1.0], [false, true], [true, false], [true, true], ["abc", "de"], [[1.0, 2.0], [1.0]], [[], [4.0]], [[1, "a", null], [3, "e", 1]], [{"a": 1}, {"a": 2}], [^"a", ^"b"], [Vector2i(3, -3), Vector2i(-7, 7)], [Color(1, 0, 0), Color(0, 1, 0)], [Rect2(1, 2, 3, 4), Rect2(1, 1, 1, 1)], [Rect2i(1, 2, 3, 4), Rect2i(1, 1, 2, 3)]]:
		q(p, Tween.interpolate_value(p[0], p[1], 0.5, 1.0, 0, 0))
func _ready() -> void:
	for m in get_script().get_script_method_list():
		if m.name in ["q", "wait", "_process", "watch", "tw", "take", "_ready"] or m.name.begins_with("@") or m.name.begins_with("<"): continue
		await wait(1)
		frame = 0
		value = 0.0; number = 0; point = Vector2()
		print("== ", m.name)
		await call(m.name)
	get_tree().quit()
