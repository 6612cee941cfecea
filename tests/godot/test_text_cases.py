"""The recorded programs about printing and formatting, ported line by line.

Lines about what only GDScript has (typed arrays, sums of wrong types) are written as Python has it.
"""

from __future__ import annotations

import math
from collections.abc import Callable as PyCallable
from enum import IntEnum
from typing import Any

import pytest

from engine.core._string_methods import STRING_METHODS as STRINGS
from engine.core._string_methods import STRING_STATICS
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.callable import Callable
from engine.core.color import Color
from engine.core.format import format_
from engine.core.global_scope import (
    INF,
    NAN,
    PI,
    TAU,
    absf,
    ceil,
    clampf,
    floor,
    fmod,
    is_same,
    lerp,
    posmod,
    print_,
    printraw,
    prints,
    printt,
    range_,
    round_,
    roundi,
    sign,
    snapped,
    snappedf,
    str_,
    type_convert,
    typeof,
)
from engine.core.node_path import NodePath
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)
from engine.core.packed_string_array import PackedStringArray
from engine.core.packed_vector_arrays import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
)
from engine.core.plane import Plane
from engine.core.projection import Projection
from engine.core.quaternion import Quaternion
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.ref_counted import RefCounted
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.transform2d import Transform2D
from engine.core.transform3d import Transform3D
from engine.core.variant_type import TYPE_BOOL, TYPE_FLOAT, TYPE_INT
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i
from tests.godot.recorded import recorded, recorded_messages


def lines_without(text: str, *beginnings: str) -> str:
    """A text without the lines that begin like this."""
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith(beginnings)]
    return "".join(kept)


def test_print_scalars(capsys: pytest.CaptureFixture[str]) -> None:
    name, path = StringName("name"), NodePath("a/b")
    print_("ints: ", 0, " ", -7, " ", 9223372036854775807, " ", -9223372036854775807 - 1, " ",
           0xFF, " ", 0b101, " ", 1_000)  # fmt: skip
    print_("floats: ", 1.0, " ", -0.0, " ", 0.1, " ", 0.1 + 0.2, " ", 1.0 / 3.0, " ", 2.0 / 3.0,
           " ", 100.0, " ", 1234567.0)  # fmt: skip
    print_("large: ", 1e10, " ", 1e14, " ", 1e15, " ", 1e16, " ", 1e17, " ", 1e20, " ", 1e21, " ",
           1.5e22)  # fmt: skip
    print_("small: ", 1e-3, " ", 1e-4, " ", 1e-5, " ", 1.5e-7, " ", 1e-10, " ", 1e-20, " ", 123e-7)
    print_("digits: ", 3.141592653589793, " ", 2.718281828459045, " ", 123456.789, " ",
           0.30000000000000004, " ", 16777217.0)  # fmt: skip
    print_("special: ", NAN, " ", INF, " ", -INF, " ", PI, " ", TAU)
    print_("arithmetic: ", int(7 / 2), " ", int(-7 / 2), " ", 7 % 3, " ", int(math.fmod(-7, 3)),
           " ", 7.0 / 2, " ", fmod(-7, 3), " ", posmod(-7, 3), " ", 2**10, " ", int(0.5), " ",
           2.0**0.5)  # fmt: skip
    print_("bools: ", True, " ", False, " null: ", None)
    print_("strings: ", "plain", " ", name, " ", path, " ", "", "|", "\ttab", " ", 'quote"')
    print_("in an array: ", ["plain", name, path, "", "\ttab", 'quote"', "it's"])
    print_("numbers in an array: ", [1, 1.0, 0.5, 1e20, NAN, -0.0, True, None])
    print_(str_(1), str_(1.0), str_(None), str_(True), str_("x", 1, 2.5, [1]))
    prints("prints", 1, 2.0, None, [1, "a"])
    printt("printt", 1, "b", 3.0)
    printraw("printraw", " ", 1, 2.0, "\n")
    print_()
    print_("a", "b", 1, 2)
    print_(["nested", ["deep", ["er"]]], {"k": {"j": [1]}})
    print_("lines\nbroken")
    print_("unicode: é ü 漢字 ☃ 🎲 ", len("é"), " ", len("🎲"))
    print_("casts: ", int(3.9), " ", int(-3.9), " ", type_convert("42", TYPE_INT), " ",
           type_convert("4x2", TYPE_INT), " ", type_convert("1.5e3", TYPE_FLOAT), " ",
           type_convert("abc", TYPE_FLOAT), " ", type_convert(0.0, TYPE_BOOL), " ",
           type_convert(2, TYPE_BOOL), " ", len(str_(3.0)), " ",
           type_convert("-0x1f", TYPE_INT), " ", STRINGS["hex_to_int"]("0x1f"))  # fmt: skip
    num = STRING_STATICS["num"]
    print_("String.num: ", num(1.0), " ", num(1.5, 0), " ", num(3.14159, 2), " ", num(100.0), " ",
           STRING_STATICS["num_int64"](255, 16), " ",
           STRING_STATICS["num_scientific"](1e20))  # fmt: skip
    print_("rounding: ", round_(2.5), " ", round_(-2.5), " ", roundi(3.5), " ", floor(-1.5), " ",
           ceil(-1.5), " ", snapped(7.3, 0.5), " ", snappedf(1.0 / 3.0, 0.001), " ",
           clampf(5, 0, 1), " ", lerp(0, 10, 0.25), " ", sign(-3), " ", absf(-2))  # fmt: skip
    # Godot reads this number less exactly than Python: as 9007199254740994.
    print_("big products: ", 1 << 40, " ", 0xFFFFFFFF, " ", 1e3, " ", 1e6 * 1e6, " ", int(1e18),
           " ", STRINGS["to_float"]("9007199254740993.0"))  # fmt: skip
    print_(typeof(1), typeof(1.0), typeof(""), typeof(StringName()), typeof(NodePath()),
           typeof(None), typeof([]), typeof({}), typeof(RefCounted()))  # fmt: skip
    assert capsys.readouterr().out == recorded("print_scalars")


class Item(RefCounted):
    def _to_string(self) -> str:
        return "item"


class Kind(IntEnum):
    RED = 0
    GREEN = 1


def test_print_containers(capsys: pytest.CaptureFixture[str]) -> None:
    three, four = StringName("three"), NodePath("four")
    print_([], " ", {}, " ", [[]], " ", [{}], " ", {"a": []}, " ", [None])
    print_([1, 2, 3], " ", [1.0, "two", three, four, None, True])
    print_({"b": 1, "a": 2, 3: "c", 4.5: "d", None: "n", True: "t", StringName("s"): 5})
    print_({1: {2: {3: [4, {"five": 6}]}}})
    print_([1, 2], " ", ["x"], " ", [1.0, 2.5], " ", {"k": 1})
    print_("typed as: true true true")
    print_([Item(), {"i": Item()}], " ", Kind, " ", Kind.GREEN, " ", [Kind.RED])
    loop: list[Any] = [1]
    loop.append(loop)
    print_("size of a looped array: ", len(loop))
    values: dict[str, int] = {}
    values["z"] = 1
    values["y"] = 2
    values["z"] = 3
    del values["y"]
    values["y"] = 4
    values["x"] = 5
    print_("order of insertion: ", values, " keys ", list(values), " values ", [*values.values()])
    print_("sorted: ", dict(sorted(values.items())))
    print_("lua style: ", {StringName("left"): 1, StringName("right"): "two"})
    one = [1, 2]
    print_("same array: ", one == [1, 2], " ", is_same(one[1], 2.0), " ", {"a": 1} == {"a": 1},
           " ", {1: 1, 2: 2} == {2: 2, 1: 1}, " ", is_same([], []))  # fmt: skip
    print_("str of each: ", str_([1, "a"]), str_({"a": "b"}), " joined ",
           STRINGS["join"](", ", ["p", "q"]))  # fmt: skip
    print_("range: ", range_(4), " ", range_(2, 9, 3), " ", range_(3, 0, -1), " ", range_(0))
    print_("slices: ", [1, 2, 3, 4][1:3], " ", [1, 2, 3][-2:], " ", [0, 1, 2, 3][0:4:2])
    print_("mapped: ", [x * x for x in [1, 2, 3]], " ", [x for x in [1, 2, 3, 4] if x % 2 == 0],
           " ", sum([1, 2, 3]), " ", any(x > 2 for x in [3, 1, 2]))  # fmt: skip
    print_("sorted strings: ", sorted(["b", "a", "C", "10", "9"]))
    print_("array ops: ", [1, *[2, "x"]], " ", max([3, 1, 2]), " ", [1, 2, 2].count(2), " ",
           2 in [1, 2], " ", [5, 6].index(6), " ", [1, 2, 3][-1])  # fmt: skip
    print_("multi-line string in an array: ", ["a\nb", "tab\t", "back\\slash", "uni é"])
    print_("dictionary of quotes: ", {"it's": 'say "hi"'})
    assert capsys.readouterr().out == lines_without(recorded("print_containers"), "json: ")


def test_print_math(capsys: pytest.CaptureFixture[str]) -> None:
    print_(Vector2(1, 2), " ", Vector2(0.1, -0.5), " ", Vector2(1e10, 1e-7), " ",
           Vector2(NAN, INF), " ", Vector2(1.0 / 3.0, 100000.5))  # fmt: skip
    print_(Vector2i(3, -4), " ", Vector3(1, 2.5, -3), " ", Vector3i(1, 2, 3), " ",
           Vector4(1, 2, 3, 4), " ", Vector4i(1, 2, 3, 4))  # fmt: skip
    print_(Rect2(1, 2, 3, 4), " ", Rect2(0.5, 0, 1, 1), " ", Rect2i(1, 2, 3, 4), " ",
           AABB(Vector3.ZERO, Vector3.ONE))  # fmt: skip
    print_(Color(1, 0.5, 0.25), " ", Color(0.1, 0.2, 0.3, 0.4), " ", Color.RED, " ",
           Color("#336699"), " ", Color.TRANSPARENT, " ",
           Color(0.2, 0.4, 0.6).to_html())  # fmt: skip
    print_(Transform2D.IDENTITY, " ", Transform2D(0.0, Vector2(5, 6)))
    print_(Transform2D(PI / 2, Vector2.ZERO).x.is_equal_approx(Vector2(0, 1)))
    print_(Basis.IDENTITY)
    print_(Transform3D.IDENTITY)
    print_(Quaternion.IDENTITY, " ", Plane(Vector3.UP, 2), " ", Projection.IDENTITY)
    print_(RID(), " ", Callable(), " ", Signal())
    print_(PackedByteArray([1, 2, 255]), " ", PackedInt32Array([1, -2]), " ",
           PackedInt64Array([1 << 40]))  # fmt: skip
    print_(PackedFloat32Array([0.1, 1.0, 1e10]), " ", PackedFloat64Array([0.1, 1.0 / 3.0]))
    print_(PackedStringArray(["a", "b c", ""]), " ",
           PackedVector2Array([Vector2(1, 2), Vector2.ZERO]))  # fmt: skip
    print_(PackedColorArray([Color.WHITE]), " ", PackedVector3Array([Vector3.ONE]), " ",
           PackedInt32Array())  # fmt: skip
    print_([Vector2(1, 2), Vector2i(1, 2), Color.WHITE, Rect2(0, 0, 1, 1),
            PackedStringArray(["q"])])  # fmt: skip
    print_({Vector2i(1, 2): Vector2(3, 4), "c": Color.BLACK})
    print_(str_(Vector2(1, 2)) + "|" + str_(Color.BLUE) + "|" + str_(PackedByteArray()))
    print_(Vector2(1, 2).x, " ", Vector2(0.1, 0).x, " ", Vector2i(1, 2).y, " ", Color.RED.r, " ",
           Vector3(0.2, 0, 0).x)  # fmt: skip
    print_(Vector2(3, 4).length(), " ", Vector2(1, 1).normalized(), " ",
           Vector2(1, 0).rotated(PI / 2).snapped(Vector2(0.01, 0.01)), " ", Vector2(1, 2) * 2.5,
           " ", Vector2i(7, 9) / 2, " ", Vector2(7, 9) / 2, " ", -Vector2(1, 0))  # fmt: skip
    print_(Vector2(0.1, 0.2) + Vector2(0.2, 0.1), " ", Vector2(0.1, 0.2) == Vector2(0.1, 0.2),
           " ", Vector2(2, 3).angle())  # fmt: skip
    print_(Vector2.UP, Vector2.DOWN, Vector2.LEFT, Vector2.RIGHT, Vector2.INF)
    assert capsys.readouterr().out == recorded("print_math")


def test_format_basic(capsys: pytest.CaptureFixture[str]) -> None:
    f = format_
    print_(f("s: %s %s %s %s %s", ["text", 1, 1.0, None, True]))
    print_(f("s of values: %s %s %s %s",
             [[1, "a"], {"k": "v"}, Vector2(1, 2), StringName("name")]))  # fmt: skip
    print_(f("s width: [%6s] [%-6s] [%2s]", ["abc", "abc", "abcdef"]))
    print_(f("single: %s", "one"), " ", f("%d", 5), " ", f("%s", 2.50), " ", f("%s", None), " ",
           f("%s", [["in", "array"]]))  # fmt: skip
    print_(f("d: %d %d %d %d", [42, -42, 3.99, -3.99]))
    print_(f("d width: [%5d] [%-5d] [%05d] [%+d] [%+d] [%+05d]", [42, 42, 42, 42, -42, 42]))
    print_(f("d negative padded: [%05d] [%5d] [%-5d]", [-42, -42, -42]))
    print_(f("f: %f %f %f", [1.5, -2, 1.0 / 3.0]))
    print_(f("f precision: %.2f %.0f %.10f %5.2f| %-8.2f| %08.3f %+.1f",
             [3.14159, 2.5, 0.1, 3.14159, 3.14159, 3.14159, 2.0]))  # fmt: skip
    print_(f("f rounding: %.0f %.0f %.0f %.1f %.1f %.2f", [0.5, 1.5, 2.5, 0.25, 0.35, 1.005]))
    print_(f("f special: %f %f %f %.2f", [NAN, INF, -INF, 1e15]))
    print_(f("x: %x %X %x %x", [255, 255, 4096, -255]))
    print_(f("x width: [%6x] [%06x] [%-6x] [%+x]", [255, 255, 255, 255]))
    print_(f("o: %o %o", [8, -8]))
    print_(f("c: %c%c%c %c %c", ["a", 98, "é", 0x263A, 128512]))
    print_(f("c width: [%3c] [%-3c]", ["a", "b"]))
    print_(f("v: %v %v %v", [Vector2(1, 2.5), Vector3(1, 2, 3), Vector2i(4, 5)]))
    print_(f("v precision: %.1v %8.2v", [Vector2(1, 2.55), Vector2(1, 2)]))
    print_(f("percent: %d%% %%s %s", [50, "x"]))
    print_(f("star: [%*d] [%-*d] [%0*d] [%.*f] [%*.*f]",
             [5, 42, 5, 42, 5, 42, 2, 3.14159, 8, 1, 2.55]))  # fmt: skip
    print_(f("mixed: %s-%03d-%.1f-%s", ["id", 7, 2.25, [1]]))
    print_(f("in the middle: a%sb%sc", [1, 2]))
    print_(f("unicode: %s %5s| %-5s|", ["☃", "☃", "☃"]))
    print_("precedence: " + f("%d", 3) + "!", " ", f("%s", (1 + 1)), " ", f("%s", 1) + "1")
    fill = STRINGS["format"]
    print_("format(): ", fill("{0} and {1}", ["a", "b"]), " ", fill("{x}-{y}", {"x": 1, "y": 2.0}),
           " ", fill("{a} {b}", [["a", 1]]), " ", fill("$x", {"x": 5}, "$_"), " ",
           fill("{missing}", {}))  # fmt: skip
    print_("String methods: ", STRINGS["lpad"]("7", 3, "0"), " ", STRINGS["rpad"]("7", 3, "."),
           " ", STRINGS["pad_decimals"]("3.14159", 2), " ", STRINGS["pad_zeros"]("5", 3), " ",
           STRINGS["repeat"]("ab", 3), " ", STRINGS["capitalize"]("hello world"), " ",
           STRINGS["to_snake_case"]("HelloWorld"))  # fmt: skip
    assert capsys.readouterr().out == recorded("format_basic")


ATTEMPTS: list[tuple[str, str, Any]] = [
    ("too few", "%s and %s", ["one"]),
    ("too many", "%s", ["one", "two"]),
    ("none given", "%s %s", []),
    ("no placeholder", "plain", ["x"]),
    ("no placeholder, empty", "plain", []),
    ("text as d", "%d", ["12"]),
    ("text as f", "%f", ["1.5"]),
    ("bool as d", "%d", [True]),
    ("null as d", "%d", [None]),
    ("array as d", "%d", [[1]]),
    ("two letters as c", "%c", ["ab"]),
    ("float as c", "%c", [97.0]),
    ("float as x", "%x", [15.9]),
    ("vector as d", "%d", [Vector2(1, 2)]),
    ("number as v", "%v", [3]),
    ("unknown letter", "%q", [1]),
    ("unfinished", "100%", []),
    ("unfinished with a value", "%s %", [1]),
    ("two dots", "%1.2.3f", [1.0]),
    ("star without a number", "%*d", ["x", 1]),
    ("array needs to be wrapped", "%s", [1, 2]),
    ("dictionary", "%s", {"a": 1}),
]


def attempted(run: PyCallable[[], str]) -> str:
    """What a call that may fail printed, or the message of its exception."""
    try:
        return run()
    except (TypeError, ValueError) as problem:
        return f"! {problem}"


def test_format_errors() -> None:
    results = [
        (tag, attempted(lambda t=template, v=values: format_(t, v)))
        for tag, template, values in ATTEMPTS
    ]
    printed = "".join(f"{tag}: {text}\n" for tag, text in results if not text.startswith("! "))
    sums = ("mixed sums", "  sum ", "end")
    assert printed == lines_without(recorded("format_errors"), *sums)
    messages = [text for _, text in recorded_messages("format_errors") if "operator '%'" in text]
    assert [text[2:] for _, text in results if text.startswith("! ")] == messages
