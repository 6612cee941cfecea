extends Node
var x: Nothing
func hello(y: Other) -> Third:
	return y

