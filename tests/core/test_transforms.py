"""Transform2D and Transform3D."""

import copy
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core import output
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.packed_vector_arrays import PackedVector2Array, PackedVector3Array
from engine.core.plane import Plane
from engine.core.quaternion import Quaternion
from engine.core.rect2 import Rect2
from engine.core.transform2d import Transform2D
from engine.core.transform3d import Transform3D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i

numbers = st.floats(-100, 100, width=32)
angles = st.floats(-4, 4, width=32)
points_2d = st.builds(Vector2, numbers, numbers)
points_3d = st.builds(Vector3, numbers, numbers, numbers)
rigid_2d = st.builds(Transform2D, angles, points_2d)
turns = st.builds(lambda *three: Basis.from_euler(Vector3(*three)), angles, angles, angles)
rigid_3d = st.builds(Transform3D, turns, points_3d)


@pytest.fixture
def errors():
    messages = []
    with output.handler(lambda message: messages.append(str(message))):
        yield messages


def near(a, b):
    return (a - b).length() < 1e-3 * (1.0 + b.length())


def test_constructors_2d():
    t = Transform2D(Vector2(1, 2), Vector2(3, 4), Vector2(5, 6))
    assert t == Transform2D(t) == Transform2D(*t) == Transform2D(x=t.x, y=t.y, origin=t.origin)
    assert t == Transform2D(Vector2i(1, 2), Vector2i(3, 4), Vector2i(5, 6))
    assert (t.x, t.y, t.origin) == (Vector2(1, 2), Vector2(3, 4), Vector2(5, 6))
    assert (t[0], t[1], t[2], t["origin"]) == (t.x, t.y, t.origin, t.origin)
    assert Transform2D() == Transform2D.IDENTITY == Transform2D(0, Vector2i(0, 0))
    assert Transform2D(0.5, Vector2(1, 2)) == Transform2D(0.5, Vector2.ONE, 0.0, Vector2(1, 2))


def test_constructors_3d():
    b, o = Basis(Vector3(1, 2, 3), Vector3(4, 5, 6), Vector3(7, 8, 10)), Vector3(1, 2, 3)
    t = Transform3D(b, o)
    assert t == Transform3D(t) == Transform3D(*t) == Transform3D(basis=b, origin=o)
    assert t == Transform3D(b.x, b.y, b.z, o) == Transform3D(b, Vector3i(1, 2, 3))
    assert (t.basis, t.origin, t["basis"]) == (b, o, b)
    assert Transform3D() == Transform3D.IDENTITY == Transform3D(Basis(), Vector3())


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Transform2D(1.0),
        lambda: Transform2D(Vector2()),
        lambda: Transform2D(Vector2(), Vector2(), 1.0),
        lambda: Transform2D(True, Vector2()),
        lambda: Transform2D(Transform2D(), Vector2()),
        lambda: Transform2D("x"),
        lambda: Transform3D(Basis()),
        lambda: Transform3D(Vector3(), Vector3(), Vector3()),
        lambda: Transform3D(Transform2D()),
        lambda: Transform3D(Basis(), Vector2()),
    ],
)
def test_other_constructors_do_not_exist(wrong):
    with pytest.raises(TypeError, match=r"Transform[23]D\(.*does not exist: Transform[23]D takes"):
        wrong()


@pytest.mark.parametrize(
    "t", [Transform2D(0.5, Vector2(1, 2)), Transform3D(Basis.FLIP_X, Vector3.UP)]
)
def test_is_a_value(t):
    with pytest.raises(AttributeError, match=r"replace\(origin="):
        t.origin = t.origin
    with pytest.raises(AttributeError):
        t.other = 1
    assert hash(t) == hash(type(t)(t))
    assert copy.deepcopy(t) is copy.copy(t) is t
    assert pickle.loads(pickle.dumps(t)) == t
    assert eval(repr(t)) == t
    assert t.replace() == t
    assert t.replace(origin=t.origin * 2.0).origin == t.origin * 2.0
    assert t
    assert not type(t)()
    assert t != "t"
    with pytest.raises(IndexError):
        t[7]
    with pytest.raises(KeyError):
        t["nothing"]


def test_patterns():
    match Transform2D(0, Vector2(3, 4)):
        case Transform2D(x=Vector2(1, 0), origin=Vector2(x, y)):
            assert (x, y) == (3, 4)
        case _:
            pytest.fail("no match")


def test_texts():
    assert str(Transform2D()) == "[X: (1.0, 0.0), Y: (0.0, 1.0), O: (0.0, 0.0)]"
    identity = "[X: (1.0, 0.0, 0.0), Y: (0.0, 1.0, 0.0), Z: (0.0, 0.0, 1.0), O: (0.0, 0.0, 0.0)]"
    assert str(Transform3D()) == identity


@given(rigid_2d, rigid_2d, points_2d)
def test_products_and_inverses_2d(a, b, v):
    assert near((a * b) * v, a * (b * v))
    assert near(a.inverse() * (a * v), v)
    assert near(a.affine_inverse() * (a * v), v)
    assert near((a * v) * a, v)
    assert near(a.basis_xform(v), a * v - a.origin)
    assert (a * v).distance_to(a * Vector2.ZERO) == pytest.approx(v.length(), abs=1e-2)


@given(rigid_3d, rigid_3d, points_3d)
def test_products_and_inverses_3d(a, b, v):
    assert near((a * b) * v, a * (b * v))
    assert near(a.inverse() * (a * v), v)
    assert near(a.affine_inverse() * (a * v), v)
    assert near((a * v) * a, v)


@given(rigid_2d, st.floats(-3, 3), points_2d)
def test_turning_and_moving_2d(t, angle, v):
    assert near(t.rotated(angle) * v, (t * v).rotated(angle))
    assert near(t.rotated_local(angle) * v, t * v.rotated(angle))
    assert near(t.translated(v).origin, t.origin + v)
    assert near(t.translated_local(v).origin, t * v)
    assert near(t.scaled(Vector2(2, 3)) * v, (t * v) * Vector2(2, 3))
    assert near(t.scaled_local(Vector2(2, 3)) * v, t * (v * Vector2(2, 3)))


@given(angles, st.floats(0.1, 5), st.floats(0.1, 5), st.floats(-1, 1), points_2d)
def test_parts_2d(angle, width, height, skew, position):
    t = Transform2D(angle, Vector2(width, height), skew, position)
    assert math.cos(t.get_rotation() - angle) == pytest.approx(1.0, abs=1e-5)
    assert near(t.get_scale(), Vector2(width, height))
    assert t.get_skew() == pytest.approx(skew, abs=1e-3)
    assert t.get_origin() == position


def test_moves_arrays_and_shapes():
    t = Transform2D(math.pi / 2, Vector2(10, 0))
    moved = t * PackedVector2Array([Vector2(1, 0), Vector2(0, 1)])
    assert type(moved) is PackedVector2Array
    assert moved[0].is_equal_approx(Vector2(10, 1))
    assert moved[1].is_equal_approx(Vector2(9, 0))
    assert moved * t == PackedVector2Array([v * t for v in moved])
    assert (t * Rect2(0, 0, 2, 1)).is_equal_approx(Rect2(9, 0, 1, 2))
    assert ((t * Rect2(0, 0, 2, 1)) * t).is_equal_approx(Rect2(0, 0, 2, 1))
    u = Transform3D(Basis(Vector3.UP, math.pi / 2), Vector3(10, 0, 0))
    assert type(u * PackedVector3Array([Vector3.RIGHT])) is PackedVector3Array
    box = AABB(Vector3.ZERO, Vector3(1, 2, 3))
    assert ((u * box) * u).is_equal_approx(box)
    plane = Plane(Vector3.RIGHT, 2.0)
    assert ((u * plane) * u).is_equal_approx(plane)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Transform2D() * Vector2i(1, 2),
        lambda: Transform2D() * Vector3(),
        lambda: Vector3() * Transform2D(),
        lambda: 2 * Transform2D(),
        lambda: Transform2D() * True,
        lambda: Transform2D() + Transform2D(),
        lambda: Transform3D() * Vector2(),
        lambda: Transform3D() * Transform2D(),
        lambda: Transform2D() / Vector2(1, 1),
        lambda: PackedVector2Array([Vector2.ONE]) * Transform3D(),
        lambda: Transform3D() * Basis(),
    ],
)
def test_operands_that_do_not_fit(wrong):
    with pytest.raises(TypeError):
        wrong()


def test_looking_at_2d():
    t = Transform2D(0.3, Vector2(1, 1)).looking_at(Vector2(5, 1))
    assert t.origin == Vector2(1, 1)
    assert near(t.x, Vector2.RIGHT)


def test_interpolation():
    start, end = Transform2D(0, Vector2.ZERO), Transform2D(1, Vector2(2, 4))
    half = start.interpolate_with(end, 0.5)
    assert half.is_equal_approx(Transform2D(0.5, Vector2(1, 2)))
    a = Transform3D()
    b = Transform3D(Basis(Vector3.UP, 1.0).scaled(Vector3(3, 3, 3)), Vector3(2, 0, 0))
    middle = a.interpolate_with(b, 0.5)
    assert middle.basis.get_scale().is_equal_approx(Vector3(2, 2, 2))
    turned = middle.basis.get_rotation_quaternion()
    assert turned.is_equal_approx(Quaternion(Vector3.UP, 0.5))


def test_messages(errors):
    flat = Transform2D(Vector2(), Vector2(), Vector2(1, 2))
    assert flat.affine_inverse() == flat
    assert Transform3D().looking_at(Vector3()) == Transform3D()
    squashed = Transform3D(Basis.from_scale(Vector3(0, 1, 1)), Vector3())
    assert squashed.affine_inverse() == squashed
    assert Transform3D().rotated(Vector3(1, 1, 1), 1.0) == Transform3D()
    assert errors == [
        'ERROR: Condition "det == 0" is true.',
        "ERROR: The transform's origin and target can't be equal.",
        'ERROR: Condition "det == 0" is true.',
        "ERROR: The axis Vector3 (1.0, 1.0, 1.0) must be normalized.",
    ]
