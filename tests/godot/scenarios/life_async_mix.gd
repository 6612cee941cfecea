extends Node
# Coroutines and the end of nodes: removed, re-added, freed while waiting in each callback.

class W extends Node:
	signal go(x)
	var log = ""
	func _ready():
		print("  ready ", name)
		var x = await go
		print("  ", name, " got ", x, " inside ", is_inside_tree())
		x = await go
		print("  ", name, " got again ", x)
	func chain(n):
		print("  chain ", n, " of ", name)
		if n == 0:
			await go
			return "end"
		var r = await chain(n - 1)
		print("  back ", n, " ", r)
		return str(r) + str(n)
	func dies():
		await get_tree().process_frame
		print("  ", name, " dies")
		queue_free()
		print("  still runs")
		await get_tree().process_frame
		print("  never")

func watch(w):
	var r = await w.chain(2)
	print("  watched ", r)

func waits_exit(w):
	await w.tree_exited
	print("  exited seen")

func _ready():
	var w = W.new()
	w.name = "W"
	add_child(w)
	watch(w)
	waits_exit(w)
	w.go.emit(1)
	remove_child(w)
	w.go.emit(2)
	w.request_ready()
	add_child(w)
	watch(w)
	waits_exit(w)
	w.free()
	print("freed")
	var v = W.new()
	v.name = "V"
	add_child(v)
	v.dies()
	waits_exit(v)
	for i in 4:
		await get_tree().process_frame
		print("frame ", i, " ", is_instance_valid(v))
	var u = W.new()
	u.name = "U"
	add_child(u)
	u.go.connect(u.queue_free.unbind(1))
	u.go.connect(print_it)
	u.go.emit(5)
	u.go.emit(6)
	await u.tree_exiting
	print("exiting")
	await get_tree().process_frame
	print(is_instance_valid(u))
	get_tree().quit()

func print_it(x):
	print("  it ", x)
