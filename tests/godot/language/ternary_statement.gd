extends Node
# A conditional expression as a statement: its branches need not give anything.


func f() -> void: print("f")
func g() -> void: print("g")
func h(): print("h")
func n() -> int: print("n"); return 1


func _ready() -> void:
	var c := true
	f() if c else g()
	f() if not c else g()
	(f() if c else n())
	h() if c else f()
	f() if not c else (g() if n() == 1 else h())
	print("x") if c else print("y")
	var deeper := func(): f() if c else g()
	deeper.call()
	for i in 2: f() if i == 0 else g()
	await get_tree().process_frame
	await get_tree().process_frame
	get_tree().quit()
