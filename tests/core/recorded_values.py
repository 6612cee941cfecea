"""The files that data/record_values.py wrote, as Python's values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf, nan
from pathlib import Path
from typing import Any

from engine.core import output
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.color import Color
from engine.core.node_path import NodePath
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)
from engine.core.packed_string_array import PackedStringArray
from engine.core.packed_vector_arrays import PackedColorArray, PackedVector2Array
from engine.core.plane import Plane
from engine.core.projection import Projection
from engine.core.quaternion import Quaternion
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.rid import RID
from engine.core.string_name import StringName
from engine.core.transform2d import Transform2D
from engine.core.transform3d import Transform3D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

DATA = Path(__file__).parent / "data"
CLASSES = (
    AABB, Basis, Color, NodePath, PackedByteArray, PackedColorArray, PackedFloat32Array,
    PackedFloat64Array, PackedInt32Array, PackedInt64Array, PackedStringArray, PackedVector2Array,
    Plane, Projection, Quaternion, RID, Rect2, Rect2i, StringName, Transform2D, Transform3D,
    Vector2, Vector2i, Vector3, Vector3i, Vector4, Vector4i,
)  # fmt: skip
NAMES = {cls.__name__: cls for cls in CLASSES} | {
    "null": None,
    "true": True,
    "false": False,
    "__builtins__": {},
}


def lines(name: str) -> list[str]:
    """The lines of a file."""
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def rows(name: str) -> list[tuple[Any, ...]]:
    """The lines of a file of tuples."""
    return [ast.literal_eval(line) for line in lines(name)]


def value(expression: str) -> Any:
    """What an expression gives that is the same in GDScript and here."""
    return eval(expression, dict(NAMES))


def number(text: str) -> float:
    """A number as the files have it: floats are hexadecimal."""
    if text in ("nan", "inf", "-inf"):
        return {"nan": nan, "inf": inf, "-inf": -inf}[text]
    return float.fromhex(text) if "0x" in text else int(text)


@contextmanager
def heard() -> Iterator[list[str]]:
    """While it is open, messages are collected as Godot prints them."""
    found: list[str] = []
    with output.handler(lambda message: found.append(str(message))):
        yield found
