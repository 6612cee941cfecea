extends Node
# Whether an object can be freed while one of its methods runs, called in several ways.

class O extends Object:
	func end(_x = null):
		print("  end")
		free()
	func outer():
		end()
	func later():
		await Engine.get_main_loop().process_frame
		print("  later")
		free()
	func _notification(what):
		if what == NOTIFICATION_PREDELETE:
			print("  predelete")
	func other(o):
		o.free()
	func hands(n):
		n.take(self)

class N extends Node:
	var mode = ""
	func die():
		print("  die ", name)
		free()
	func take(o):
		o.free()
	func _process(_delta):
		if mode == "free":
			print("  process ", name)
			free()
		elif mode == "die":
			mode = ""
			print("  process ", name)
			die()
	func _notification(what):
		if what == NOTIFICATION_PREDELETE:
			print("  predelete ", name)

signal ping

func node(label, mode = ""):
	var n = N.new()
	n.name = label
	n.mode = mode
	add_child(n)
	return n

func frames(n):
	for _i in range(n):
		await get_tree().process_frame

func direct():
	var o = O.new()
	o.end()
	print("  ", is_instance_valid(o))
	o.free()

func in_outer():
	var o = O.new()
	o.outer()
	print("  ", is_instance_valid(o))
	o.free()

func handed():
	var o = O.new()
	var n = node("Taker")
	o.hands(n)
	print("  ", is_instance_valid(o))
	o.free()
	o = O.new()
	n.take(o)
	print("  ", is_instance_valid(o))

func waiting():
	var o = O.new()
	o.later()
	await frames(2)
	print("  ", is_instance_valid(o))

func of_other():
	var a = O.new()
	var b = O.new()
	a.other(b)
	print("  ", is_instance_valid(a), is_instance_valid(b))
	a.free()

func in_process():
	var a = node("A", "free")
	var b = node("B", "die")
	await frames(3)
	print("  ", is_instance_valid(a), is_instance_valid(b))

func deferred():
	var a = node("C")
	var b = node("D")
	var c = node("E")
	a.die.call_deferred()
	b.call_deferred("free")
	c.free.call_deferred()
	await frames(2)
	print("  ", is_instance_valid(a), is_instance_valid(b), is_instance_valid(c))

func emitted():
	var a = node("F")
	var b = node("G")
	ping.connect(a.die)
	ping.connect(b.free)
	ping.emit()
	print("  ", is_instance_valid(a), is_instance_valid(b))

func timer():
	var a = node("H")
	get_tree().create_timer(0.0).timeout.connect(a.die)
	await frames(3)
	print("  ", is_instance_valid(a))

func _ready():
	for what in ["direct", "in_outer", "handed", "waiting", "of_other", "in_process", "deferred", "emitted", "timer"]:
		print(what)
		call(what)
		await frames(4)
	get_tree().quit()
