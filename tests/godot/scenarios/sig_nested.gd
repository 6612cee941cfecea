extends Node
# Nested emissions with connections, disconnections, one-shots, counted and deferred ones.

signal ping(n)
signal pong

var depth = 0

func a(n):
	print("  a ", n)
	if n == 1:
		ping.disconnect(b)
		ping.connect(d)
		ping.emit(2)
		print("  a back")

func b(n):
	print("  b ", n)

func c(n):
	print("  c ", n)

func d(n):
	print("  d ", n)

func once(n):
	print("  once ", n)
	if n < 13:
		ping.emit(n + 1)
		ping.connect(once, CONNECT_ONE_SHOT)

func self_off(n):
	print("  self_off ", n)
	ping.disconnect(self_off)
	ping.connect(self_off)
	ping.disconnect(self_off)

func late(n):
	print("  late ", n)

func counted(n):
	print("  counted ", n)
	ping.disconnect(counted)

func appended(n, extra, source = null):
	print("  appended ", n, " ", extra, " ", source)

func with_default(n, more = "dflt", most = "m"):
	print("  with_default ", n, " ", more, " ", most)

func free_now():
	print("  free_now")

func clear():
	for entry in ping.get_connections():
		ping.disconnect(entry["callable"])

func _ready():
	print("nested")
	ping.connect(a)
	ping.connect(b)
	ping.connect(c)
	ping.emit(1)
	print("again")
	ping.emit(3)
	clear()
	print("one shots ", ping.has_connections())
	ping.connect(once, CONNECT_ONE_SHOT)
	ping.connect(b)
	ping.emit(10)
	print(ping.is_connected(once), " ", ping.has_connections())
	clear()
	print("self off")
	ping.connect(self_off)
	ping.connect(b)
	ping.emit(20)
	ping.emit(21)
	clear()
	print("counted")
	print(ping.connect(counted, CONNECT_REFERENCE_COUNTED), ping.connect(counted, CONNECT_REFERENCE_COUNTED), ping.connect(counted), ping.connect(b), ping.connect(b, CONNECT_REFERENCE_COUNTED))
	ping.emit(30)
	ping.emit(31)
	ping.emit(32)
	clear()
	print("counted upon plain")
	print(ping.connect(b), ping.connect(b, CONNECT_REFERENCE_COUNTED), ping.connect(b, CONNECT_REFERENCE_COUNTED))
	ping.disconnect(b)
	print(ping.is_connected(b))
	ping.disconnect(b)
	print(ping.is_connected(b))
	print("append source")
	ping.connect(appended.bind("x"), CONNECT_APPEND_SOURCE_OBJECT)
	ping.emit(40)
	clear()
	ping.connect(appended, CONNECT_APPEND_SOURCE_OBJECT)
	ping.emit(41)
	clear()
	ping.connect(appended.unbind(1).bind("y", "z"), CONNECT_APPEND_SOURCE_OBJECT)
	ping.emit(42)
	clear()
	ping.connect(appended, CONNECT_APPEND_SOURCE_OBJECT | CONNECT_DEFERRED)
	ping.emit(43)
	await get_tree().process_frame
	clear()
	print("defaults")
	ping.connect(with_default)
	ping.emit(50)
	ping.emit(51, "given")
	ping.emit(51, "given", "most", "too many")
	ping.emit()
	clear()
	ping.connect(with_default.bind("bound"))
	ping.emit(52)
	clear()
	ping.connect(with_default.unbind(1))
	ping.emit(53)
	ping.emit(54, 55)
	clear()
	print("same base, other binds")
	print(ping.connect(b.bind(1)), ping.connect(b), ping.is_connected(b.bind(5)), ping.is_connected(b))
	ping.disconnect(b)
	print(ping.has_connections())
	print("deferred one shot")
	ping.connect(late, CONNECT_DEFERRED | CONNECT_ONE_SHOT)
	ping.emit(60)
	ping.emit(61)
	print(ping.has_connections())
	await get_tree().process_frame
	print("lambda")
	var f = func(n): print("  f ", n)
	print(ping.connect(f), ping.connect(f), ping.is_connected(f))
	ping.connect(func(n): print("  g ", n))
	ping.connect(func(n): print("  g ", n))
	ping.emit(70)
	ping.disconnect(f)
	ping.emit(71)
	clear()
	print("blocked")
	ping.connect(b)
	set_block_signals(true)
	ping.emit(80)
	print(emit_signal("ping", 81), " ", is_blocking_signals())
	set_block_signals(false)
	print(emit_signal("ping", 82))
	print(emit_signal("nope"), " ", has_signal("ping"), " ", has_signal("nope"))
	get_tree().quit()
