extends Node
var a
var a
func hello():
	var b
	var b

