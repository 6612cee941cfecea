class_name CycleB
enum Kind { X, Y = CycleA.LIMIT + 1 }
const DOUBLE = CycleA.LIMIT * 2
var other: CycleA
func name_of() -> String:
	return "B"
