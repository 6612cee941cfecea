extends Node
var x: int = "text"
func hello() -> String:
	var n: Node = 5
	return 1

