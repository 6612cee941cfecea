extends Node
func hello():
	match 1:
		var a, 2:
			return a
		_:
			pass
		3:
			pass

