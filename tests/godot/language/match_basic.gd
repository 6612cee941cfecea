extends Node

enum State { IDLE, RUN, JUMP }
const ZERO = 0
const HELLO = "hello"

class Point:
	const ORIGIN = Vector2.ZERO
	enum Axis { X, Y }

var member := 42

func kind(v) -> String:
	match v:
		ZERO:
			return "zero const"
		1, 2, 3:
			return "small"
		-5:
			return "negative"
		"text":
			return "text"
		HELLO:
			return "hello const"
		3.5:
			return "float"
		true:
			return "true"
		null:
			return "null"
		State.JUMP when false:
			return "never"
		Vector2(1, 2):
			return "vector"
		Point.ORIGIN:
			return "origin"
		[]:
			return "empty array"
		{}:
			return "empty dict"
		[1]:
			return "array of one"
		[1, 2, ..]:
			return "starts 1 2"
		[_, "b"]:
			return "any then b"
		[var x, [var y, _], ..]:
			return "nested %s %s" % [x, y]
		{"type": "circle", "r": var r}:
			return "circle %s" % r
		{"type": "rect", ..}:
			return "rect open"
		{"k"}:
			return "only key k"
		{"n": {"m": [var deep]}}:
			return "deep %s" % deep
		var other when other is String and other.begins_with("x"):
			return "x-string " + other
		var other when typeof(other) == TYPE_INT and other > 100:
			return "big %d" % other
		&"sn":
			return "name"
		member:
			return "variable"
		_:
			return "default"

func by_type(v) -> String:
	match typeof(v):
		TYPE_INT, TYPE_FLOAT:
			return "number"
		TYPE_STRING:
			return "string"
		TYPE_ARRAY:
			return "array"
		_:
			return "other"

func state_name(s: State) -> String:
	match s:
		State.IDLE: return "idle"
		State.RUN: return "run"
		State.JUMP: return "jump"
	return "unknown"

func _ready() -> void:
	for v in [0, 1, 3, -5, "text", "hello", 3.5, true, false, null, Vector2(1, 2), Vector2.ZERO, [], {}, [1], [1, 2], [1, 2, 3, 4], ["a", "b"], [9, [8, 7], 6], [9, [8, 7]], [9, [8]],
			{"type": "circle", "r": 5}, {"type": "circle", "r": 5, "z": 1}, {"type": "rect", "w": 1}, {"type": "rect"}, {"k": 1}, {"k": 1, "j": 2}, {"n": {"m": [77]}}, "xyz", 101, 42, 43, &"sn", &"text", 1.0, 2.0, 0.0]:
		print(v, " -> ", kind(v))
	for v in [1, 1.5, "s", [], {}]:
		print(by_type(v))
	for s in State.values():
		print(state_name(s))
	print(state_name(99))
	# fall out of a match without a hit, and break/continue of the loop around
	for i in 6:
		match i:
			1:
				continue
			4:
				print("leaving")
				break
			2:
				pass
			_ when i % 2 == 1:
				print("odd ", i)
		print("after match ", i)
	var x := 5
	match x * 2:
		10:
			print("ten")
	match [x, "y"]:
		[5, var second]:
			print("second ", second)
	match x:
		1 when x == 1:
			print("no")
		5 when x > 10:
			print("no")
		5 when x < 10:
			print("five below ten")
	var count := [0]
	match bump(count):
		1:
			print("evaluated once ", count)
		_:
			print("evaluated more ", count)
	match {"a": [1, {"b": 2}]}:
		{"a": [_, {"b": var b}]}:
			print("b is ", b)
	match "multi":
		"a", "multi":
			print("multi hit")
	match PackedInt32Array([1, 2]):
		[1, 2]:
			print("packed equals array pattern")
		_:
			print("packed is not matched by array pattern")
	get_tree().quit()

func bump(c: Array) -> int:
	c[0] += 1
	return c[0]
