extends Node
# Methods of the engine called with lists of arguments that do not fit.


func attempt(object: Object, method: String, arguments: Array):
	print(object.get_class(), ".", method, " ", arguments, " -> ", object.callv(method, arguments))


func _ready():
	var buffer := StreamPeerBuffer.new()
	attempt(self, "get_child_count", ["x"])
	attempt(self, "get_child_count", [1.7])
	attempt(self, "get_child_count", [true, 2])
	attempt(self, "nothing", [])
	attempt(self, "has_node", [])
	attempt(self, "has_node", [5])
	attempt(self, "has_node", ["."])
	attempt(self, "is_ancestor_of", [null])
	attempt(self, "is_in_group", [^"group"])
	attempt(buffer, "seek", [Vector2()])
	attempt(buffer, "put_data", [[1, 2, 3]])
	attempt(buffer, "put_data", ["abc"])
	attempt(buffer, "get_position", [])
	attempt(buffer, "put_var", [])
	attempt(buffer, "put_utf8_string", [&"name"])
	attempt(buffer, "get_string", [2.9, 1])
	print(buffer.get_position(), " ", buffer.data_array)
	get_tree().quit()
