"""Rect2 and Rect2i."""

import copy
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.geometry_enums import SIDE_RIGHT
from engine.core.output import handler
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i

BOTH = [(Rect2, Vector2), (Rect2i, Vector2i)]
sides = st.tuples(*[st.integers(-50, 50)] * 2, *[st.integers(0, 50)] * 2)


@pytest.mark.parametrize(("rect", "vector"), BOTH)
def test_constructors(rect, vector):
    r = rect(1, 2, 3, 4)
    assert r == rect(vector(1, 2), vector(3, 4)) == rect(position=vector(1, 2), size=vector(3, 4))
    assert r == rect(r) == rect(Vector2(1, 2), Vector2i(3, 4)) == rect(*r)
    assert rect() == rect(0, 0, 0, 0)
    assert not rect()
    assert r
    assert rect(Rect2(1.5, 2.5, 3.5, 4.5)) == rect(1.5, 2.5, 3.5, 4.5)
    assert rect(Rect2i(1, 2, 3, 4)) == r
    for wrong in ((1,), (1, 2), (1, 2, 3), (vector(), 1), ("a",), (r, r), (vector(), vector(), 1)):
        with pytest.raises(TypeError, match=rf"{rect.__name__}\(.*does not exist"):
            rect(*wrong)


@pytest.mark.parametrize(("rect", "vector"), BOTH)
def test_a_value(rect, vector):
    r = rect(1, 2, 3, 4)
    assert (r.position, r.size, r.end) == (vector(1, 2), vector(3, 4), vector(4, 6))
    assert (r["position"], r["end"]) == (r.position, r.end)
    assert hash(r) == hash(rect(1, 2, 3, 4))
    assert copy.deepcopy(r) is r
    assert pickle.loads(pickle.dumps(r)) == r
    for name in ("position", "size", "end"):
        with pytest.raises(AttributeError, match=rf"v\.replace\({name}="):
            setattr(r, name, vector(0, 0))
    with pytest.raises(IndexError):
        r[0]
    assert r.replace(position=vector(0, 0)) == rect(0, 0, 3, 4)
    assert r.replace(size=vector(1, 1)) == rect(1, 2, 1, 1)
    assert r.replace(end=vector(10, 10)) == rect(1, 2, 9, 8)
    assert r != rect(1, 2, 3, 5)
    assert Rect2(1, 2, 3, 4) != Rect2i(1, 2, 3, 4)


def test_texts():
    assert str(Rect2(1, 2, 0.5, 4)) == "[P: (1.0, 2.0), S: (0.5, 4.0)]"
    assert str(Rect2i(1, 2, 3, 4)) == "[P: (1, 2), S: (3, 4)]"
    assert repr(Rect2(0.1, 2, 3, 4)) == "Rect2(0.1, 2.0, 3.0, 4.0)"
    assert repr(Rect2i(1, 2, 3, 4)) == "Rect2i(1, 2, 3, 4)"


@given(sides, sides)
def test_both_kinds_agree(a, b):
    f, g, i, j = Rect2(*a), Rect2(*b), Rect2i(*a), Rect2i(*b)
    assert f.intersects(g) == i.intersects(j)
    assert f.encloses(g) == i.encloses(j)
    assert Rect2i(f.intersection(g)) == i.intersection(j)
    assert Rect2i(f.merge(g)) == i.merge(j)
    assert Rect2i(f.expand(g.position)) == i.expand(j.position)
    assert f.has_point(g.position) == i.has_point(j.position)
    assert Rect2i(f.grow(3)) == i.grow(3)


@given(sides, sides)
def test_joined_and_common_parts(a, b):
    one, other = Rect2(*a), Rect2(*b)
    assert one.merge(other).encloses(one)
    assert one.merge(other).encloses(other)
    common = one.intersection(other)
    assert one.intersects(other) == bool(common) or not common.has_area()
    if one.intersects(other):
        assert one.encloses(common)
        assert other.encloses(common)


def test_sides_of_its_own():
    r = Rect2(0, 0, 10, 10)
    assert r.has_point(Vector2(0, 0))
    assert not r.has_point(Vector2(10, 5))
    assert not r.intersects(Rect2(10, 0, 5, 5))
    assert r.intersects(Rect2(10, 0, 5, 5), include_borders=True)
    assert r.grow_side(SIDE_RIGHT, 2) == Rect2(0, 0, 12, 10)
    assert r.grow_individual(1, 2, 3, 4) == Rect2(-1, -2, 14, 16)
    assert r.has_point(Vector2i(3, 3))
    assert Rect2(5, 5, -3, -4).abs() == Rect2(2, 1, 3, 4)
    assert not Rect2(0, 0, math.inf, 1).is_finite()


@pytest.mark.parametrize(("rect", "vector"), BOTH)
def test_negative_sizes_are_reported(rect, vector):
    name = rect.__name__
    text = (
        f"{name} size is negative, this is not supported. "
        f"Use {name}.abs() to get a {name} with a positive size."
    )
    odd, fine, messages = rect(1, 2, -3, 4), rect(1, 2, 3, 4), []
    with handler(messages.append):
        assert not odd.intersects(odd)
        assert odd.intersection(fine) == rect()
        assert not odd.encloses(fine)
        assert odd.merge(fine) == fine
        assert odd.expand(vector(1, 2)) == rect(1, 2, 0, 4)
        assert not odd.has_point(vector(0, 3))
    assert [m.text for m in messages] == [text] * 6
    assert odd.get_area() == -12
    assert not odd.has_area()
