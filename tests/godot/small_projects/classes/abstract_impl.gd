class_name AbstractImpl extends Abstracted
func step(n: int) -> String:
	return "step%d " % n
