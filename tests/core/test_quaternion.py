import copy
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core import output
from engine.core.basis import Basis
from engine.core.quaternion import Quaternion
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i

angles = st.floats(-3, 3, width=32)
vectors = st.builds(Vector3, angles, angles, angles)
turns = st.builds(Quaternion.from_euler, vectors)


@pytest.fixture
def errors():
    messages = []
    with output.handler(lambda message: messages.append(str(message))):
        yield messages


def near(a, b):
    return all(abs(p - q) < 1e-3 for p, q in zip(a, b, strict=True))


def same_turn(a, b):
    return near(a, b) or near(-a, b)


def test_constructors():
    q = Quaternion(1, 2, 3, 4)
    assert q == Quaternion(q) == Quaternion(*q) == Quaternion(x=1, y=2, z=3, w=4)
    assert (q.x, q.y, q.z, q.w) == (q[0], q[1], q[2], q["w"]) == (1.0, 2.0, 3.0, 4.0)
    assert Quaternion() == Quaternion.IDENTITY == Quaternion(Basis())
    assert Quaternion(Vector3i(0, 1, 0), 1) == Quaternion(Vector3.UP, 1.0)
    assert near(Quaternion(Vector3.RIGHT, Vector3.UP) * Vector3.RIGHT, Vector3.UP)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Quaternion(1),
        lambda: Quaternion(1, 2, 3),
        lambda: Quaternion(Vector3()),
        lambda: Quaternion("q"),
        lambda: Quaternion(Vector3.UP, "1"),
    ],
)
def test_other_constructors_do_not_exist(wrong):
    with pytest.raises(TypeError, match=r"Quaternion\(.*does not exist: Quaternion takes"):
        wrong()


def test_is_a_value():
    q = Quaternion(0.5, 2.5, 3, 0.1)
    with pytest.raises(AttributeError, match=r"replace\(w="):
        q.w = 1.0
    assert hash(q) == hash(Quaternion(q))
    assert copy.deepcopy(q) is copy.copy(q) is q
    assert pickle.loads(pickle.dumps(q)) == q
    assert eval(repr(q)) == q
    assert repr(q) == "Quaternion(0.5, 2.5, 3.0, 0.1)"
    assert q.replace(x=1.0) == Quaternion(1.0, 2.5, 3, 0.1)
    assert (str(Quaternion()), str(q)) == ("(0, 0, 0, 1)", "(0.5, 2.5, 3, 0.1)")
    assert q
    assert not Quaternion()
    with pytest.raises(TypeError):
        q + 1
    with pytest.raises(TypeError):
        q * Vector3i(1, 2, 3)
    with pytest.raises(TypeError):
        q / q


@given(turns, turns, vectors)
def test_products_and_inverses(a, b, v):
    assert near((a * b) * v, a * (b * v))
    assert near(a * a.inverse(), Quaternion())
    assert near((a * v) * a, v)
    assert near(a * v, Basis(a) * v)
    assert same_turn(Quaternion(Basis(a)), a)
    assert a.is_normalized()


@given(st.floats(0.125, 3, width=32), vectors.filter(lambda v: v.length() > 0.1))
def test_axis_and_angle_survive(angle, axis):
    axis = axis.normalized()
    q = Quaternion(axis, angle)
    assert q.get_angle() == pytest.approx(angle, abs=2e-3)
    assert near(q.get_axis(), axis)
    assert near(q.log(), Quaternion(*(axis * angle), 0.0))
    assert near(q.log().exp(), q)


@given(turns, turns)
def test_interpolation(a, b):
    assert near(a.slerp(b, 0.0), a)
    assert same_turn(a.slerp(b, 1.0), b)
    half = a.slerp(b, 0.5)
    assert half.angle_to(a) == pytest.approx(half.angle_to(b), abs=2e-2)
    curve = a.spherical_cubic_interpolate(b, a, b, 0.0)
    assert same_turn(curve, a)


def test_the_long_way_round():
    a, b = Quaternion(Vector3.UP, 0.1), Quaternion(Vector3.UP, math.tau - 0.5)
    assert a.slerp(b, 0.5).angle_to(Quaternion(Vector3.UP, -0.2)) < 1e-3
    assert a.slerpni(b, 0.5).angle_to(Quaternion(Vector3.UP, math.pi - 0.2)) < 1e-3


def test_messages(errors):
    q, one = Quaternion(1, 2, 3, 4), Quaternion()
    assert q.inverse() == one
    assert q.slerp(one, 0.5) == one
    assert one.slerpni(q, 0.5) == one
    assert q.get_euler() == Vector3()
    assert q * Vector3.ONE == Vector3.ONE
    assert Quaternion(Vector3(1, 2, 3), 1.0) == one
    assert Quaternion(Vector3(), Vector3.UP) == one
    assert one.get_euler(9) == Vector3()
    assert errors == [
        "ERROR: The quaternion (1, 2, 3, 4) must be normalized.",
        "ERROR: The start quaternion (1, 2, 3, 4) must be normalized.",
        "ERROR: The end quaternion (1, 2, 3, 4) must be normalized.",
        "ERROR: The quaternion (1, 2, 3, 4) must be normalized.",
        "ERROR: The quaternion (1, 2, 3, 4) must be normalized.",
        "ERROR: The axis Vector3 (1.0, 2.0, 3.0) must be normalized.",
        "ERROR: The vectors must not be zero.",
        "ERROR: Invalid parameter for get_euler(order)",
    ]
