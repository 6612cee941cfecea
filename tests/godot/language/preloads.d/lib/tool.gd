extends RefCounted
const VERSION = "1.2"
static var used := 0
var size: int
func _init(n: int) -> void:
	size = n
	used += 1
func grow(by: int):
	size += by
	return self
static func shout(t: String) -> String:
	return t.to_upper() + "!"
