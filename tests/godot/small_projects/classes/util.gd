extends RefCounted
const TWO = 2
enum Mode { FAST, SLOW = 9 }
static var cached := static_call(1)
class Helper:
	func help() -> String:
		return "helped by %s" % Mode.keys()[1]
static func static_call(n: int) -> int:
	return n * TWO
