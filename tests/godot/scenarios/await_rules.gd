extends Node
# Awaiting: twice the same signal, in handlers, overlapping, with frees, results.

signal ping(n)
signal pong(a, b)
signal bare

class W extends Node:
	signal done(x)
	func wait_for(s, label):
		print("  ", label, " waits")
		var r = await s
		print("  ", label, " got ", r, " in ", name)
		done.emit(r)
		return r

var calls = 0

func handler(n):
	print("  handler ", n)
	await get_tree().process_frame
	print("  handler ", n, " after a frame")

func twice():
	var x = await ping
	print("  twice first ", x)
	var y = await ping
	print("  twice second ", y)
	return [x, y]

func no_wait():
	return 5

func chain():
	var r = await twice()
	print("  chain ", r)
	return r

func re_emits():
	var x = await ping
	print("  re_emits ", x)
	ping.emit(x + 1)
	print("  re_emits done")

func in_loop():
	for i in 3:
		print("  loop ", i, " ", await ping)

func _process(_delta):
	calls += 1
	if calls <= 3:
		var mine = calls
		await get_tree().process_frame
		print("  process ", mine, " later at ", calls)

func _ready():
	print("values")
	chain()
	ping.emit(1)
	ping.emit(2)
	ping.emit(3)
	print("two args")
	var w = W.new()
	w.name = "W"
	add_child(w)
	w.wait_for(pong, "pong")
	w.wait_for(bare, "bare")
	w.wait_for(ping, "ping")
	pong.emit(1, "x")
	bare.emit()
	ping.emit([7])
	print("handler awaits")
	ping.connect(handler)
	ping.emit(4)
	ping.emit(5)
	await get_tree().process_frame
	ping.disconnect(handler)
	print("re-emission")
	re_emits()
	w.wait_for(ping, "other")
	in_loop()
	ping.emit(10)
	ping.emit(20)
	ping.emit(30)
	print("freed waiter")
	w.wait_for(ping, "lost")
	w.free()
	ping.emit(40)
	print("queue_free and tree_exited")
	var v = W.new()
	v.name = "V"
	add_child(v)
	v.wait_for(v.tree_exited, "own exit")
	v.queue_free()
	await v.tree_exited
	print("seen ", is_instance_valid(v))
	print("awaiting what is freed")
	var u = W.new()
	u.name = "U"
	add_child(u)
	u.wait_for(ping, "u")
	await get_tree().process_frame
	remove_child(u)
	ping.emit(50)
	u.queue_free()
	await get_tree().process_frame
	await get_tree().process_frame
	print(is_instance_valid(u))
	get_tree().quit()
