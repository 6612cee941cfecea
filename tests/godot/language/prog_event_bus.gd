extends Node
# An event bus with priorities, filters, one-shot listeners and a history.

class Event:
	var name: StringName
	var data: Dictionary
	var stopped := false
	func _init(n: StringName, d := {}) -> void:
		name = n
		data = d
	func stop() -> void:
		stopped = true
	func _to_string() -> String:
		return "%s%s" % [name, data if data else ""]

class Bus:
	var _listeners: Dictionary[StringName, Array] = {}
	var history: Array[Event] = []
	var muted: Array[StringName] = []

	func on(event: StringName, callback: Callable, priority := 0, once := false) -> int:
		var list: Array = _listeners.get_or_add(event, [])
		list.append({call = callback, priority = priority, once = once, id = list.size()})
		list.sort_custom(func(a, b): return a.priority > b.priority if a.priority != b.priority else a.id < b.id)
		return list.size()

	func off(event: StringName, callback: Callable) -> bool:
		var list: Array = _listeners.get(event, [])
		for i in list.size():
			if list[i].call == callback:
				list.remove_at(i)
				return true
		return false

	func fire(event: Event) -> bool:
		history.append(event)
		if event.name in muted:
			return false
		for pattern in [event.name, &"*"]:
			for l in _listeners.get(pattern, []).duplicate():
				if event.stopped:
					return false
				l.call.call(event)
				if l.once:
					_listeners[pattern].erase(l)
		return not event.stopped

	func count(event: StringName) -> int:
		return _listeners.get(event, []).size()

var bus := Bus.new()
var seen: PackedStringArray = []

func _on_hit(e: Event) -> void:
	seen.append("hit %s" % e.data.get("amount", "?"))

func _ready() -> void:
	print(bus.on(&"hit", _on_hit))
	bus.on(&"hit", func(e): seen.append("high"), 10)
	bus.on(&"hit", func(e): seen.append("low"), -5)
	bus.on(&"hit", func(e): seen.append("once"), 5, true)
	bus.on(&"*", func(e): seen.append("any " + str(e)))
	print(bus.fire(Event.new(&"hit", {amount = 3})), seen)
	seen.clear()
	print(bus.fire(Event.new(&"hit")), seen, bus.count(&"hit"))
	seen = []
	bus.on(&"hit", func(e: Event): if e.data.get("amount", 0) > 5: e.stop(), 100)
	print(bus.fire(Event.new(&"hit", {"amount": 9})), seen)
	print(bus.fire(Event.new(&"hit", {"amount": 1})), seen)
	print(bus.off(&"hit", _on_hit), bus.off(&"hit", _on_hit), bus.off(&"none", _on_hit))
	seen.resize(0)
	bus.muted = [&"quiet"]
	print(bus.fire(Event.new("quiet")), bus.fire(Event.new("other", {"x": Vector2.ONE})), seen)
	print(bus.history)
	bus.on(&"chain", func(e):
		if e.data.n > 0:
			bus.fire(Event.new(&"chain", {n = e.data.n - 1}))
		seen.append("n%d" % e.data.n))
	seen.clear()
	bus.fire(Event.new(&"chain", {n = 3}))
	print(seen, bus.history.size())
	get_tree().quit()
