extends Node
# Functions marked with @rpc as values: what they say of themselves, and when they are the same.

signal told(n)
signal done


@rpc("any_peer", "call_local")
func say(n = 1):
	print("say ", n)

func plain():
	pass

@rpc("any_peer", "call_local")
static func common(n):
	print("common ", n)

static func apart(n):
	print("apart ", n)

@rpc("any_peer", "call_local")
func slow(n):
	print("slow ", n)
	await get_tree().process_frame
	print("slow end ", n)
	done.emit()
	return n * 2


func call_static():
	common.rpc(1)

func call_static_once_more():
	var same = common
	same.rpc_id(1, 2)

func call_apart():
	apart.rpc(3)

func call_plain():
	plain.rpc()

func call_reference():
	var other := RefCounted.new()
	Callable(other, "unreference").rpc()

func call_lambda():
	(func(): print("lambda")).rpc()

func call_null():
	Callable().rpc()


func _ready():
	print(say, " ", [say], " ", str(say), " ", Callable(self, "say"), " ", self.say, " ", plain)
	print(say.is_custom(), say.is_standard(), Callable(self, "say").is_custom(), plain.is_custom())
	print(say == say, say == Callable(self, "say"), {say: 1}.has(say), say.hash() == say.hash())
	print(say.get_method(), say.get_object() == self, say.get_argument_count(), say.is_valid())
	var me = self
	var kept = say
	kept.call(2)
	kept.rpc(3)
	me.say.rpc(4)
	me.say.rpc_id(1, 5)
	say.bind(6).rpc()
	say.unbind(1).rpc(7, 8)
	Callable(self, "say").rpc(9)
	told.connect(say)
	print(told.is_connected(say), told.is_connected(me.say), told.is_connected(Callable(self, "say")))
	told.emit(10)
	told.disconnect(me.say)
	told.emit(11)
	print(await slow.call(12))
	slow.call_deferred(13)
	await done
	slow.rpc(14)
	await done
	for attempt in [
		call_static, call_static_once_more, call_apart, call_plain, call_reference, call_lambda, call_null,
	]:
		print(attempt.get_method())
		attempt.call()
	get_tree().quit()
