const Tool = preload("res://lib/tool.gd")
const TABLE = {"v": Tool.VERSION, "n": Nested.KIND}
enum Mode { SLOW, FAST = 7 }
class Nested:
	const KIND = "nested"
	var deep := "deep"
	func more() -> String:
		return deep + "er"
func tool_version() -> String:
	return Tool.VERSION
