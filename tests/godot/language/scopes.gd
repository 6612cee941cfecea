extends Node

var name_ := "member"
var value := 1
const K = "outer const"

class Inner:
	const K = "inner const"
	var value := 2
	func read() -> Array:
		return [value, K]
	func local() -> Array:
		var K2 = "local"
		return [K2]

func shadow(value: int) -> int:
	value += 1
	return value

func blocks() -> Array:
	var out := []
	for i in 2:
		var t := i * 10
		out.append(t)
	for i in 2:
		var t := "s%d" % i
		out.append(t)
	if true:
		var t := 1.5
		out.append(t)
	else:
		var t := []
		out.append(t)
	match 1:
		1:
			var t := "match"
			out.append(t)
	while true:
		var t := &"while"
		out.append(t)
		break
	return out

func same_names(i: int) -> int:
	var sum := i
	for j in i:
		for k in j:
			sum += k
	for j in 2:
		sum += j
	return sum

func capture_order() -> Array:
	var fns := []
	var x := 1
	fns.append(func(): return x)
	x = 2
	fns.append(func(): return x)
	if true:
		var y := x + 1
		fns.append(func(): return y + x)
	x = 100
	return fns.map(func(f): return f.call())

func lambda_shadow() -> Array:
	var x := 5
	var f := func(q):
		var inner = q + x
		x = 50
		return [inner, x]
	return [f.call(1), x, f.call(1)]

func uninitialised() -> Array:
	var out := []
	for i in 3:
		var v
		if i == 1:
			v = "set"
		out.append(v)
	return out

func match_binds() -> Array:
	var out := []
	for v in [[1, 2], [3, [4, 5]], "x"]:
		match v:
			[var a, [var b, var c]]:
				out.append([a, b, c])
			[var a, var b]:
				out.append([b, a])
			var a:
				out.append(a)
	return out

func builtin_names() -> String:
	var position := "position"
	var list = "list"
	var len_ := 3
	var dict := {}
	var str_ := "s"
	var self_name := name
	var type = 5
	var def := 6
	var lambda_ := 7
	var None := 8
	var True := 9
	var print_ := 10
	var try := 11
	var import := 12
	var with := 13
	var global := 14
	var del := 15
	var async := 16
	var raise := 17
	return "%s %s %s %s %s %s %s %s %s %s" % [position, list, len_, dict, str_, self_name, type, def, lambda_, None + True + print_ + try + import + with + global + del + async + raise]

func def() -> String:
	return "def"

func lambda() -> String:
	return "lambda"

func try(None, except := 2, finally := 3) -> int:
	return None + except + finally

class Python:
	var dict := "dict"
	var list := "list"
	var None := "None"
	var __init__ := "init"
	var __class__ := "class"
	var __dict__ := "d"
	var mro := 1
	var self_ := 2
	func items() -> String:
		return "items"
	func keys() -> String:
		return "keys"
	func __len__() -> int:
		return 0
	func __bool__() -> bool:
		return false
	func append(x) -> String:
		return "append %s" % x
	func size() -> int:
		return 77
	func cls() -> String:
		return "cls"

func _ready() -> void:
	print(shadow(5), value, Inner.new().read(), Inner.new().local(), K)
	print(blocks())
	print(same_names(5), capture_order(), lambda_shadow(), uninitialised(), match_binds())
	print(builtin_names())
	print(def(), lambda(), try(1))
	var p := Python.new()
	print(p.dict, p.list, p.None, p.__init__, p.__class__, p.__dict__, p.mro, p.self_, p.items(), p.keys(), p.append(1), p.size(), p.cls())
	print("truthy" if p else "falsy")
	var any = p
	print(any.dict, any.size(), any.append(2), any.keys(), any.__len__())
	var value := "local"
	print(value, self.value)
	var get := 5
	print(get, get("value"))
	var class_names := ["a"]
	for name_ in class_names:
		print(name_, self.name_)
	var print_me := func(print_me_too): return print_me_too
	print(print_me.call(3))
	get_tree().quit()
