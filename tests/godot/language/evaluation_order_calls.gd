extends Node
class B:
	var l := []
	func add(x) -> B:
		l.append(x)
		return self
	func me() -> B:
		print("me")
		return self
var n := 0
func next() -> int:
	n += 1
	print("next ", n)
	return n
func make() -> B:
	print("make")
	return B.new()
func lam() -> Callable:
	print("lam")
	return func(x): return x
func _ready() -> void:
	print(make().add(next()).add(next()).add(next()).l)
	print(make().me().add(next()).me().add(next()).l)
	var d := {"b": make()}
	print(d.b.add(next()).add(next()).l)
	print(lam().call(next()))
	print("a%s".replace("%s", str(next())).replace("a", str(next())))
	print([next(), next()].map(func(x): return x + next()))
	print({next(): next(), "k": next()})
	print(Vector2(next(), next()), max(next(), next()), [next()][0] + next() * next())
	print("%s %s" % [next(), next()], next() if next() > 0 else 0)
	var x = make().add(next()).l[next() - next() + 1 - 0] if false else 5
	print(x, (make() if next() else null).add(next()).l)
	make().add(next()).l.append(next())
	make().l = [next()]
	get_tree().create_timer(0.01).timeout.connect(func(): print("t", next()), next() * 0 + 4)
	await get_tree().create_timer(next() * 0.001).timeout
	super.set_name(str(next()))
	set("n", next() + 10)
	call("add_to_group", str(next()))
	print(n, is_in_group("18"), get(["n", "m"][next() * 0]))
	get_tree().quit()
