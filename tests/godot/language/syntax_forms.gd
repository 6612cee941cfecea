# A comment before everything.
extends Node
## A documentation comment.

const   SPACED   =   1 ; const NEXT = 2
var a=1;var b=2
var trailing = [
	1,
	2, # comment inside
	3,
]
var dict_style = {
	"k" : 1, # comment

	"l": {
		deep = [
			1,
		],
	},
}
enum Long {
	ONE, # first
	TWO = 2,

	THREE,
}
signal s_empty()
signal s_multi(
	a,
	b: int,
)
var été := 5
var λ = "lambda"
var _under = 1
var __ = 2
var a1b2 = 3
@export var x: int = 3 ; var y := 4

func spread(
		first: int,
		second := [1,
			2],
	) -> Array:
	return [
		first,
		second,
	]

func one_line(): return 1
func one_line_two(): var q = 1; return q + 1
func typed_line(n: int) -> int: return n if n > 0 else -n

class A: var v = 1
class B extends A: pass
class C: 
	pass
class D extends RefCounted:

	# only comments here first

	var w = 2

func pass_only():
	pass

func comments_only() -> void:
	# nothing
	pass
	# done

func weird_indent():
		var deep = 1
		if deep:
				return "eight"
		return "none"

func blank_lines():

	var r = 1


	if r:

		r += 1

	# comment at column one
# another
	r += 10
	return r

func strings():
	return "a # not a comment" + 'b ; not a separator'

func backslash():
	var t = 1 + \
			2 + \
		3
	if t > 1 and \
			t < 10:
		return t
	return 0

func parens():
	return (1 +
		2
		+ 3) * (
		2)

func chained():
	return ([3, 1, 2]
		.map(func(v): return v * 2)
		.filter(func(v):
			return v > 2
			)
		.size())

func lambda_args(f: Callable, n):
	return f.call(n)

func conds(n):
	if n == 1: return "one"
	elif n == 2: return "two"
	else: return "many"

func match_line(n):
	match n:
		1: return "m1"
		2, 3: return "m23"
		[1, ..]: return "arr"
		{"a": 1, ..}: return "dict"
		_: return "m_"

func _ready():
	print(SPACED, NEXT, a, b, trailing, dict_style, Long.THREE)
	print(été, λ, _under, __, a1b2, x, y)
	print(spread(1), one_line(), one_line_two(), typed_line(-4))
	print(A.new().v, B.new().v, D.new().w, C.new() != null)
	print(pass_only(), comments_only.is_valid(), weird_indent(), blank_lines())
	print(strings(), backslash(), parens(), chained())
	print(lambda_args(func(n): return n + 1, 1), lambda_args(func(n):
		if n:
			return "multi"
		return "line", 1), lambda_args(
		func(n):
			return n * 3,
		5))
	print(conds(1), conds(2), conds(3), match_line(1), match_line(3), match_line([1, 9]), match_line({"a": 1, "b": 2}), match_line("q"))
	var l = [func(): return 1, func(): return 2]
	print(l[0].call() + l[1].call())
	var d = {"f": func(n):
		var k = n
		return k * 2,
		"g": func(): return "g"}
	print(d.f.call(4), d.g.call())
	if (a == 1
		and b == 2
		or false):
		print("multi line condition")
	for i in [
		1,
		2]: print(i)
	var z = 5 if a > 5 \
		else 6
	print(z)
	var nested = [[[1], [2, [3]]], {}]
	print(nested[0][1][1][0], -1, - 1, +1, not true, !true, 1 if a else 2, [1,2,][1], {1:2,}[1])
	var some := $"." ; var other = $".".get_path(); print(some == self, other)
	print(%Nope if false else "no unique", get_node_or_null("%Nope"))
	while a < 3: a += 1; b -= 1
	print(a, b)
	print("end"); get_tree().quit();
