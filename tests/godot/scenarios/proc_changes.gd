extends Node
# Priorities, modes and switches that change during processing.

class P extends Node:
	func _process(_delta):
		var main = get_parent()
		print("    ", name)
		main.at(str(name))

class T extends Node:
	func _physics_process(_delta):
		print("    phys ", name)

var plan
var who = ""
var nodes = []

func at(label):
	if label == who:
		who = ""
		plan.call()

func do(n):
	if n == 0:
		nodes[2].process_priority = -5
	if n == 1:
		nodes[3].process_priority = 7
	if n == 2:
		nodes[1].set_process(false)
	if n == 3:
		nodes[1].set_process(true)
	if n == 4:
		nodes[1].process_mode = Node.PROCESS_MODE_DISABLED
	if n == 5:
		nodes[1].process_mode = Node.PROCESS_MODE_INHERIT
	if n == 6:
		move_child(nodes[3], 0)
	if n == 7:
		nodes[3].process_priority = 0
	if n == 8:
		remove_child(nodes[1])
	if n == 9:
		add_child(nodes[1])
	if n == 10:
		get_tree().paused = true
	if n == 11:
		remove_child(nodes[0])

func make(label, prio):
	var n = P.new()
	n.name = label
	n.process_priority = prio
	add_child(n)
	return n

func step(what):
	print(what)
	await get_tree().process_frame
	print("  --")
	await get_tree().process_frame

func _ready():
	var a = make("A", 0)
	var b = make("B", 0)
	var c = make("C", 1)
	var d = make("D", -1)
	nodes = [a, b, c, d]
	await get_tree().process_frame
	await step("plain")
	who = "A"
	plan = Callable(self, "do").bind(0)
	await step("A sets C to -5")
	who = "D"
	plan = Callable(self, "do").bind(1)
	await step("D sets itself to 7")
	who = "A"
	plan = Callable(self, "do").bind(2)
	await step("A switches B off")
	who = "A"
	plan = Callable(self, "do").bind(3)
	await step("A switches B on")
	who = "C"
	plan = Callable(self, "do").bind(4)
	await step("C disables B")
	who = "C"
	plan = Callable(self, "do").bind(5)
	await step("C enables B")
	who = "A"
	plan = Callable(self, "do").bind(6)
	await step("A moves D")
	who = "A"
	plan = Callable(self, "do").bind(7)
	await step("A sets D to 0")
	who = "D"
	plan = Callable(self, "do").bind(8)
	await step("D removes B")
	who = "D"
	plan = Callable(self, "do").bind(9)
	await step("D adds B")
	who = "C"
	plan = Callable(self, "do").bind(10)
	process_mode = Node.PROCESS_MODE_PAUSABLE
	await step("C pauses")
	get_tree().paused = false
	who = "D"
	plan = Callable(self, "do").bind(11)
	await step("D removes A")
	add_child(a)
	await step("A is back")
	a.set_process(false)
	a.set_process(true)
	await step("A off and on")
	get_tree().quit()
