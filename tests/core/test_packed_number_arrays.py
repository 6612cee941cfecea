import array
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)

CODES = {
    PackedInt32Array: "i",
    PackedInt64Array: "q",
    PackedFloat32Array: "f",
    PackedFloat64Array: "d",
}
each = pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)


@each
def test_is_an_array_of_the_right_size(kind):
    p = kind([1, 2])
    assert isinstance(p, array.array)
    assert p.itemsize == int(kind.__name__[-7:-5]) // 8
    view = memoryview(p)
    assert (view.format, len(view)) == (CODES[kind], 2)
    view[0] = type(p[0])(7)
    assert p[0] == 7


@each
def test_is_made_of_numbers_of_any_kind(kind):
    for given_ in ([1, 2], (1, 2), range(1, 3), iter([1.5, 2]), {1: 0, 2: 0}, [True, 2.0],
                   array.array("h", [1, 2]), PackedInt64Array([1, 2]), PackedFloat32Array([1, 2]),
                   kind([1, 2])):  # fmt: skip
        assert [int(x) for x in kind(given_)] == [1, 2]


@each
@pytest.mark.parametrize("wrong", ["12", b"1234", bytearray(4), PackedByteArray(b"1234"), 5, ["1"]])
def test_bytes_and_texts_are_no_numbers(kind, wrong):
    with pytest.raises(TypeError):
        kind(wrong)


def test_whole_numbers_wrap():
    p = PackedInt32Array([1 << 31, 1 << 40, (1 << 32) + 5, 1.9, -1.9, -(1 << 31) - 1])
    assert list(p) == [-2147483648, 0, 5, 1, -1, 2147483647]
    assert list(PackedInt64Array([1e30, math.nan, 1 << 63])) == [-(1 << 63)] * 3
    p.append(1 << 31)
    p[0] = (1 << 32) + 1
    assert (p[-1], p[0]) == (-(1 << 31), 1)


@given(st.lists(st.floats()))
def test_floats_are_rounded_as_the_array_does(numbers):
    p = PackedFloat32Array(numbers)
    assert p.to_byte_array() == array.array("f", numbers).tobytes()
    one_by_one = PackedFloat32Array()
    for number in numbers:
        one_by_one.append(number)
    assert [str(x) for x in one_by_one] == [str(x) for x in p]


@given(st.lists(st.integers()))
def test_whole_numbers_put_in_one_by_one(numbers):
    for kind in (PackedInt32Array, PackedInt64Array):
        one_by_one = kind()
        for number in numbers:
            one_by_one.append(number)
        assert one_by_one == kind(numbers)


def test_floats_compare_by_their_bits():
    for kind in (PackedFloat32Array, PackedFloat64Array):
        assert kind([math.nan, 1.0]) == kind([math.nan, 1.0])
        assert kind([0.0]) != kind([-0.0])
        assert kind([-0.0]).find(0.0) == 0
        assert kind([math.nan]).find(math.nan) == -1
        assert math.nan not in kind([math.nan])


def test_looks_for_the_rounded_number():
    p = PackedFloat32Array([0.5, 0.1])
    assert 0.1 in p
    assert p.has(0.1)
    assert (p.find(0.1), p.rfind(0.1), p.count(0.1)) == (1, 1, 1)


def test_texts():
    assert str(PackedFloat32Array([0.1, 1.0, 1e10])) == "[0.10000000149012, 1.0, 10000000000.0]"
    assert str(PackedFloat64Array([0.1, 1 / 3])) == "[0.1, 0.33333333333333]"
    assert repr(PackedFloat32Array([0.1, math.inf])) == "PackedFloat32Array([0.1, inf])"
    assert str(PackedInt64Array([1 << 40])) == "[1099511627776]"


@given(st.lists(st.integers(-5, 5)), st.integers(-6, 6), st.integers(-6, 6))
def test_search_and_slices_agree_with_lists(numbers, a, b):
    p = PackedInt32Array(numbers)
    assert p[a:b] == PackedInt32Array(numbers[a:b])
    assert p.count(a) == numbers.count(a)
    assert p.find(a) == (numbers.index(a) if a in numbers else -1)
    backwards = numbers[::-1]
    assert p.rfind(a) == (len(p) - 1 - backwards.index(a) if a in numbers else -1)
    p.sort()
    assert list(p) == sorted(numbers)
    assert p.bsearch(a) == sum(x < a for x in numbers)
    assert p.bsearch(a, False) == sum(x <= a for x in numbers)
