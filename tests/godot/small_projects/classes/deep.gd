class_name Deep
class Level1:
	const CONST = "c1"
	class Level2 extends Level1:
		enum E { A, B }
		func who() -> String:
			return "level2 " + CONST
