class_name CycleA
const LIMIT = 5
var other: CycleB
func name_of() -> String:
	return "A"
func make() -> CycleB:
	return CycleB.new()
