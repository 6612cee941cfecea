extends Node
# Command pattern: a little text editor with undo, redo and macros.

@abstract class Command:
	@abstract func apply(doc: Document) -> void
	@abstract func revert(doc: Document) -> void
	func describe() -> String:
		return "command"

class Document:
	var text := ""
	var cursor := 0:
		set(v):
			cursor = clampi(v, 0, text.length())

class Insert extends Command:
	var what: String
	var at: int
	func _init(w: String) -> void:
		what = w
	func apply(doc: Document) -> void:
		at = doc.cursor
		doc.text = doc.text.insert(at, what)
		doc.cursor += what.length()
	func revert(doc: Document) -> void:
		doc.text = doc.text.erase(at, what.length())
		doc.cursor = at
	func describe() -> String:
		return "insert '%s'" % what

class Delete extends Command:
	var count: int
	var removed := ""
	func _init(n := 1) -> void:
		count = n
	func apply(doc: Document) -> void:
		var from := maxi(doc.cursor - count, 0)
		removed = doc.text.substr(from, doc.cursor - from)
		doc.text = doc.text.erase(from, removed.length())
		doc.cursor = from
	func revert(doc: Document) -> void:
		doc.text = doc.text.insert(doc.cursor, removed)
		doc.cursor += removed.length()
	func describe() -> String:
		return "delete '%s'" % removed

class Move extends Command:
	var to: int
	var before: int
	func _init(t: int) -> void:
		to = t
	func apply(doc: Document) -> void:
		before = doc.cursor
		doc.cursor = to
	func revert(doc: Document) -> void:
		doc.cursor = before
	func describe() -> String:
		return super() + " move"

class Macro extends Command:
	var parts: Array[Command]
	func _init(...commands: Array) -> void:
		parts.assign(commands)
	func apply(doc: Document) -> void:
		for p in parts:
			p.apply(doc)
	func revert(doc: Document) -> void:
		for i in range(parts.size() - 1, -1, -1):
			parts[i].revert(doc)
	func describe() -> String:
		return "[" + ", ".join(parts.map(func(p): return p.describe())) + "]"

class Editor:
	var doc := Document.new()
	var undone: Array[Command] = []
	var done: Array[Command] = []
	func run(c: Command) -> Editor:
		c.apply(doc)
		done.push_back(c)
		undone.clear()
		return self
	func undo() -> bool:
		if done.is_empty():
			return false
		var c: Command = done.pop_back()
		c.revert(doc)
		undone.append(c)
		return true
	func redo() -> bool:
		if not undone:
			return false
		var c: Command = undone.pop_back()
		c.apply(doc)
		done.append(c)
		return true
	func show() -> void:
		print("'%s|%s'" % [doc.text.left(doc.cursor), doc.text.substr(doc.cursor)])

func _ready() -> void:
	var e := Editor.new()
	e.run(Insert.new("hello")).run(Insert.new(" world")).run(Move.new(5)).run(Insert.new(","))
	e.show()
	e.run(Delete.new(3))
	e.show()
	print(e.done.map(func(c): return c.describe()))
	while e.undo():
		e.show()
	print(e.undo(), e.redo(), e.redo())
	e.show()
	e.run(Macro.new(Move.new(0), Insert.new(">> "), Move.new(1000), Insert.new("!"), Delete.new(2)))
	e.show()
	print(e.done[-1].describe(), " ", e.redo())
	e.undo()
	e.show()
	e.redo()
	e.show()
	print(e.doc.cursor, " ", e.done.size(), " ", e.done[0] is Insert, " ", e.done[0] is Command)
	get_tree().quit()
