extends Node

signal damaged(who: Node, amount: int)
signal message(text)

var log_lines: Array[String] = []

func _init() -> void:
	print("Events init")

func _enter_tree() -> void:
	print("Events enter, children of root: ", get_tree().root.get_children().map(func(n): return n.name))

func _ready() -> void:
	print("Events ready, has Config: ", has_node("/root/Config"))
	message.connect(func(t): log_lines.append(str(t)))

func say(format: String, ...args: Array) -> void:
	message.emit(format % args)
