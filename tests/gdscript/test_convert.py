"""Constructs of GDScript and the Python that the converter writes for them."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.gdscript._syntax import ParseError
from engine.gdscript.convert.converter import convert, formatted

ROOT = Path(__file__).resolve().parents[2]
DEMOS = ROOT / "demos" / "websocket_minimal"
MINIMAL = ROOT / "tests" / "godot" / "recorded" / "minimal"
LANGUAGE = ROOT / "tests" / "godot" / "language"


def body_of(source: str, declarations: str = "") -> str:
    """The statements that a function's statements become."""
    lines = dedent(source).strip("\n").splitlines()
    body = "".join(f"\t{line}\n" for line in lines)
    text = convert(f"extends Node\n{declarations}\nfunc f(x, node: Node):\n{body}", "thing.gd")
    tree = ast.parse(text)
    cls = next(n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Thing")
    function = next(n for n in cls.body if getattr(n, "name", "") == "f")
    assert isinstance(function, ast.FunctionDef)
    found = text.splitlines()[function.body[0].lineno - 1 : function.end_lineno]
    return dedent("\n".join(found))


def same(source: str, expected: str, declarations: str = "") -> None:
    assert body_of(source, declarations) == dedent(expected).strip("\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("print(x)", "print_(x)"),
        ('print("a %s" % name)', 'print_(f"a {self.name}")'),
        ('print("%d of %d" % [1, 2])', 'print_(f"{1} of {2}")'),
        ('print("%s!" % [x])', 'print_(f"{str_(x)}!")'),
        ('print("%s!" % x)', 'print_(format_("%s!", x))'),
        ('print("is %s" % true)', 'print_("is ", True)'),
        ('print("%5.2f" % 1.5)', 'print_(f"{1.5:5.2f}")'),
        ('print("%c" % 65)', 'print_(format_("%c", 65))'),
        ("print(7 / 2, -7 / x.size())", "print_(7 // 2, int(-7 / len(x)))"),
        ("print(7 % 2, -7 % 3, -7 % 2 == 0)", "print_(7 % 2, int(fmod(-7, 3)), -7 % 2 == 0)"),
        ("print(x / 2)", "print_(divide(x, 2))"),
        ("print(x and 1)", "print_(bool(x and 1))"),
        ("print(not x in [1])", "print_(x not in [1])"),
        ("print(x == null, x != null)", "print_(x is None, x is not None)"),
        ("print(x is Node, x is int)", "print_(isinstance(x, Node), type(x) is int)"),
        ("print(x as Node)", "print_(x if isinstance(x, Node) else None)"),
        ("print($A/B, %C)", 'print_(self.get_node("A/B"), self.get_node("%C"))'),
        ("node.position.x = 1", "node.position.x = 1"),
        ("var v := Vector2(1, 2)\nv.x += 3\nprint(v)",
         "v = Vector2(1, 2)\nv = v.replace(x=v.x + 3)\nprint_(v)"),
        ("var a := [1]\na.push_back(2)\na.erase(1)\nprint(a.size(), a.is_empty(), a.has(2))",
         "a = [1]\na.append(2)\nif 1 in a:\n    a.remove(1)\n"
         "print_(len(a), not a, 2 in a)"),
        ("var d := {}\nd.a = 1\nprint(d.keys(), d.get(\"b\", 2), d.has(\"a\"))",
         'd = {}\nd["a"] = 1\nprint_(list(d), d.get("b", 2), "a" in d)'),
        ('var s := "abc"\nprint(s.to_upper(), s.length(), s.lpad(5), s.begins_with("a"))',
         's = "abc"\nprint_(s.upper(), len(s), StringName(s).lpad(5), s.startswith("a"))'),
        ("print([1, 2].map(func(i): return i * 2))", "print_([i * 2 for i in [1, 2]])"),
        ("for i in 3:\n\tprint(i)", "for i in range(3):\n    print_(i)"),
        ("for c in node.get_children():\n\tc.free()",
         "for c in node.get_children():\n    c.free()"),
        ("match x:\n\t1, 2:\n\t\tprint(x)\n\t[var a, ..] when a > 1:\n\t\tprint(a)\n\t_:\n\t\tpass",
         "match x:\n    case 1 | 2:\n        print_(x)\n    case [a, *_] if a > 1:\n"
         "        print_(a)\n    case _:\n        pass"),
        ("var list = 1\nprint(list)", "list_ = 1\nprint_(list_)"),
        ("var unused = 1", "_unused = 1"),
        ('assert(x > 1, "small")', 'assert x > 1, "small"'),
        ("var s := &\"a\" if x else ^\"b/c\"\nprint(s)",
         's = StringName("a") if x else NodePath("b/c")\nprint_(s)'),
        ('node.call_deferred("free")', 'node.call_deferred("free")'),
        ("f.call_deferred(1, node)", "Callable(self.f).call_deferred(1, node)"),
        ("ready.connect(f)", "self.ready.connect(self.f)"),
        ("x.sort_custom(func(a, b): return a.y < b.y)", "x.sort(key=lambda a: a.y)"),
    ],
)  # fmt: skip
def test_statement(source: str, expected: str) -> None:
    same(source, expected)


def test_a_lambda_copies_what_changes_later() -> None:
    same(
        "var n := 1\nvar g := func(a): return a + n\nn = 2\nprint(g.call(1), n)",
        """
        n = 1
        g = Callable(lambda a, *, n=n: a + n)
        n = 2
        print_(g.call(1), n)
        """,
    )


def test_a_lambda_of_statements_becomes_a_function() -> None:
    same(
        "node.ready.connect(func():\n\tprint(1)\n\tprint(2))",
        """
        def on_ready() -> None:
            print_(1)
            print_(2)

        node.ready.connect(on_ready)
        """,
    )


def test_waiting() -> None:
    text = convert(
        "extends Node\nsignal done(a: int)\nfunc g():\n\tawait done\n"
        "func f():\n\tawait g()\n\tprint(await done)\n\tawait 1\n",
        "thing.gd",
    )
    assert "async def g(self) -> None:" in text
    assert "        await self.g()\n        print_(await self.done)\n        1\n" in text
    assert "done = Signal(a=int)" in text


def test_properties_keep_their_value_under_another_name() -> None:
    text = convert(
        "extends Node\nvar level := 1:\n\tset(v):\n\t\tlevel = v\n\tget:\n\t\treturn level\n"
        "func f():\n\tlevel += 1\n",
        "thing.gd",
    )
    assert "self._level = 1" in text
    assert "    @property\n    def level(self) -> int:\n        return self._level\n" in text
    assert "    def level(self, v: int) -> None:\n        self._level = v\n" in text
    assert "self.level += 1" in text


def test_classes_enums_and_constants() -> None:
    text = convert(
        "extends Node\nconst SPEED := 3\nenum Kind { A, B = 5 }\n"
        "class Part extends Base:\n\tpass\nclass Base:\n\tvar kind := Kind.B\n"
        "static func make(n: float = 1) -> Part:\n\tprint(SPEED, n)\n\treturn Part.new()\n",
        "thing.gd",
    )
    assert text.index("class Base(RefCounted)") < text.index("class Part(Base)")
    assert "SPEED = 3\n" in text
    assert "class Kind(IntEnum):\n    A = 0\n    B = 5\n" in text
    assert "    @staticmethod\n    def make(n: float = 1.0) -> Part:" in text


def test_exports_onready_and_rpc() -> None:
    text = convert(
        "extends Node\n@export var hp: float = 3\n@onready var log = $Log\n"
        '@rpc("any_peer") func say(text: String) -> void:\n\tsay.rpc(text)\n',
        "thing.gd",
    )
    assert "    hp: float = export(3.0)\n" in text
    assert '    log = onready("Log")\n' in text
    assert '    @rpc("any_peer")\n    def say(self, text: str) -> None:' in text


def test_a_base_init_runs_only_where_it_is_called() -> None:
    source = (
        "class A:\n\tvar x := 1\n\tfunc _init():\n\t\tx = 2\n"
        "class B extends A:\n\tvar y := 3\n\tfunc _init():\n\t\tprint(x, y)\n"
    )
    names: dict[str, object] = {"__name__": "thing"}
    exec(convert(source, "thing.gd"), names)
    made = names["B"]()  # type: ignore[operator]
    assert (made.x, made.y) == (1, 3)
    assert names["A"]().x == 2  # type: ignore[operator]


def test_comments_and_blank_lines_stay() -> None:
    text = convert(
        "extends Node\n\n## Does things.\n# Really.\nfunc f():  # why\n\tvar a = 1  # one\n\n"
        "\t# two\n\tprint(a)\n\t# the end\n\n# after\n",
        "thing.gd",
    )
    assert text.endswith(
        "    # Really.\n    def f(self) -> None:  # why\n"
        '        """Does things."""\n        a = 1  # one\n\n'
        "        # two\n        print_(a)\n        # the end\n\n    # after\n"
    )


def test_names_of_other_scripts(tmp_path: Path) -> None:
    (tmp_path / "project.godot").write_text('[autoload]\n\nState="*res://state.gd"\n')
    (tmp_path / "state.gd").write_text("extends Node\nvar level := 1\n")
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "hero.gd").write_text("class_name Hero\nfunc hit(n: float): pass\n")
    main = tmp_path / "main.gd"
    main.write_text(
        "extends Node\nfunc f(hero: Hero):\n\thero.hit(2)\n\tprint(State.level / 2)\n"
        '\treturn preload("actors/hero.gd").new()\n'
    )
    text = convert(main.read_text(), str(main))
    assert "from actors.hero import Hero\n" in text
    assert "hero.hit(2.0)\n" in text
    assert 'int(self.get_node("/root/State").level / 2)' in text
    assert "return Hero()" in text


def test_scripts_that_know_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "left_side.gd").write_text(
        "class_name LeftSide\nvar other: RightSide\nfunc meet():\n\tother = RightSide.new(self)\n"
        "\tprint(other is RightSide, other.meets())\n"
    )
    (tmp_path / "right_side.gd").write_text(
        "class_name RightSide\nvar other: LeftSide\nfunc _init(by: LeftSide):\n\tother = by\n"
        "func meets() -> bool:\n\treturn other is LeftSide\n"
    )
    for source in tmp_path.glob("*.gd"):
        source.with_suffix(".py").write_text(convert(source.read_text(), str(source)))
    monkeypatch.syspath_prepend(str(tmp_path))
    try:
        importlib.import_module("left_side").LeftSide().meet()
    finally:
        for name in ("left_side", "right_side"):
            sys.modules.pop(name, None)
    assert capsys.readouterr().out == "truetrue\n"


@pytest.mark.parametrize("name", ["client", "server"])
def test_the_tutorial_reads_like_the_demos(name: str) -> None:
    source = MINIMAL / f"{name}.gd"
    written = convert(source.read_text(encoding="utf-8"), str(source)).splitlines()
    by_hand = (DEMOS / f"{name}.py").read_text(encoding="utf-8").splitlines()
    common = set(written) & set(by_hand)
    assert len(common) >= 0.8 * len(set(by_hand))


def test_what_is_written_is_tidy_and_stays_so() -> None:
    problems = []
    for path in sorted(LANGUAGE.glob("prog_*.gd")):
        text = convert(path.read_text(encoding="utf-8"), str(path))
        compile(text, path.name, "exec")
        if formatted(text) != text:
            problems.append(path.name)
    assert problems == []


def test_what_is_written_has_no_lint(tmp_path: Path) -> None:
    for path in sorted(LANGUAGE.glob("prog_*.gd")):
        text = convert(path.read_text(encoding="utf-8"), str(path))
        (tmp_path / f"{path.stem}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "E,F"]
    done = subprocess.run(
        [*command, "--ignore", "E501", str(tmp_path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_what_is_no_gdscript_is_refused() -> None:
    with pytest.raises(ParseError) as caught:
        convert("func f(:\n\tpass\n", "thing.gd")
    assert (caught.value.line, caught.value.column) == (1, 7)


PROGRAMS = [path.read_text(encoding="utf-8") for path in sorted(LANGUAGE.glob("prog_*.gd"))[:8]]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PROGRAMS), st.data())
def test_mutated_programs_convert_or_are_refused(source: str, data: st.DataObject) -> None:
    lines = source.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.integers(0, len(lines) - 1))
        lines[at] = data.draw(st.sampled_from(["", lines[other], lines[at][: len(lines[at]) // 2]]))
    line = 1
    try:
        ast.parse(convert("\n".join(lines), "thing.gd", tidy=False))
    except ParseError as refused:
        line = refused.line
    assert 1 <= line <= len(lines) + 1
