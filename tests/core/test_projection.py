import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core import output
from engine.core.basis import Basis
from engine.core.projection import Projection
from engine.core.transform3d import Transform3D
from engine.core.vector3 import Vector3
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

cameras = st.builds(
    Projection.create_perspective,
    st.floats(20, 120, width=32),
    st.floats(0.5, 2, width=32),
    st.floats(0.125, 1, width=32),
    st.floats(2, 50, width=32),
)


@pytest.fixture
def errors():
    messages = []
    with output.handler(lambda message: messages.append(str(message))):
        yield messages


def near(a, b):
    return all(abs(p - q) < 1e-2 * (1 + abs(q)) for p, q in zip(a, b, strict=True))


def test_constructors():
    columns = [Vector4(*range(i, i + 4)) for i in (1, 5, 9, 13)]
    p = Projection(*columns)
    assert p == Projection(p) == Projection(*p)
    assert p == Projection(*[Vector4i(*map(int, column)) for column in columns])
    assert [p.x, p.y, p.z, p.w] == [p[0], p[1], p[2], p["w"]] == columns
    assert Projection() == Projection.IDENTITY == Projection(Transform3D())
    t = Transform3D(Basis.FLIP_Y, Vector3(1, 2, 3))
    assert Transform3D(Projection(t)) == t


@pytest.mark.parametrize("wrong", [lambda: Projection(1), lambda: Projection(Vector4(), Vector4())])
def test_other_constructors_do_not_exist(wrong):
    with pytest.raises(TypeError, match=r"Projection\(.*does not exist: Projection takes"):
        wrong()


def test_is_a_value():
    p = Projection(Transform3D(Basis.FLIP_Y, Vector3(1, 2, 3)))
    with pytest.raises(AttributeError, match=r"replace\(w="):
        p.w = Vector4()
    assert hash(p) == hash(Projection(p))
    assert copy.deepcopy(p) is copy.copy(p) is p
    assert pickle.loads(pickle.dumps(p)) == p
    assert eval(repr(p)) == p
    assert p.replace(w=Vector4(0, 0, 0, 1)) == Projection(Transform3D(Basis.FLIP_Y, Vector3()))
    assert p
    assert not Projection()
    identity = "X: (1.0, 0.0, 0.0, 0.0), Y: (0.0, 1.0, 0.0, 0.0), "
    assert str(Projection()) == f"[{identity}Z: (0.0, 0.0, 1.0, 0.0), W: (0.0, 0.0, 0.0, 1.0)]"
    with pytest.raises(TypeError):
        p * 2
    with pytest.raises(TypeError):
        p * Vector3()


@given(cameras)
def test_cameras_know_how_they_were_made(p):
    assert not p.is_orthogonal()
    near_, far = p.get_z_near(), p.get_z_far()
    again = Projection.create_perspective(
        Projection.get_fovy(p.get_fov(), 1.0 / p.get_aspect()), p.get_aspect(), near_, far
    )
    assert all(near(a, b) for a, b in zip(again, p, strict=True))
    half = p.get_viewport_half_extents()
    frustum = Projection.create_frustum(-half.x, half.x, -half.y, half.y, near_, far)
    assert all(near(a, b) for a, b in zip(frustum, p, strict=True))
    assert p.get_lod_multiplier() == pytest.approx(2 * half.x / near_, rel=1e-3)


@given(cameras, st.floats(-3, 3), st.floats(-3, 3), st.floats(-9, -0.5))
def test_inverse_and_planes(p, x, y, z):
    point = Vector4(x, y, z, 1.0)
    seen = p * point
    assert near(p.inverse() * seen, point)
    inside = all(abs(part) <= seen.w for part in (seen.x, seen.y, seen.z))
    distances = [p.get_projection_plane(i).distance_to(Vector3(x, y, z)) for i in range(6)]
    if min(map(abs, distances)) > 1e-3:
        assert inside == all(distance < 0 for distance in distances)


def test_messages(errors):
    flat = Projection(Vector4(1, 2, 3, 4), Vector4(1, 2, 3, 4), Vector4(), Vector4())
    assert flat.inverse() == flat
    assert Projection.ZERO.inverse() == Projection.ZERO
    assert Projection.create_frustum(1, 1, 0, 1, 0.1, 10) == Projection()
    assert Projection.create_frustum(0, 1, 1, 1, 0.1, 10) == Projection()
    assert Projection.create_frustum(0, 1, 0, 1, 10, 10) == Projection()
    assert errors == [
        'ERROR: Condition "0.0 == r1[1]" is true.',
        'ERROR: Condition "0.0 == r0[0]" is true.',
        'ERROR: Condition "p_right <= p_left" is true.',
        'ERROR: Condition "p_top <= p_bottom" is true.',
        'ERROR: Condition "p_far <= p_near" is true.',
    ]
