extends Node
const A = await 5
var f = func(): return
const G = hello()
func hello():
	return 1

