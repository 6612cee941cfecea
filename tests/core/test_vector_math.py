"""What a real Godot computes and prints, evaluated here.

See data/record_vector_math.py for the file of expressions.
"""

import math
import pathlib

import pytest

from engine.core._number_text import number_text
from engine.core.aabb import AABB
from engine.core.color import Color
from engine.core.plane import Plane
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

CLASSES = (
    Vector2, Vector2i, Vector3, Vector3i, Vector4, Vector4i, Rect2, Rect2i, Color, AABB, Plane,
)  # fmt: skip
NAMES = {cls.__name__: cls for cls in CLASSES} | {
    "INF": math.inf,
    "inf": math.inf,
    "NAN": math.nan,
    "nan": math.nan,
    "true": True,
    "false": False,
    "null": None,
    "__builtins__": {},
}
LINES = [
    line.split("\t")
    for line in (pathlib.Path(__file__).parent / "data/vector_math.txt").read_text().splitlines()
]


def flat(value):
    """The value as a list of types and numbers, in which nan equals itself."""
    if isinstance(value, float):
        return ["nan" if value != value else value, "float"]
    if value is None or isinstance(value, (bool, int, str)):
        return [value, "int" if isinstance(value, int) else type(value).__name__]
    return [type(value).__name__, *(part for one in value for part in flat(one))]


def text(value):
    if value is None or isinstance(value, bool):
        return {None: "<null>", True: "true", False: "false"}[value]
    return number_text(value) if isinstance(value, float) else str(value)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_same_values_and_texts_as_godot(cls):
    lines = [line for line in LINES if line[0].lstrip("-(").startswith(cls.__name__ + ".")]
    lines += [line for line in LINES if line[0].lstrip("-(").startswith(cls.__name__ + "(")]
    assert lines
    wrong = []
    for expression, exact, printed in lines:
        value = eval(expression, dict(NAMES))
        wanted = eval(exact, dict(NAMES))
        if flat(value) != flat(wanted) or text(value) != printed:
            wrong.append(f"{expression}: {value!r} for {wanted!r}, {text(value)} for {printed}")
    assert wrong == []


def test_numbers_on_the_left_side():
    for expression, exact, _ in LINES:
        if expression[0].isdigit() or expression.startswith("not "):
            assert flat(eval(expression, dict(NAMES))) == flat(eval(exact, dict(NAMES))), expression
