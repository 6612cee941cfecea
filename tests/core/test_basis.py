import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core import output
from engine.core.basis import Basis
from engine.core.geometry_enums import EulerOrder
from engine.core.quaternion import Quaternion
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i

angles = st.floats(-3, 3, width=32)
scales = st.floats(0.25, 4, width=32)
vectors = st.builds(Vector3, angles, angles, angles)
turns = st.builds(lambda v: Basis.from_euler(v), vectors)


@pytest.fixture
def errors():
    messages = []
    with output.handler(lambda message: messages.append(str(message))):
        yield messages


def near(a, b, tolerance=1e-3):
    pairs = [pair for v, w in zip(a, b, strict=True) for pair in zip(v, w, strict=True)]
    return all(abs(p - q) < tolerance for p, q in pairs)


def test_constructors():
    x, y, z = Vector3(1, 2, 3), Vector3(4, 5, 6), Vector3(7, 8, 10)
    b = Basis(x, y, z)
    assert b == Basis(b) == Basis(*b) == Basis(x=x, y=y, z=z)
    assert b == Basis(Vector3i(1, 2, 3), Vector3i(4, 5, 6), Vector3i(7, 8, 10))
    assert (b.x, b.y, b.z) == (b[0], b[1], b["z"]) == (x, y, z)
    assert Basis() == Basis.IDENTITY == Basis(Quaternion()) == Basis(Vector3.UP, 0)
    assert Basis(Vector3.UP, 1) == Basis(Vector3i(0, 1, 0), 1.0)


@pytest.mark.parametrize(
    "wrong", [lambda: Basis(1.0), lambda: Basis(Vector3()), lambda: Basis(Vector3(), Vector3())]
)
def test_other_constructors_do_not_exist(wrong):
    with pytest.raises(TypeError, match=r"Basis\(.*does not exist: Basis takes three axes"):
        wrong()


def test_is_a_value():
    b = Basis(Vector3(1, 2, 3), Vector3(4, 5, 6), Vector3(7, 8, 10))
    with pytest.raises(AttributeError, match=r"replace\(x="):
        b.x = Vector3()
    assert hash(b) == hash(Basis(b))
    assert copy.deepcopy(b) is copy.copy(b) is b
    assert pickle.loads(pickle.dumps(b)) == b
    assert eval(repr(b)) == b
    assert b.replace(y=Vector3()).y == Vector3()
    assert b
    assert not Basis()
    assert str(Basis()) == "[X: (1.0, 0.0, 0.0), Y: (0.0, 1.0, 0.0), Z: (0.0, 0.0, 1.0)]"
    with pytest.raises(TypeError):
        2 * b
    with pytest.raises(TypeError):
        b * b * "x"


def test_outer_product_of_vectors():
    assert Vector3(1, 2, 3).outer(Vector3(4, 5, 6)) * Vector3.RIGHT == Vector3(4, 8, 12)


@given(turns, turns, vectors)
def test_products_and_inverses(a, b, v):
    assert near([(a * b) * v], [a * (b * v)])
    assert near(a * a.inverse(), Basis())
    assert near(a.inverse(), a.transposed())
    assert near([(a * v) * a], [v])
    assert a.determinant() == pytest.approx(1.0, abs=1e-3)
    assert a.is_conformal()


@given(vectors, st.sampled_from(EulerOrder))
def test_euler_angles_survive(angles_, order):
    b = Basis.from_euler(angles_, order)
    # Where the middle angle is nearly right, the others are told less exactly.
    assert near(Basis.from_euler(b.get_euler(order), order), b, 0.02)


@given(turns, scales, scales, scales)
def test_scale_and_rotation_are_told_apart(turn, x, y, z):
    b = turn.scaled_local(Vector3(x, y, z))
    assert near([b.get_scale()], [Vector3(x, y, z)])
    assert near(Basis(b.get_rotation_quaternion()), turn)
    assert near(b.orthonormalized(), turn)
    mirrored = turn.scaled_local(Vector3(-x, y, z))
    assert mirrored.determinant() < 0.0
    assert near([mirrored.get_scale()], [-Vector3(x, y, z)])


@given(turns, turns, st.floats(0, 1))
def test_slerp_stays_a_rotation(a, b, weight):
    between = a.slerp(b, weight)
    assert near(between * between.transposed(), Basis())
    assert near(a.slerp(b, 0.0), a)


def test_looking_at():
    b = Basis.looking_at(Vector3(1, 0, 0))
    assert (b * Vector3.FORWARD).is_equal_approx(Vector3.RIGHT)
    assert (b * Vector3.UP).is_equal_approx(Vector3.UP)
    b = Basis.looking_at(Vector3(1, 0, 0), Vector3.UP, True)
    assert (b * Vector3.MODEL_FRONT).is_equal_approx(Vector3.RIGHT)


def test_messages(errors):
    scaled = Basis.from_scale(Vector3(1, 2, 3))
    flat = Basis.from_scale(Vector3(0, 1, 1))
    assert flat.inverse() == flat
    assert Basis(Vector3(1, 2, 3), 1.0) == Basis()
    assert Basis.from_euler(Vector3(1, 2, 3), 9) == Basis()
    assert Basis().get_euler(-1) == Vector3()
    assert Basis.looking_at(Vector3()) == Basis()
    assert Basis.looking_at(Vector3.ONE, Vector3()) == Basis()
    Basis.looking_at(Vector3.UP)
    assert Quaternion(scaled) == Quaternion()
    assert errors == [
        'ERROR: Condition "det == 0" is true.',
        "ERROR: The axis Vector3 (1.0, 2.0, 3.0) must be normalized.",
        "ERROR: Invalid Euler order parameter.",
        "ERROR: Invalid parameter for get_euler(order)",
        "ERROR: The target vector can't be zero.",
        "ERROR: The up vector can't be zero.",
        "WARNING: Target and up vectors are colinear. This is not advised as it may cause "
        "unwanted rotation around local Z axis.",
        f"ERROR: Basis {scaled} must be normalized in order to be casted to a Quaternion. Use "
        "get_rotation_quaternion() or call orthonormalized() if the Basis contains linearly "
        "independent vectors.",
    ]
