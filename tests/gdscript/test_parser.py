"""What scripts are read as."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from engine.gdscript import _syntax as syntax
from engine.gdscript._grammar import MissingGrammarError, _read, load_tables
from engine.gdscript._parser import parse
from tests.gdscript.syntax_text import expression_text, tree_text

_RECORDED = Path(__file__).parents[1] / "godot" / "recorded"


def expression(text: str) -> str:
    member = parse(f"var v = {text}").body.members[0]
    assert isinstance(member, syntax.Variable)
    return expression_text(member.value)


def members(text: str) -> list[str]:
    return [tree_text(member) for member in parse(text).body.members]


def statements(*lines: str) -> list[str]:
    function = parse("func f():\n" + "".join(f"\t{line}\n" for line in lines)).body.members[0]
    assert isinstance(function, syntax.Function)
    assert function.body is not None
    return [tree_text(statement) for statement in function.body]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("-2 ** 2", "((- 2) ** 2)"),
        ("- 2 ** 2", "(- (2 ** 2))"),
        ("-a ** 2", "(- (a ** 2))"),
        ("+2 ** 2", "((+ 2) ** 2)"),
        ("-.5 ** 2", "(- (.5 ** 2))"),
        ("a -1 ** 2", "(a - (1 ** 2))"),
        ("a()[0] -1", "(a()[0] - 1)"),
        ("-3 is int", "((- 3) is int)"),
        ("2 ** -x", "(2 ** (- x))"),
        ("2 ** 3 ** 4", "((2 ** 3) ** 4)"),
        ("2 * not a + b", "(2 * (not (a + b)))"),
        ("not a in b", "(not (a in b))"),
        ("a not in b == c", "(a not in (b == c))"),
        ("!a == b && c || d", "(((not (a == b)) and c) or d)"),
        ("a if b else c if d else e", "(a if b else (c if d else e))"),
        ("a if b if c else d else e", "(a if (b if c else d) else e)"),
        ("await x.y() + 1", "((await x.y()) + 1)"),
        ("await -x", "(await (- x))"),
        ("a as B == c", "((a as B) == c)"),
        ("a == b as C", "((a == b) as C)"),
        ("1 + a as float * 2", "(((1 + a) as float) * 2)"),
        ("x is int == true", "((x is int) == true)"),
        ("x is not A.B and y", "((x is not A.B) and y)"),
        ("-x is int", "(- (x is int))"),
        ('"%d" % 3 + "a"', '(("%d" % 3) + "a")'),
        ("-a.b.c(1)[2].d", "(- a.b.c(1)[2].d)"),
        ("1 -1", "(1 - 1)"),
        ("a -1", "(a - 1)"),
        ("a - -1", "(a - (- 1))"),
        ("~a & b | c ^ d << 1", "(((~ a) & b) | (c ^ (d << 1)))"),
        ("a < b == c", "((a < b) == c)"),
        ("(a + b) * c", "([(a + b)] * c)"),
        ("a in b[1] if c else d", "((a in b[1]) if c else d)"),
        ("x as Array[int]", "(x as Array[int])"),
        ("x as Dictionary[String, Node.Mode]", "(x as Dictionary[String, Node.Mode])"),
        ("x.match.signal.class(1)", "x.match.signal.class(1)"),
        ("super.f(1)", "super.f(1)"),
        ("a %b", "(a % b)"),
    ],
)
def test_operators(text: str, wanted: str) -> None:
    assert expression(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12", 12),
        ("1_000", 1000),
        ("0xFF", 255),
        ("0b101", 5),
        ("9223372036854775807", 2**63 - 1),
        ("9223372036854775808", -(2**63)),
        ("9999999999999999999", 9999999999999999999 - 2**64),
        ("10000000000000000000", 2**63 - 1),
        ("0000000000000000000000012", 12),
        ("-9223372036854775808", -(2**63)),
        ("-0xFFFFFFFFFFFFFFFF", -(2**63)),
        ("0xFFFFFFFFFFFFFFFF", 2**63 - 1),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1.5e-3", 0.0015),
        ('"a"', "a"),
        ("'a\"b'", 'a"b'),
        ('"""a"b""c"""', 'a"b""c'),
        ("'''a\nb'''", "a\nb"),
        ('"a\nb"', "a\nb"),
        (r'"\n\t\"\\\u0041\U01F600\'"', "\n\t\"\\A😀'"),
        (r'"\uD83D\uDE00"', "😀"),
        ('"a\\\nb"', "ab"),
        (r'r"\n\""', r"\n\""),
        ("true", True),
        ("null", None),
    ],
)
def test_literals(text: str, wanted: object) -> None:
    member = parse(f"var v = {text}").body.members[0]
    assert isinstance(member, syntax.Variable)
    assert isinstance(member.value, syntax.Literal)
    assert (member.value.value, type(member.value.value)) == (wanted, type(wanted))
    assert member.value.source == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('&"a"', "StringNameLiteral(text='a')"),
        ("^'a/b'", "NodePathLiteral(text='a/b')"),
        ("$A/B.c", "GetNode(path='A/B').c"),
        ("$A / B", "GetNode(path='A/B')"),
        ('$"A B"/c', "GetNode(path='A B/c')"),
        ("$/root/A/%B", "GetNode(path='/root/A/%B')"),
        ("%A/B", "GetNode(path='%A/B')"),
        ("-%A", "(- GetNode(path='%A'))"),
        ("{}", "DictionaryLiteral()"),
        ("{a = 1,}", "DictionaryLiteral(pairs=[[Literal(value='a'), Literal(value=1)]], "
                     "lua_style=True)"),
        ("{'a': 1, b: 2}", "DictionaryLiteral(pairs=[[Literal(value='a'), Literal(value=1)], "
                           "[Name(id='b'), Literal(value=2)]])"),
    ],
)  # fmt: skip
def test_other_operands(text: str, wanted: str) -> None:
    assert expression(text) == wanted


def test_lambdas_end_where_godot_ends_them() -> None:
    source = """\
f(func(x, y := 2) -> int:
		if x:
			return 1
		match x:
			1, 2: pass
			_: return 3
		return 2
	, 4)
f({a = func(): return 1, b = func named(): pass})
var g = func(): for i in 3: print(i)
f([func():
		pass,
	func(): pass; return, 5])
"""
    lines = [tree_text(statement) for statement in _body(source)]
    assert lines[0].count("Return") == 3
    assert lines[0].endswith("Literal(value=4)]))")
    assert "name='named'" in lines[1]
    assert lines[2].startswith("LocalVariable(name='g', value=Lambda(")
    assert lines[3].endswith("Literal(value=5)])]))")


def _body(source: str) -> list[syntax.Statement]:
    text = "func w():\n" + "".join(f"\t{line}\n" for line in source.splitlines())
    function = parse(text).body.members[0]
    assert isinstance(function, syntax.Function)
    assert function.body is not None
    return function.body


def test_a_multiline_lambda_between_chained_calls() -> None:
    source = (
        "return ([3, 1]\n\t.map(func(v): return v * 2)\n"
        "\t.filter(func(v):\n\t\treturn v\n\t\t)\n\t.size())"
    )
    (statement,) = _body(source)
    assert tree_text(statement).count("Lambda") == 2


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["pass; pass;"], ["Pass()", "Pass()"]),
        (["var a"], ["LocalVariable(name='a')"]),
        (["var a: int = 1"], ["LocalVariable(name='a', type=int, value=Literal(value=1))"]),
        (["var a := 1"], ["LocalVariable(name='a', inferred=True, value=Literal(value=1))"]),
        (["const A = 1"], ["LocalVariable(name='A', value=Literal(value=1), constant=True)"]),
        (["a[0].b **= 2"], [
            "Assign(target=Attribute(base=Subscript(base=Name(id='a'), index=Literal(value=0)), "
            "name='b'), operator='**=', value=Literal(value=2))"
        ]),
        (["i -= -1"], [
            "Assign(target=Name(id='i'), operator='-=', "
            "value=Unary(operator='-', operand=Literal(value=1)))"
        ]),
        (["if a: pass", "elif b:", "\tpass", "else: return"], [
            "If(branches=[[Name(id='a'), [Pass()]], [Name(id='b'), [Pass()]]], "
            "otherwise=[Return()])"
        ]),
        (["for i: int in 3:", "\tif i: break", "\tcontinue"], [
            "For(name='i', type=int, iterable=Literal(value=3), body=[If(branches=[["
            "Name(id='i'), [Break()]]]), Continue()])"
        ]),
        (["while x: pass"], ["While(condition=Name(id='x'), body=[Pass()])"]),
        (['@warning_ignore("unused_variable")', "breakpoint"], ["Breakpoint()"]),
        (["x = 1 + \\", "\t2"], [
            "Assign(target=Name(id='x'), operator='=', value=Binary(operator='+', "
            "left=Literal(value=1), right=Literal(value=2)))"
        ]),
        (["assert(a, 'b')"], [
            "ExpressionStatement(expression=Call(callee=Name(id='assert'), "
            "arguments=[Name(id='a'), Literal(value='b')]))"
        ]),
    ],
)  # fmt: skip
def test_statements(lines: list[str], wanted: list[str]) -> None:
    assert statements(*lines) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("1, -2", "patterns=[ExpressionPattern(expression=Literal(value=1)), ExpressionPattern("
                  "expression=Unary(operator='-', operand=Literal(value=2)))]"),
        ("Foo.BAR", "patterns=[ExpressionPattern(expression=Attribute(base=Name(id='Foo'), "
                    "name='BAR'))]"),
        ("f(), a[1]", "patterns=[ExpressionPattern(expression=Call(callee=Name(id='f'))), "
                      "ExpressionPattern(expression=Subscript(base=Name(id='a'), "
                      "index=Literal(value=1)))]"),
        ("x is int", "patterns=[ExpressionPattern(expression=TypeTest(operand=Name(id='x'), "
                     "type=int))]"),
        ("var a when a > 1", "patterns=[BindPattern(name='a')], guard=Binary(operator='>', "
                             "left=Name(id='a'), right=Literal(value=1))"),
        ("_", "patterns=[WildcardPattern()]"),
        ("[1, [var b], ..]", "patterns=[ArrayPattern(items=[ExpressionPattern(expression="
                             "Literal(value=1)), ArrayPattern(items=[BindPattern(name='b')])], "
                             "open_ended=True)]"),
        ("{'a', b: _, ..}", "patterns=[DictionaryPattern(pairs=[[Literal(value='a'), None], "
                            "[Name(id='b'), WildcardPattern()]], open_ended=True)]"),
    ],
)  # fmt: skip
def test_patterns(pattern: str, wanted: str) -> None:
    (statement,) = statements("match x:", f"\t{pattern}: pass")
    assert statement == (
        f"Match(subject=Name(id='x'), branches=[MatchBranch({wanted}, body=[Pass()])])"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("@export_range(0, 10) var a", "Variable(annotations=[Annotation(name='export_range', "
         "arguments=[Literal(value=0), Literal(value=10)])], name='a')"),
        ("@onready\nvar a: A = $B", "Variable(annotations=[Annotation(name='onready')], "
         "name='a', type=A, value=GetNode(path='B'))"),
        ("static var a := 1", "Variable(name='a', inferred=True, value=Literal(value=1), "
         "static=True)"),
        ("var a: set = s, get = g", "Variable(name='a', setter='s', getter='g')"),
        ("var a = 1:\n\tset(v): a = v\n\tget: return a", "Variable(name='a', value=Literal("
         "value=1), setter=Function(name='@a_setter', parameters=[Parameter(name='v')], "
         "body=[Assign(target=Name(id='a'), operator='=', value=Name(id='v'))]), "
         "getter=Function(name='@a_getter', body=[Return(value=Name(id='a'))]))"),
        ("const A: int = 1", "Constant(name='A', type=int, value=Literal(value=1))"),
        ("enum {\n\tA,\n\tB = 3,\n}", "Enum(entries=[EnumEntry(name='A'), EnumEntry(name='B', "
         "value=Literal(value=3))])"),
        ("signal s(a, b: int)", "SignalDeclaration(name='s', parameters=[Parameter(name='a'), "
         "Parameter(name='b', type=int)])"),
        ("static func f(a: int, b = 1, ...c: Array) -> void: pass",
         "Function(name='f', parameters=[Parameter(name='a', type=int), Parameter(name='b', "
         "default=Literal(value=1)), Parameter(name='c', type=Array, variadic=True)], "
         "return_type=void, body=[Pass()], static=True)"),
        ("@abstract func f() -> int", "Function(annotations=[Annotation(name='abstract')], "
         "name='f', return_type=int)"),
        ("class A extends B.C: var x", "ClassDeclaration(name='A', extends=Extends(names="
         "['B', 'C']), members=[Variable(name='x')])"),
        ("class A:\n\textends 'a.gd'.B\n\tpass", "ClassDeclaration(name='A', extends=Extends("
         "path='a.gd', names=['B']))"),
        ("#region x\nvar a # b\n#endregion", "Variable(name='a')"),
    ],
)  # fmt: skip
def test_declarations(text: str, wanted: str) -> None:
    assert members(text) == [wanted]


def test_the_head_of_a_file() -> None:
    script = parse("@tool\n@icon('a')\nclass_name A extends B\n## Doc.\n@export var x\n", "res://a")
    assert script.path == "res://a"
    assert [annotation.name for annotation in script.body.annotations] == ["tool", "icon"]
    assert script.body.name == "A"
    assert tree_text(script.body.extends) == "Extends(names=['B'])"
    assert [a.name for a in script.body.members[0].annotations] == ["export"]
    assert parse("").body.members == []


def test_places_and_last_lines() -> None:
    script = parse("\nfunc f(a,\n\t\tb):\n\tg(a) \\\n\t\t+ b.c\n\n# end\nclass A:\n\tvar x\n\n")
    function, inner = script.body.members
    assert isinstance(function, syntax.Function)
    assert isinstance(inner, syntax.ClassDeclaration)
    assert (function.line, function.column, function.last_line) == (2, 1, 5)
    assert [(p.line, p.column) for p in function.parameters] == [(2, 8), (3, 3)]
    assert (inner.line, inner.last_line) == (8, 9)
    assert function.body is not None
    (statement,) = function.body
    assert isinstance(statement, syntax.ExpressionStatement)
    binary = statement.expression
    assert isinstance(binary, syntax.Binary)
    assert (binary.line, binary.column) == (5, 3)
    assert isinstance(binary.left, syntax.Call)
    assert (binary.left.line, binary.left.column) == (4, 3)
    assert (binary.right.line, binary.right.column) == (5, 7)


def test_comments_and_lines() -> None:
    source = '# one\nvar a = \'#no\' # two\r\nvar b = """\n# no"""\n\t## three\n'
    script = parse(source, comments=True)
    found = [(c.line, c.column, c.text, c.own_line) for c in script.comments]
    assert found == [(1, 1, "# one", True), (2, 15, "# two", False), (5, 2, "## three", True)]
    assert script.lines == source.replace("\r", "").split("\n")[:-1]
    assert parse(source).comments == []


def test_every_recorded_program_can_be_read() -> None:
    files = sorted(_RECORDED.rglob("*.gd"))
    assert files
    for file in files:
        assert parse(file.read_text("utf-8"), str(file)).body.members


def test_the_grammar_is_kept_and_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = load_tables()
    (file,) = (tmp_path / "scenetick").iterdir()
    assert load_tables() == made
    sound = json.loads(file.read_bytes())
    named = [rule | {"name": "x(1)"} for rule in sound["rules"]]
    for spoiled in (
        "{",
        "[]",
        json.dumps(sound | {"rows": []}),
        json.dumps(sound | {"rules": named}),
    ):
        file.write_text(spoiled)
        assert _read(file) is None
    again = load_tables()
    assert (len(again.rows), len(again.rules)) == (len(made.rows), len(made.rules))
    assert load_tables() == again


def test_a_cache_that_cannot_be_written_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert load_tables().rows


def test_without_the_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])
    monkeypatch.delitem(sys.modules, "gdtoolkit", raising=False)
    with pytest.raises(MissingGrammarError, match="gdtoolkit"):
        load_tables()
