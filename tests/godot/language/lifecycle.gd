extends Node
# Notifications reach every level of a script's inheritance; objects end when they end.

class Level1 extends Node:
	func _init() -> void:
		print("L1 init")
	func _notification(what: int) -> void:
		if what in [NOTIFICATION_ENTER_TREE, NOTIFICATION_READY, NOTIFICATION_EXIT_TREE, NOTIFICATION_PREDELETE, NOTIFICATION_PARENTED, NOTIFICATION_UNPARENTED]:
			print("L1 note ", what)
	func _enter_tree() -> void:
		print("L1 enter")
	func _ready() -> void:
		print("L1 ready")
	func _exit_tree() -> void:
		print("L1 exit")

class Level2 extends Level1:
	var part := "part"
	func _init() -> void:
		print("L2 init ", part)
	func _notification(what: int) -> void:
		if what in [NOTIFICATION_ENTER_TREE, NOTIFICATION_READY, NOTIFICATION_EXIT_TREE, NOTIFICATION_PREDELETE]:
			print("L2 note ", what, " ", part)
	func _ready() -> void:
		print("L2 ready")
		super()

class Level3 extends Level2:
	func _init(x) -> void:
		super()
		print("L3 init ", x)
	func _enter_tree() -> void:
		print("L3 enter")
		super._enter_tree()

class Res extends RefCounted:
	var id: int
	func _init(i: int) -> void:
		id = i
	func _notification(what: int) -> void:
		if what == NOTIFICATION_PREDELETE:
			print("res ", id, " ends")

class Late extends Node:
	@onready var found := get_parent().name
	@onready var second := str(found) + "2"
	var early = "early"
	func _init() -> void:
		print("late init ", found, " ", early)
	func _enter_tree() -> void:
		print("late enter ", found)
	func _ready() -> void:
		print("late ready ", found, " ", second)

class Ticker extends Node:
	var seen := []
	func _process(delta: float) -> void:
		seen.append("p%.3f" % delta)
	func _physics_process(delta: float) -> void:
		seen.append("f%.3f" % delta)

func scope() -> void:
	var a := Res.new(1)
	print("scope has ", a.id)
	var list := [Res.new(2), a]
	list.clear()
	print("cleared")

func _ready() -> void:
	var l := Level3.new("arg")
	add_child(l)
	print("added")
	l.request_ready()
	remove_child(l)
	add_child(l)
	l.free()
	print("freed")
	scope()
	print("scope over")
	var r := Res.new(3)
	r = Res.new(4)
	print("replaced ", r.id)
	r = null
	var d := {"k": Res.new(5)}
	d.erase("k")
	print("erased")
	var o := Object.new()
	print(is_instance_valid(o))
	o.free()
	print(is_instance_valid(o))
	var late := Late.new()
	add_child(late)
	var t := Ticker.new()
	add_child(t)
	for i in 3:
		await get_tree().process_frame
	t.set_process(false)
	await get_tree().process_frame
	t.set_physics_process(false)
	var n := t.seen.size()
	await get_tree().process_frame
	print(n == t.seen.size(), " ", t.seen.slice(0, 4), " ", t.is_processing())
	t.queue_free()
	print(is_instance_valid(t), t.is_queued_for_deletion())
	await get_tree().process_frame
	print(is_instance_valid(t))
	tree_exiting.connect(func(): print("main leaves"))
	get_tree().quit()
	print("quit asked")

func _exit_tree() -> void:
	print("exit tree")

func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE:
		print("predelete")
