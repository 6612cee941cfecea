extends Node
signal ping(n)
signal shouted
func receive(n, tag := "none") -> void:
	print(name, " got ", n, " ", tag)
func shout() -> void:
	shouted.emit()
	print(name, " shouted")
func heard() -> void:
	print(name, " heard")
