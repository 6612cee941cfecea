import math

import pytest

from engine.core.color import Color
from engine.core.packed_vector_arrays import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
)
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i


def test_whole_vectors_become_vectors_of_floats():
    for kind, whole, vector in (
        (PackedVector2Array, Vector2i(1, 2), Vector2(1, 2)),
        (PackedVector3Array, Vector3i(1, 2, 3), Vector3(1, 2, 3)),
        (PackedVector4Array, Vector4i(1, 2, 3, 4), Vector4(1, 2, 3, 4)),
    ):
        p = kind([whole])
        p.append(whole)
        p[0:0] = [whole]
        assert list(p) == [vector] * 3
        assert {type(v) for v in p} == {type(vector)}
        assert p.find(whole) == 0


def test_colours_come_by_name():
    p = PackedColorArray(["red", "#0000ff80", Color(0, 1, 0)])
    assert str(p) == "[(1.0, 0.0, 0.0, 1.0), (0.0, 0.0, 1.0, 0.502), (0.0, 1.0, 0.0, 1.0)]"


@pytest.mark.parametrize("wrong", [(1, 2), Vector3(1, 2, 3), 5, None, "red"])
def test_nothing_else_is_a_vector(wrong):
    with pytest.raises(TypeError, match="PackedVector2Array holds Vector2, not "):
        PackedVector2Array([wrong])
    with pytest.raises(TypeError):
        PackedVector2Array(Vector2(1, 2))


def test_a_vector_with_nan_is_not_found():
    p = PackedVector2Array([Vector2(math.nan, 1)])
    assert p.find(Vector2(math.nan, 1)) == -1
    assert p != PackedVector2Array([Vector2(math.nan, 1)])


def test_order():
    p = PackedVector2Array([Vector2(2, 1), Vector2(1, 5), Vector2(1, 2)])
    p.sort()
    assert str(p) == "[(1.0, 2.0), (1.0, 5.0), (2.0, 1.0)]"
    colours = PackedColorArray(["white", "red", "black", "blue"])
    colours.sort()
    assert list(colours) == [Color("black"), Color("blue"), Color("red"), Color("white")]


def test_new_places_are_empty():
    p = PackedColorArray(["red"])
    p.resize(2)
    assert p[1] == Color(0, 0, 0, 1)
    q = PackedVector3Array()
    q.resize(1)
    assert q[0] == Vector3.ZERO


def test_bytes_and_back():
    p = PackedVector3Array([Vector3(0.1, 2, 3), Vector3(4, 5, 6)])
    assert len(bytes(p)) == 24
    assert p.to_byte_array().to_vector3_array() == p
    c = PackedColorArray(["red", "blue"])
    assert c.to_byte_array().to_color_array() == c
