extends Node

signal go(x)
signal pair(a, b)
signal bare

func frame():
	await get_tree().process_frame
	return "frame"

func add(a: int, b: int) -> int:
	await get_tree().process_frame
	return a + b

func sync_value() -> int:
	return 5

func deep(n: int) -> int:
	if n == 0:
		await get_tree().process_frame
		return 0
	return 1 + await deep(n - 1)

func maybe(wait: bool) -> String:
	if wait:
		await get_tree().process_frame
		return "waited"
	return "at once"

func tell(a, b, c) -> void:
	print("tell ", a, " ", b, " ", c)

static func stat(node: Node) -> String:
	await node.get_tree().process_frame
	return "static " + node.name

func loop(tag: String, n: int) -> void:
	for i in n:
		print(tag, " ", i)
		await get_tree().process_frame
	print(tag, " done")

func emits() -> void:
	go.emit(1)
	pair.emit(2, 3)
	bare.emit()

func early_return(x):
	if x:
		return "early"
	await get_tree().process_frame
	return "late"

class Worker:
	signal finished(value)
	var steps := 0
	func work(tree: SceneTree, n: int) -> int:
		for i in n:
			await tree.process_frame
			steps += 1
		finished.emit(steps)
		return steps

var prop: int:
	get:
		return 12

func _ready() -> void:
	print("start")
	print(await frame())
	print(await add(1, 2) + await add(3, 4))
	print(await sync_value(), " ", await 7, " ", await "text", " ", await null, " ", await prop)
	print(await deep(3))
	print(await maybe(true), " ", await maybe(false))
	tell(await add(1, 1), sync_value(), await maybe(true))
	if await add(2, 2) == 4:
		print("cond")
	while await add(0, 0) > 0:
		print("never")
	for i in await add(1, 1):
		print("for ", i)
	match await maybe(false):
		"at once": print("matched")
	var arr := [await add(1, 0), await add(2, 0)]
	print(arr, {"k": await add(5, 5)})
	var t = "yes" if await maybe(true) == "waited" else "no"
	print(t)
	print(await stat(self))
	loop("a", 3)
	loop("b", 2)
	await loop("c", 4)
	print("both done")
	emits.call_deferred()
	print(await go)
	emits.call_deferred()
	print(await pair)
	emits.call_deferred()
	print(await bare)
	var lam := func(x):
		await get_tree().process_frame
		return x + 1
	print(await lam.call(1))
	var f := add
	print(await f.call(10, 20), " ", await call("add", 3, 3), " ", await callv("add", [4, 4]))
	print(await early_return(true), " ", await early_return(false))
	var w := Worker.new()
	w.finished.connect(func(v): print("finished ", v))
	print(await w.work(get_tree(), 3), " ", w.steps)
	w.work(get_tree(), 2)
	print("w waits ", await w.finished)
	await get_tree().create_timer(0.1).timeout
	print("timer")
	var results := []
	for i in 3:
		run_into(results, i)
	while results.size() < 3:
		await get_tree().process_frame
	print(results)
	var x := 1
	x += await add(x, 10)
	print(x)
	results[0] = await maybe(false)
	print(results)
	print(not await maybe(true) == "x", " ", -(await add(1, 2)), " ", (await add(1, 2)) * 2, " ", await add(1, 2) * 2)
	print([1, 2].map(func(v): return v * 2))
	print((await get_list())[1], " ", (await get_list()).size())
	get_tree().quit()

func get_list() -> Array:
	await get_tree().process_frame
	return ["l0", "l1"]

func run_into(results: Array, i: int) -> void:
	for k in 3 - i:
		await get_tree().process_frame
	results.append(i)
