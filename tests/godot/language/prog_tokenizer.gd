extends Node
# Tokens, a recursive descent parser and an evaluator for small expressions.

enum T { NUM, NAME, OP, LPAR, RPAR, COMMA, END }

class Token:
	var type: T
	var text: String
	var pos: int
	func _init(t: T, s: String, p: int) -> void:
		type = t; text = s; pos = p
	func _to_string() -> String:
		return "%s(%s)" % [T.find_key(type), text]

class Lexer:
	var src: String
	var at := 0
	var error := ""
	func _init(s: String) -> void:
		src = s
	func tokens() -> Array[Token]:
		var out: Array[Token] = []
		while at < src.length():
			var c := src[at]
			var from := at
			if c == " ":
				at += 1
			elif c.is_valid_int() or c == ".":
				while at < src.length() and (src[at].is_valid_int() or src[at] == "."):
					at += 1
				out.append(Token.new(T.NUM, src.substr(from, at - from), from))
			elif c.is_valid_identifier():
				while at < src.length() and (src[at].is_valid_identifier() or src[at].is_valid_int()):
					at += 1
				out.append(Token.new(T.NAME, src.substr(from, at - from), from))
			elif c in "+-*/^%":
				at += 1
				out.append(Token.new(T.OP, c, from))
			elif c in "(),":
				at += 1
				out.append(Token.new({"(": T.LPAR, ")": T.RPAR, ",": T.COMMA}[c], c, from))
			else:
				error = "unexpected '%s' at %d" % [c, at]
				break
		out.append(Token.new(T.END, "", at))
		return out

class Parser:
	const POWER := {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}
	var tokens: Array[Token]
	var i := 0
	var error := ""
	func _init(t: Array[Token]) -> void:
		tokens = t
	func peek() -> Token:
		return tokens[i]
	func next() -> Token:
		i += 1
		return tokens[i - 1]
	func fail(text: String) -> Variant:
		if not error:
			error = text
		return null
	func expression(least := 1) -> Variant:
		var left = unary()
		while peek().type == T.OP and POWER[peek().text] >= least:
			var op := next().text
			var right = expression(POWER[op] + (0 if op == "^" else 1))
			left = [op, left, right]
		return left
	func unary() -> Variant:
		if peek().type == T.OP and peek().text == "-":
			next()
			return ["neg", unary()]
		return primary()
	func primary() -> Variant:
		var t := next()
		match t.type:
			T.NUM:
				return t.text.to_float() if "." in t.text else t.text.to_int()
			T.NAME:
				if peek().type != T.LPAR:
					return {"var": t.text}
				next()
				var args := []
				while peek().type != T.RPAR and peek().type != T.END:
					args.append(expression())
					if peek().type == T.COMMA:
						next()
				next()
				return {"call": t.text, "args": args}
			T.LPAR:
				var e = expression()
				if peek().type != T.RPAR:
					return fail("missing )")
				next()
				return e
			_:
				i -= 1
				return fail("unexpected %s" % t)

var variables := {"x": 3, "pi": PI}
var functions := {
	"max": func(args): return args.max(),
	"sum": func(args): return args.reduce(func(a, b): return a + b, 0),
	"sqrt": func(args): return sqrt(args[0]),
}

func evaluate(node) -> Variant:
	match node:
		["neg", var inner]:
			return -evaluate(inner)
		[var op, var l, var r]:
			var a = evaluate(l)
			var b = evaluate(r)
			match op:
				"+": return a + b
				"-": return a - b
				"*": return a * b
				"/": return a / float(b)
				"%": return int(a) % int(b)
				"^": return a ** b
		{"var": var name}:
			return variables.get(name, 0)
		{"call": var name, "args": var args}:
			if name in functions:
				return functions[name].call(args.map(evaluate))
			return "no function " + name
	return node

func run(text: String) -> void:
	var lexer := Lexer.new(text)
	var tokens := lexer.tokens()
	if lexer.error:
		print(text, " => ", lexer.error)
		return
	var parser := Parser.new(tokens)
	var tree = parser.expression()
	if parser.error:
		print(text, " => ", parser.error)
	else:
		print(text, " => ", tree, " = ", evaluate(tree))

func _ready() -> void:
	print(Lexer.new("foo + 12.5*(a1, 2)").tokens())
	for text in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-x * 2", "--4", "max(1, x, 2) + sum(1, 2, 3)", "10 / 4", "7 % 4", "sqrt(16) - pi", "1 - 2 - 3", "y", "nope(1)", "1 + $", "(1 + 2", "* 3", "sum()"]:
		run(text)
	get_tree().quit()
