"""AABB."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.aabb import AABB
from engine.core.output import handler
from engine.core.plane import Plane
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i

near = st.integers(-4, 4)
points = st.builds(Vector3, near, near, near)
sizes = st.builds(Vector3, *[st.integers(0, 4)] * 3)
boxes = st.builds(AABB, points, sizes)


def test_a_value():
    box = AABB(Vector3(1, 2, 3), Vector3(4, 5, 6))
    assert box == AABB(position=Vector3i(1, 2, 3), size=Vector3i(4, 5, 6)) == AABB(box)
    assert (box.end, box["end"]) == (Vector3(5, 7, 9), Vector3(5, 7, 9))
    assert AABB() == AABB(Vector3(), Vector3())
    assert not AABB()
    assert hash(box) == hash(AABB(*box))
    assert copy.deepcopy(box) is box
    assert pickle.loads(pickle.dumps(box)) == box
    assert str(box) == "[P: (1.0, 2.0, 3.0), S: (4.0, 5.0, 6.0)]"
    assert repr(box) == "AABB(Vector3(1.0, 2.0, 3.0), Vector3(4.0, 5.0, 6.0))"
    assert box.replace(end=Vector3(2, 3, 4)).size == Vector3.ONE
    with pytest.raises(AttributeError, match=r"v\.replace\(end="):
        box.end = Vector3.ZERO
    for wrong in ((1,), (Vector3(), 1), (box, box), (Vector3(),)):
        with pytest.raises(TypeError, match="does not exist"):
            AABB(*wrong)


@given(boxes, boxes)
def test_joined_and_common_parts(one, other):
    both = one.merge(other)
    assert both.encloses(one)
    assert both.encloses(other)
    common = one.intersection(other)
    if one.intersects(other):
        assert one.encloses(common)
        assert other.encloses(common)
    else:
        assert not common.has_volume() or not one.has_volume() or not other.has_volume()


@given(boxes)
def test_corners(box):
    corners = [box.get_endpoint(idx) for idx in range(8)]
    assert corners[0] == box.position
    assert corners[7] == box.end
    assert all(box.has_point(corner) for corner in corners)
    for direction in (Vector3(1, -2, 3), Vector3(-1, 1, 0)):
        support = box.get_support(direction)
        assert support.dot(direction) == max(corner.dot(direction) for corner in corners)
    assert box.get_longest_axis_size() == max(box.size)
    assert box.get_shortest_axis_size() == min(box.size)


@given(boxes, points, points)
def test_rays_meet_the_box_where_they_should(box, start, way):
    met = box.intersects_ray(start, way)
    if met is not None:
        assert box.grow(1e-4).has_point(met)
        assert met == start or (met - start).normalized().dot(way) >= 0.0
    crossed = box.intersects_segment(start, start + way)
    if crossed is not None:
        assert box.grow(1e-4).has_point(crossed)
    if box.has_point(start):
        assert crossed == start


def test_planes():
    box = AABB(Vector3(-1, -1, -1), Vector3(2, 2, 2))
    assert box.intersects_plane(Plane(Vector3.UP, 0.5))
    assert not box.intersects_plane(Plane(Vector3.UP, 2))


def test_mistakes_are_reported():
    odd, messages = AABB(Vector3(), Vector3(-1, 2, 3)), []
    with handler(messages.append):
        assert not odd.has_point(Vector3.ZERO)
        assert odd.intersection(AABB()) == AABB()
        assert odd.get_endpoint(8) == Vector3.ZERO
    negative = (
        "AABB size is negative, this is not supported. "
        "Use AABB.abs() to get an AABB with a positive size."
    )
    missing = "Method/function failed. Returning: Vector3()"
    assert [m.text for m in messages] == [negative, negative, missing]
    assert odd.abs() == AABB(Vector3(-1, 0, 0), Vector3(1, 2, 3))
