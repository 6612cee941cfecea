"""Plane."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.plane import Plane
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i

near = st.floats(-10, 10, width=16)
points = st.builds(Vector3, near, near, near)


def test_constructors():
    assert Plane() == Plane(0, 0, 0, 0)
    assert not Plane()
    assert Plane(Vector3.UP) == Plane(Vector3.UP, 0) == Plane(0, 1, 0, 0) == Plane.PLANE_XZ
    assert Plane(Vector3.UP, 2) == Plane(normal=Vector3.UP, d=2) == Plane(Plane(0, 1, 0, 2))
    assert Plane(Vector3.UP, Vector3(5, 2, 5)) == Plane(Vector3i(0, 1, 0), Vector3i(5, 2, 5))
    assert Plane(Vector3(), Vector3.RIGHT, Vector3.UP) == Plane(0, 0, -1, 0)
    for wrong in ((1,), (1, 2), (1, 2, 3), ("a",), (Vector3(), "a"), (Vector3(), 1, 2)):
        with pytest.raises(TypeError):
            Plane(*wrong)


def test_a_value():
    plane = Plane(0.6, 0.8, 0, 2)
    assert (plane.x, plane.y, plane.z, plane["d"]) == (*plane.normal, 2.0)
    normal, d = plane
    assert Plane(normal, d) == plane
    assert hash(plane) == hash(Plane(plane))
    assert copy.deepcopy(plane) is plane
    assert pickle.loads(pickle.dumps(plane)) == plane
    assert str(plane) == "[N: (0.6, 0.8, 0.0), D: 2]"
    assert repr(plane) == "Plane(0.6, 0.8, 0.0, 2.0)"
    assert -plane == Plane(-0.6, -0.8, 0, -2)
    assert plane.replace(d=1, x=0, y=1) == Plane(0, 1, 0, 1)
    for name in ("normal", "d", "x"):
        with pytest.raises(AttributeError, match=rf"v\.replace\({name}=1\)"):
            setattr(plane, name, 1)


@given(points, points, st.floats(-10, 10, width=16))
def test_distances(normal, point, d):
    plane = Plane(normal.normalized(), d)
    foot = plane.project(point)
    if plane.normal:
        assert plane.has_point(foot, 1e-3)
        assert foot.distance_to(point) == pytest.approx(abs(plane.distance_to(point)), abs=1e-3)
    assert plane.is_point_over(point) == (plane.normal.dot(point) > d)


def test_crossings():
    floor = Plane(Vector3.UP, 1)
    assert floor.intersects_ray(Vector3(2, 5, 3), Vector3(0, -1, 0)) == Vector3(2, 1, 3)
    assert floor.intersects_ray(Vector3(2, 5, 3), Vector3(0, 1, 0)) is None
    assert floor.intersects_ray(Vector3(2, 5, 3), Vector3(1, 0, 0)) is None
    assert floor.intersects_segment(Vector3(2, 5, 3), Vector3(2, 1, 3)) == Vector3(2, 1, 3)
    assert floor.intersects_segment(Vector3(2, 5, 3), Vector3(2, 2, 3)) is None
    three = floor.intersect_3(Plane(Vector3.RIGHT, 2), Plane(Vector3.BACK, 3))
    assert three == Vector3(2, 1, 3)
    assert floor.intersect_3(floor, Plane.PLANE_XY) is None
    assert Plane(0, 2, 0, 4).normalized() == Plane(0, 1, 0, 2)
    assert Plane(0, 0, 0, 4).normalized() == Plane()
