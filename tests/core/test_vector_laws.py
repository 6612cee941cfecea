"""What holds for every vector, whatever its numbers."""

import copy
import math
import operator
import pickle
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core._float32 import real_text, short_text
from engine.core.output import handler
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

FLOATS = {Vector2: 2, Vector3: 3, Vector4: 4}
INTS = {Vector2i: 2, Vector3i: 3, Vector4i: 4}
ALL = {**FLOATS, **INTS}
SIBLINGS = [(Vector2, Vector2i), (Vector3, Vector3i), (Vector4, Vector4i)]


def vectors(classes, numbers):
    return st.sampled_from(list(classes)).flatmap(
        lambda cls: st.lists(numbers, min_size=classes[cls], max_size=classes[cls]).map(
            lambda parts: cls(*parts)
        )
    )


any_float = vectors(FLOATS, st.floats())
tame_float = vectors(FLOATS, st.floats(-1e6, 1e6, width=32))
any_int = vectors(INTS, st.integers(-(2**40), 2**40))
any_vector = any_float | any_int


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def same(a, b):
    return a == b or (a != a and b != b)


@given(any_float)
def test_components_are_32_bit_floats(v):
    assert all(type(x) is float and same(single(x), x) for x in v)


@given(any_float, st.floats())
def test_results_are_32_bit_floats(v, f):
    for result in (v + v, v - v, v * v, v / v, v * f, f * v, v / f, -v, v.lerp(v, f)):
        assert type(result) is type(v)
        assert all(same(single(x), x) for x in result)
    for result in (v.length(), v.length_squared(), v.dot(v), v.distance_to(v)):
        assert same(single(result), result)


@given(any_int, st.integers())
def test_whole_components_wrap(v, n):
    for result in (v, v + v, v - v, v * v, v * n, -v, v.abs()):
        assert all(type(x) is int and -(2**31) <= x < 2**31 for x in result)
        assert type(result) is type(v)
    assert list(v * n) == [(x * n + 2**31) % 2**32 - 2**31 for x in v]


@given(any_vector)
def test_equal_values_are_interchangeable(v):
    twin = type(v)(*v)
    if all(x == x for x in v):
        assert v == twin
        assert hash(v) == hash(twin)
        assert (v != twin) is False
        assert pickle.loads(pickle.dumps(v)) == v
    assert copy.copy(v) is v
    assert copy.deepcopy(v) is v
    assert +v is v


def test_zeros_of_both_signs_are_equal():
    assert Vector2(0.0, -0.0) == Vector2(-0.0, 0.0)
    assert hash(Vector2(0.0, -0.0)) == hash(Vector2(-0.0, 0.0))


@given(any_vector)
def test_components_by_place_and_by_name(v):
    names = type(v).__match_args__
    for place, (name, x) in enumerate(zip(names, v, strict=True)):
        assert same(v[place], x)
        assert same(v[name], x)
        assert same(getattr(v, name), x)
        assert same(v[list(type(v).Axis)[place]], x)
    for wrong in (len(names), -1):
        with pytest.raises(IndexError, match=f"no component {wrong}"):
            v[wrong]
    with pytest.raises(KeyError, match="no 'q'"):
        v["q"]
    with pytest.raises(TypeError, match="not by float"):
        v[1.0]


@given(any_vector)
def test_nothing_can_be_changed(v):
    before = list(v)
    for name in type(v).__match_args__:
        with pytest.raises(AttributeError, match=rf"v\.replace\({name}=3\.0\)"):
            setattr(v, name, 3.0)
        with pytest.raises(AttributeError):
            delattr(v, name)
    with pytest.raises(AttributeError):
        v.extra = 1
    with pytest.raises(TypeError):
        v[0] = 1.0
    assert all(map(same, v, before))


@given(any_vector)
def test_replace(v):
    for place, name in enumerate(type(v).__match_args__):
        other = v.replace(**{name: 7})
        assert other[name] == 7
        assert all(same(a, b) for i, (a, b) in enumerate(zip(v, other, strict=True)) if i != place)
    with pytest.raises(TypeError):
        v.replace(q=1)


@pytest.mark.parametrize("cls", ALL)
def test_cannot_be_extended(cls):
    with pytest.raises(TypeError, match=f"functions that take a {cls.__name__}"):
        type("Mine", (cls,), {})


def test_augmented_assignment_makes_another_value():
    a = b = Vector2(1, 2)
    a += Vector2(1, 1)
    a *= 2
    assert (a, b) == (Vector2(4, 6), Vector2(1, 2))


@given(tame_float, st.data())
def test_order_is_that_of_the_components(v, data):
    parts = [*[*v][:-1], data.draw(st.floats(-1e6, 1e6, width=32))]
    other = type(v)(*parts)
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        assert compare(v, other) == compare(list(v), parts)


@pytest.mark.parametrize(("floats", "ints"), SIBLINGS)
def test_siblings_convert_but_do_not_mix(floats, ints):
    size = FLOATS[floats]
    whole, broken = ints(*range(size)), floats(*[x + 0.75 for x in range(size)])
    assert floats(whole) == floats(*range(size))
    assert ints(broken) == whole
    assert floats(whole) != whole
    assert floats(floats(whole)) == floats(whole)
    assert type(whole * 2) is ints
    assert type(whole * 2.0) is type(2.0 * whole) is type(whole / 2.0) is floats
    assert broken.max(whole) == broken  # arguments convert, as in Godot
    assert whole.max(broken) == whole
    for mix in (operator.add, operator.sub, operator.mul, operator.truediv, operator.lt):
        with pytest.raises(TypeError):
            mix(broken, whole)
        with pytest.raises(TypeError):
            mix(whole, broken)


@pytest.mark.parametrize("cls", ALL)
def test_other_operands_are_refused(cls):
    v = cls(*[1] * ALL[cls])
    for other in (None, "a", True, [1], object()):
        for mix in (operator.add, operator.sub, operator.mul, operator.truediv, operator.lt):
            with pytest.raises(TypeError):
                mix(v, other)
            with pytest.raises(TypeError):
                mix(other, v)
        assert v != other
    with pytest.raises(TypeError):
        v + 1
    with pytest.raises(TypeError):
        1 / v


@pytest.mark.parametrize("cls", ALL)
def test_constructors(cls):
    size = ALL[cls]
    zero = cls()
    assert list(zero) == [0] * size
    assert zero == cls.ZERO
    assert not zero
    assert cls.ONE
    named = dict(zip(cls.__match_args__, range(1, size + 1), strict=True))
    assert cls(**named) == cls(*range(1, size + 1))
    takes = "numbers or a vector"
    with pytest.raises(TypeError, match=rf"{cls.__name__}\(int\) does not exist: .* {takes}"):
        cls(1)
    with pytest.raises(TypeError, match=rf"{cls.__name__}\(str, {'int, ' * (size - 2)}int\)"):
        cls("a", *[1] * (size - 1))
    with pytest.raises(TypeError, match=r"\(list\)"):
        cls([1] * size)
    with pytest.raises(TypeError):
        cls(*[1] * (size + 1))


@pytest.mark.parametrize("cls", FLOATS)
def test_float_arguments_are_checked(cls):
    v = cls(*[1] * FLOATS[cls])
    with pytest.raises(TypeError, match="expected a number, got str 'x'"):
        v.lerp(v, "x")
    with pytest.raises(TypeError, match="does not exist"):
        v.dot(3)


@pytest.mark.parametrize("cls", INTS)
def test_dividing_whole_numbers_by_zero_raises(cls):
    v = cls(*[1] * INTS[cls])
    for divide in (operator.truediv, operator.mod):
        for zero in (0, 2**32, cls.ZERO):
            with pytest.raises(ZeroDivisionError):
                divide(v, zero)
    assert list(v / 0.0) == [math.inf] * INTS[cls]


def test_division_keeps_the_sign_of_zero():
    assert list(Vector2(1, -1) / -0.0) == [-math.inf, math.inf]
    assert list(Vector2(1, -1) / Vector2(0.0, 0.0)) == [math.inf, -math.inf]
    assert math.isnan((Vector3(0, 1, math.nan) / 0).x)


@pytest.mark.parametrize(("cls", "wrapped"), [(Vector2i, (0, 0)), (Vector2, (1e20, -1e20))])
def test_numbers_out_of_range(cls, wrapped):
    assert cls(1e20, -1e20) == cls(*wrapped)


def test_numbers_out_of_range_of_whole_vectors():
    assert Vector2i(3e9, -3e9) == Vector2i(-1294967296, 1294967296)
    assert Vector2i(math.nan, math.inf) == Vector2i.ZERO
    assert Vector2i(Vector2(3e9, math.nan)) == Vector2i.MIN
    assert Vector2i(2**32 + 5, -(2**32) - 5) == Vector2i(5, -5)
    assert Vector3i(2**31 - 1, 2**31 - 1, 2**31 - 1).length_squared() == -4611686031312289789
    assert math.isnan(Vector3i(2**31 - 1, 2**31 - 1, 2**31 - 1).length())


def test_floats_too_large_for_32_bits_are_infinite():
    assert Vector2(1e39, -1e39) == Vector2(math.inf, -math.inf)
    assert Vector2(3e38, 0).length() == math.inf


def test_unpacking_and_patterns():
    x, y = Vector2(1, 2)
    assert (x, y) == (1.0, 2.0)
    match Vector3(1, 2, 3):
        case Vector3(a, b, z=c):
            assert (a, b, c) == (1.0, 2.0, 3.0)
        case _:
            pytest.fail("no match")


def test_functions_of_python():
    v = Vector2(-1.5, 2.5)
    assert abs(v) == v.abs() == Vector2(1.5, 2.5)
    assert round(v) == v.round() == Vector2(-2, 3)
    assert math.floor(v) == Vector2(-2, 2)
    assert math.ceil(v) == Vector2(-1, 3)
    assert abs(Vector2i(-3, 4)) == Vector2i(3, 4)
    assert f"{v}" == "(-1.5, 2.5)"


@given(any_float)
def test_repr_reads_back(v):
    again = eval(repr(v), {type(v).__name__: type(v), "inf": math.inf, "nan": math.nan})
    assert all(map(same, v, again))


def test_repr():
    assert repr(Vector2(0.1, 1)) == "Vector2(0.1, 1.0)"
    assert repr(Vector3i(1, -2, 3)) == "Vector3i(1, -2, 3)"


@given(st.floats(width=32, allow_nan=False))
def test_short_text_is_the_shortest(x):
    text = short_text(x)
    assert single(float(text)) == x
    assert len(text) <= len(repr(x))


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_real_text_is_near(x):
    assert float(real_text(x)) == pytest.approx(x, rel=1e-5, abs=5.1e-7)
    assert real_text(x, trailing=False).removesuffix(".0") == real_text(x).removesuffix(".0")


@pytest.mark.parametrize(
    ("v", "text"),
    [
        (Vector2(1e10, 1e-7), "(10000000000.0, 0.0)"),
        (Vector2(1 / 3, 100000.5), "(0.333333, 100000.5)"),
        (Vector2(1000000.5, 1e20), "(1000000, 100000002004087734272.0)"),
        (Vector3(99.99999, -1e-7, -0.0), "(100.0, -0.0, 0.0)"),
        (Vector4(math.nan, math.inf, -math.inf, 0), "(nan, inf, -inf, 0.0)"),
        (Vector4i(1, -2, 3, 4), "(1, -2, 3, 4)"),
    ],
)
def test_texts(v, text):
    assert str(v) == text


@pytest.mark.parametrize(
    ("call", "result", "text"),
    [
        (
            lambda: Vector2(1, 2).slide(Vector2(1, 1)),
            Vector2(0, 0),
            "The normal Vector2 (1.0, 1.0)must be normalized.",
        ),
        (
            lambda: Vector3(1, 2, 3).bounce(Vector3(1, 1, 1.5)),
            Vector3(0, 0, 0),
            "The normal Vector3 (1.0, 1.0, 1.5) must be normalized.",
        ),
        (
            lambda: Vector3(1, 2, 3).rotated(Vector3(1, 1, 1.5), 1),
            Vector3(1, 2, 3),
            "The axis Vector3 (1.0, 1.0, 1.5) must be normalized.",
        ),
    ],
)
def test_directions_must_have_the_length_one(call, result, text):
    messages = []
    with handler(messages.append):
        assert call() == result
    assert [(m.kind, m.text) for m in messages] == [("ERROR", text)]


@given(tame_float)
def test_normalized(v):
    n = v.normalized()
    assert n == type(v).ZERO or n.is_normalized() or v.length_squared() < 1e-30


@given(st.floats(-7, 7), st.floats(-100, 100), st.floats(-100, 100))
def test_turning_keeps_lengths(angle, x, y):
    v = Vector2(x, y)
    assert v.rotated(angle).length() == pytest.approx(v.length(), rel=1e-5, abs=1e-5)
    assert v.orthogonal().dot(v) == pytest.approx(0.0, abs=1e-2)


@given(st.floats(0, 7), st.floats(-3, 3))
def test_octahedron_keeps_directions(turn, tilt):
    v = Vector3(1, tilt, 0).normalized().rotated(Vector3.UP, turn)
    assert Vector3.octahedron_decode(v.octahedron_encode()).distance_to(v) < 1e-5
