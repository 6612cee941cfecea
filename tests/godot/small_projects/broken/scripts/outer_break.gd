extends Node
func hello():
	break
	if true:
		continue

