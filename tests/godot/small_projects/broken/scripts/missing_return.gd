extends Node
func hello(x) -> int:
	if x:
		return 1

