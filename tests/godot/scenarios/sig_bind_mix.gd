extends Node
# bind and unbind in chains, their counts, equality and text.

signal ping(a, b)

func f(a = 0, b = 0, c = 0, d = 0):
	print("  f ", a, " ", b, " ", c, " ", d)
	return a

func two(a, b):
	print("  two ", a, " ", b)

func info(what, c):
	print(what, " bound ", c.get_bound_arguments(), " ", c.get_bound_arguments_count(), " unbound ", c.get_unbound_arguments_count(), " argc ", c.get_argument_count(), " method ", c.get_method(), " ", c.is_custom(), c.is_standard(), c.is_valid(), c.is_null())

func _ready():
	var c = Callable(self, "f")
	info("plain", c)
	info("bind", c.bind(1, 2))
	info("bind bind", c.bind(1).bind(2))
	info("unbind", c.unbind(1))
	info("unbind unbind", c.unbind(1).unbind(2))
	info("bind unbind", c.bind(1, 2).unbind(1))
	info("unbind bind", c.unbind(1).bind(1, 2))
	info("unbind bind less", c.unbind(3).bind(1))
	info("deep", c.bind(1).unbind(2).bind(3).unbind(1).bind(4, 5, 6))
	info("nope", Callable(self, "nope"))
	info("null", Callable())
	info("bindv", c.bindv([7, 8]))
	print("calls")
	c.bind(1, 2).call(10)
	c.bind(1).bind(2).call(10)
	c.unbind(1).call(10, 20)
	c.bind(1, 2).unbind(1).call(10, 20)
	c.unbind(1).bind(1, 2).call(10)
	c.unbind(3).bind(1).call(10, 20, 30)
	c.bind(1).unbind(2).bind(3).unbind(1).bind(4, 5, 6).call(10)
	c.callv([1, 2])
	print(c.bind(5).call())
	print("connected")
	ping.connect(c.bind(1).unbind(1))
	ping.connect(Callable(self, "two").unbind(1).bind(9))
	ping.emit("x", "y")
	print(ping.is_connected(c), " ", ping.is_connected(c.bind(99)), " ", ping.is_connected(Callable(self, "two")))
	for e in ping.get_connections():
		print("  ", e["callable"], " ", e["callable"].get_bound_arguments(), " ", e["flags"])
	ping.disconnect(c.unbind(5))
	print(ping.has_connections(), " ", ping.is_null(), " ", ping.get_name(), " ", ping.get_object() == self)
	print("too few")
	ping.connect(c.unbind(3))
	ping.emit(1, 2)
	c.unbind(2).call_deferred(1)
	await get_tree().process_frame
	print("equality")
	print(c == Callable(self, "f"), " ", c.bind(1) == c.bind(1), " ", c.bind(1) == c.bind(2), " ", c.bind(1) == c, " ", c.unbind(1) == c.unbind(1), " ", Callable() == Callable(), " ", c == Callable(self, "two"), " ", c.hash() == Callable(self, "f").hash())
	print([c, c.bind(1), Callable(), ping], " ", c.get_object() == self, " ", c.get_object_id() == get_instance_id())
	var n = Node.new()
	var gone = Callable(n, "queue_free")
	var s = Signal(n, "renamed")
	print(gone, " ", s, " ", gone.is_valid())
	n.free()
	print(gone, " ", s, " ", gone.is_valid(), " ", gone.is_null(), " ", gone.get_object(), " ", s.is_null(), " ", s.get_object(), " ", s.get_name(), " ", gone.get_method())
	print(Signal(self, "nope"), " ", Signal(self, "nope").is_null())
	get_tree().quit()
