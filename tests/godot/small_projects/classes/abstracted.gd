@abstract
class_name Abstracted
extends RefCounted
@abstract func step(n: int) -> String
func run() -> String:
	return step(1) + step(2)
