extends Node
# Listeners that fail or do not fit, and what goes on after them.

signal ping(a)
signal nothing

func none():
	print("  none")

func one(a):
	print("  one ", a)

func two(a, b):
	print("  two ", a, " ", b)

func defaults(a, b = 2, c = 3):
	print("  defaults ", a, " ", b, " ", c)

func _ready():
	print("fits or not")
	ping.connect(none)
	ping.connect(one)
	ping.connect(two)
	ping.connect(defaults)
	ping.emit(1)
	print("several arguments")
	ping.emit(1, 2)
	print("no argument")
	ping.emit()
	for c in ping.get_connections():
		ping.disconnect(c["callable"])
	print("binds")
	ping.connect(none.bind(1))
	ping.connect(two.bind("b"))
	ping.connect(one.unbind(1))
	ping.connect(defaults.bind(8, 9))
	ping.emit(1)
	for c in ping.get_connections():
		ping.disconnect(c["callable"])
	print("deferred")
	ping.connect(none, CONNECT_DEFERRED)
	ping.connect(one, CONNECT_DEFERRED)
	ping.connect(two.unbind(1).bind(1), CONNECT_DEFERRED)
	ping.emit(2)
	await get_tree().process_frame
	for c in ping.get_connections():
		ping.disconnect(c["callable"])
	print("by name")
	nothing.connect(Callable(self, "nope"))
	nothing.connect(none)
	nothing.emit()
	nothing.disconnect(Callable(self, "nope"))
	print(connect("nothing", Callable(self, "one")), is_connected("nothing", Callable(self, "one")))
	emit_signal("nothing")
	emit_signal("nothing", 1)
	print("wrong disconnects")
	nothing.disconnect(two)
	disconnect("nothing", two)
	nothing.disconnect(Callable())
	print(nothing.is_connected(Callable()), nothing.connect(Callable()))
	print("freed listener")
	var n = Node.new()
	var cc = Callable(n, "queue_free")
	nothing.connect(cc)
	n.free()
	print(nothing.connect(cc))
	nothing.disconnect(none)
	nothing.disconnect(one)
	print(nothing.has_connections(), " ", nothing.get_connections())
	print("one-shots that do not fit")
	nothing.connect(one, CONNECT_ONE_SHOT)
	nothing.emit()
	print(nothing.has_connections())
	print("signals to signals")
	nothing.connect(ping.emit.bind(5))
	ping.connect(one)
	nothing.emit()
	nothing.disconnect(ping.emit)
	print(nothing.has_connections())
	get_tree().quit()
