extends Node
var extra := "extra of " + get_class()
func _ready() -> void:
	print("node script ready as ", "Made" if name == &"Made" else "other")
func greet() -> String:
	return "greetings"
