"""What a real Godot computes and prints for matrices, evaluated here, bit for bit.

See data/record_matrix_math.py for the file of expressions. The sine and the cosine of some angles
differ in the last bit from one mathematical library to another; such angles are not in the file.
"""

import math
import pathlib

import pytest

from engine.core import output
from engine.core._text import text
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.packed_vector_arrays import PackedVector2Array, PackedVector3Array
from engine.core.plane import Plane
from engine.core.projection import Projection
from engine.core.quaternion import Quaternion
from engine.core.rect2 import Rect2
from engine.core.transform2d import Transform2D
from engine.core.transform3d import Transform3D
from engine.core.vector2 import Vector2
from engine.core.vector3 import Vector3
from engine.core.vector4 import Vector4

CLASSES = (Transform2D, Basis, Transform3D, Quaternion, Projection)
OTHERS = (Vector2, Vector3, Vector4, Rect2, AABB, Plane, PackedVector2Array, PackedVector3Array)
NAMES = {cls.__name__: cls for cls in CLASSES + OTHERS} | {
    "PI": math.pi,
    "INF": math.inf,
    "inf": math.inf,
    "NAN": math.nan,
    "nan": math.nan,
    "true": True,
    "false": False,
    "__builtins__": {},
}
LINES = [
    line.split("\t")
    for line in (pathlib.Path(__file__).parent / "data/matrix_math.txt").read_text().splitlines()
]


def flat(value):
    """The value as a list of types and texts of numbers, which tell the two zeros apart."""
    if isinstance(value, (bool, int, float)):
        return [repr(value), "float" if isinstance(value, float) else "int"]
    return [type(value).__name__, *(part for one in value for part in flat(one))]


@pytest.mark.parametrize("name", [cls.__name__ for cls in CLASSES + OTHERS])
def test_same_values_and_texts_as_godot(name):
    lines = [line for line in LINES if line[0].lstrip("-0123456789.* ").startswith(name)]
    assert lines
    wrong = []
    for expression, exact, printed in lines:
        with output.handler(lambda message: None):
            value, wanted = eval(expression, dict(NAMES)), eval(exact, dict(NAMES))
        if flat(value) != flat(wanted) or text(value) != printed:
            wrong.append(f"{expression}: {value!r} for {wanted!r}, {text(value)} for {printed}")
    assert wrong == []


@pytest.mark.parametrize("cls", CLASSES)
def test_many_lines(cls):
    assert sum(f"{cls.__name__}(" in line[1] or cls.__name__ in line[0] for line in LINES) > 30
