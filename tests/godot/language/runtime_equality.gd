extends Node
func u(x): return x
func _ready():
	prints([1] == [1.0], [1] == [true], ["a"] == [&"a"], [NAN] == [NAN], NAN == NAN, [null] == [0], {1: 2} == {1: 2.0}, {"a": 1} == {&"a": 1}, {1: 1} == {1.0: 1})
	prints([1, 2] == [1, 2.0], [[1]] == [[1.0]], {"a": {"b": 1}} == {"a": {"b": 1.0}})
	prints(u(1) == u(1.0), u("a") == u(&"a"))
	prints([1, "a"].has(1.0), [true].has(1), [1].find(true), [1.0].find(1), ["a"].has(&"a"), [^"a"].has("a"))
	prints(u(1) in [1.0], 1.0 in [1], true in [1])
	prints({1: "a", 1.0: "b", true: "c", "x": 1})
	prints({[1]: 1, [1.0]: 2, [true]: 3})
	prints({NAN: 1, u(NAN): 2})
	prints(u([1, 2]) < u([1, 3]), u([1]) < u([1, 2]), u(["a"]) < u([1]), u([2]) < u([1, 2]), u([null]) < u([1]))
	prints([3, 1.5, 2].max(), ["b", "a"].max(), [1, "a"].max(), [].max(), [[1], [2]].min())
	var a = [3, "a", 1, "b", 2.5, null, true, &"z", [1], {}, Vector2(1, 0), Vector2(0, 5)]
	a.sort()
	prints(a)
	a = [true, 5, false, 3, 1.5, "q", "b"]
	a.sort()
	prints(a)
	prints(2 ** -1, " ", 2 ** 63, " ", 3 ** 40, " ", 0 ** -1, " ", (-2) ** 63, " ", 2 ** 0.5, " ", u(0.0) ** u(-1), " ", u(-8.0) ** u(1.0/3))
	prints(u(1) << u(65), " ", u(-1) >> u(70), " ", u(-5) >> u(1))
	prints(u(5) & u(3), u(5) | u(3), u(5) ^ u(3), ~u(5))
	pass
	get_tree().quit()
