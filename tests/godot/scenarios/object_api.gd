extends Node
# Object: get and set of odd properties, meta, indexed paths, user signals, notifications, reverts.

signal declared(a, b)

class O extends Node:
	var plain = 1
	var vec = Vector2(1, 2)
	var rect = Rect2(1, 2, 3, 4)
	var col = Color(0.5, 0.25, 0.125, 1)
	var dict = {"a": {"b": 3}}
	var hidden = {}
	func _get(property):
		if property == &"magic":
			return 42
		if property in hidden:
			return hidden[property]
	func _set(property, value):
		print("  _set ", property, " ", value)
		if str(property) == "taken":
			hidden[property] = value
			return true
		return false
	func _property_can_revert(property):
		print("  can_revert ", property)
		return property == &"plain"
	func _property_get_revert(property):
		return 7 if property == &"plain" else null
	func _to_string():
		return "O!"

class Base extends Node:
	func _notification(what):
		if what > 5000:
			print("  base ", what)

class Derived extends Base:
	func _notification(what):
		if what > 5000:
			print("  derived ", what)

func _ready():
	var o = O.new()
	print(o.get("plain"), " ", o.get("magic"), " ", o.get("nope"), " ", o.get("name"), "|", o.get("process_priority"), " ", o.get(""))
	o.set("plain", 5)
	o.set("taken", 6)
	o.set("nope", 7)
	o.set("process_priority", 8)
	print(o.plain, " ", o.get("taken"), " ", o.process_priority, " ", o.get("nope"))
	print("indexed")
	print(o.get_indexed("vec:x"), " ", o.get_indexed("rect:position:y"), " ", o.get_indexed("col:g"), " ", o.get_indexed("dict:a:b"), " ", o.get_indexed("vec:nope"), " ", o.get_indexed("nope:x"), " ", o.get_indexed("plain"), " ", o.get_indexed(":plain"))
	o.set_indexed("vec:y", 20)
	o.set_indexed("rect:size:x", 30)
	o.set_indexed("rect:position", Vector2(9, 9))
	o.set_indexed("col:a", 0.5)
	o.set_indexed("dict:a:b", 4)
	o.set_indexed("plain", 11)
	print(o.vec, " ", o.rect, " ", o.col, " ", o.dict, " ", o.plain)
	print("revert")
	print(o.property_can_revert("plain"), " ", o.property_get_revert("plain"), " ", o.property_can_revert("vec"), " ", o.property_get_revert("vec"))
	print("meta")
	o.set_meta("a", 1)
	o.set_meta("b", "two")
	print(o.get_meta_list(), " ", o.get_meta("a"), " ", o.get_meta("c", 9), " ", o.get("metadata/a"), " ", o.has_meta("b"))
	o.set("metadata/b", 3)
	print(o.get_meta("b"))
	o.set_meta("a", null)
	o.remove_meta("zzz")
	print(o.get_meta_list(), " ", o.get_meta("gone"), " ", o.get_meta("gone", null))
	o.set_meta("bad name", 1)
	o.set_meta("", 1)
	print(o.get_meta_list())
	print("notifications")
	var d = Derived.new()
	d.notification(6000)
	d.notification(6001, true)
	d.notification(6002, false)
	d.add_child(Base.new())
	d.propagate_notification(6003)
	print("user signals")
	o.add_user_signal("custom", [{"name": "x", "type": TYPE_INT}])
	print(o.has_user_signal("custom"), " ", o.has_signal("custom"), " ", has_user_signal("declared"), " ", o.has_user_signal("nope"))
	print(o.connect("custom", heard), " ", o.is_connected("custom", heard), " ", o.emit_signal("custom", 3))
	print(o.has_connections("custom"))
	o.add_user_signal("custom")
	o.add_user_signal("ready")
	o.add_user_signal("")
	o.remove_user_signal("custom")
	print(o.has_signal("custom"), " ", o.emit_signal("custom", 3))
	o.remove_user_signal("ready")
	print("connections")
	declared.connect(heard2)
	renamed.connect(heard2)
	for c in get_incoming_connections():
		print("  ", c["signal"], " ", c["callable"], " ", c["flags"])
	for c in get_signal_connection_list("renamed"):
		print("  ", c["signal"], " ", c["callable"], " ", c["flags"])
	print("text")
	print(o, " ", str(o), " ", o.to_string(), " ", [o], " ", {"k": o}, " ", [renamed, queue_free], " ", set_name, " ", heard.bind(1), " ", [heard.unbind(2)], " ", [declared])
	print([null, self == self, get_parent() == null, &"sn", 1.0, "q\"x"])
	o.free()
	d.free()
	print(o, " ", [o], " ", {"k": o}, " ", str(o), " ", o == null, " ", is_instance_valid(o), " ", [o, null])
	print(get_class(), " ", is_class("Node"), " ", is_class("Object"), " ", is_class("Main"), " ", is_class("node"))
	get_tree().quit()

func heard(x):
	print("  heard ", x)

func heard2(x = 1, y = 2):
	print("  heard2 ", x, " ", y)
