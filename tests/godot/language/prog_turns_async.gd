extends Node
# Tasks that wait for each other: a scheduler, a cutscene, a producer and a consumer, cancellation.

class Task extends RefCounted:
	signal done(result)
	var result: Variant
	var is_done := false
	func _init(f: Callable = Callable()) -> void:
		if f.is_valid():
			run(f)
	func run(f: Callable) -> void:
		result = await f.call()
		is_done = true
		done.emit(result)
	func wait() -> Variant:
		if not is_done:
			await done
		return result
	static func all(tasks: Array[Task]) -> Array:
		var out := []
		for t in tasks:
			out.append(await t.wait())
		return out

class Channel:
	signal filled
	var items := []
	var closed := false
	func put(x) -> void:
		items.append(x)
		filled.emit()
	func take() -> Variant:
		while items.is_empty() and not closed:
			await filled
		return items.pop_front() if items else null
	func close() -> void:
		closed = true
		filled.emit()

class Cutscene:
	signal line_shown(text)
	signal advanced
	var cancelled := false
	var shown := 0
	func play(lines: Array) -> bool:
		for l in lines:
			if cancelled:
				return false
			shown += 1
			line_shown.emit(l)
			await advanced
		return true

func frames(n: int) -> int:
	for i in n:
		await get_tree().process_frame
	return n

func fetch(key: String, n: int) -> String:
	print("fetch ", key)
	await frames(n)
	print("got ", key)
	return key.to_upper()

func produce(c: Channel) -> void:
	for i in 3:
		await frames(2)
		c.put(i * i)
	c.close()

func consume(c: Channel, tag: String) -> int:
	var n := 0
	while true:
		var x = await c.take()
		if x == null:
			break
		print(tag, " took ", x)
		n += 1
	return n

func _ready() -> void:
	var t := Task.new(fetch.bind("a", 3))
	print("task ", t.is_done)
	print(await t.wait(), t.is_done, await t.wait())
	print(await Task.all([Task.new(fetch.bind("slow", 4)), Task.new(fetch.bind("fast", 1)), Task.new(func(): return "now")]))
	var c := Channel.new()
	produce(c)
	var second := Task.new(consume.bind(c, "second"))
	var n = await consume(c, "first")
	print("first ended with ", n, " second ", await second.wait())
	var scene := Cutscene.new()
	scene.line_shown.connect(func(text): print("- ", text))
	var playing := Task.new(scene.play.bind(["one", "two", "three"]))
	scene.advanced.emit()
	await frames(1)
	scene.advanced.emit()
	scene.advanced.emit()
	print("cutscene ", await playing.wait(), scene.shown)
	scene.shown = 0
	playing = Task.new(scene.play.bind(["x", "y", "z"]))
	scene.cancelled = true
	scene.advanced.emit()
	print("cancelled ", playing.result, scene.shown)
	var order := []
	for i in 3:
		(func():
			await frames(3 - i)
			order.append(i)).call()
	await frames(5)
	print(order)
	var timer := get_tree().create_timer(10)
	var res = await first_of([timer.timeout, get_tree().process_frame])
	print("first of: ", res)
	get_tree().quit()

signal any_fired(i)

func first_of(signals: Array[Signal]) -> int:
	for i in signals.size():
		signals[i].connect(func(): any_fired.emit(i), CONNECT_ONE_SHOT)
	return await any_fired
