extends Node
# Endless recursion ends with one error; deep recursion that ends is fine.

var depth := 0

func forever(n: int) -> int:
	depth = n
	return forever(n + 1) + 1

func deep(n: int) -> int:
	return 0 if n == 0 else 1 + deep(n - 1)

func ping(n: int):
	return pong(n + 1)

func pong(n: int):
	return ping(n + 1)

func _ready() -> void:
	print(deep(600))
	forever(0)
	print("overflow over, deep enough ", depth > 900)
	ping(0)
	print("mutual over")
	var f := {}
	f.call_me = func(): return f.call_me.call()
	print(deep(100))
	get_tree().quit()
