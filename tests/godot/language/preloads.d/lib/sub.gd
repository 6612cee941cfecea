extends "tool.gd"
func _init(n: int) -> void:
	super(n * 2)
func grow(by: int):
	super.grow(by * 100)
	return self
func kind() -> String:
	return "sub " + VERSION
