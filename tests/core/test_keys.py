from __future__ import annotations

import pytest

from engine.core._keys import dictionary_of, key, keys_of, unkey
from engine.core._type_functions import typeof
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.print import str_
from engine.core.string_name import StringName
from engine.core.variant_type import TYPE_BOOL, TYPE_FLOAT


def test_numbers_of_different_types_are_different_keys() -> None:
    made = dictionary_of([(1, "a"), (1.0, "b"), (True, "c"), (0, "d"), (False, "e")])
    assert len(made) == 5
    assert [made[key(k)] for k in (1, 1.0, True, 0, False)] == list("abcde")
    assert str_(made) == '{ 1: "a", 1.0: "b", true: "c", 0: "d", false: "e" }'


def test_keys_come_out_as_they_went_in() -> None:
    values = [1, 1.0, True, "x", None, [1], {"a": 1}, PackedInt32Array([1]), 2.5]
    found = keys_of(dictionary_of([(value, 0) for value in values]))
    assert [type(one) for one in found] == [type(one) for one in values]
    assert found[5] is values[5]


def test_containers_are_keys_by_what_they_hold() -> None:
    made = dictionary_of([([1, [2]], "a"), ([1, [2.0]], "b"), ({"k": [1]}, "c")])
    assert len(made) == 3
    assert made[key([1, [2]])] == "a"
    assert made[key({"k": [1]})] == "c"
    assert key([1, [True]]) not in made
    assert key(PackedInt32Array([1])) in dictionary_of([(PackedInt32Array([1]), 0)])


def test_all_nans_are_one_key() -> None:
    nan = float("nan")
    assert len(dictionary_of([(nan, 1), (float("nan"), 2)])) == 1
    assert key(nan) in dictionary_of([(nan, 1)])


def test_dictionaries_that_python_filled_are_found_to_hold_the_same() -> None:
    assert key(True) in {True: 1}
    assert key(2.0) in {2.0: 1}
    assert key("x") in {"x": 1}
    assert key(1) in {1: 1}


@pytest.mark.parametrize("value", [1, "x", None, 2.5, StringName("n"), (1).bit_length])
def test_what_python_tells_apart_is_its_own_key(value: object) -> None:
    assert key(value) is value
    assert unkey(value) is value


def test_a_box_is_of_the_type_of_its_value() -> None:
    assert typeof(key(True)) == TYPE_BOOL
    assert typeof(key(1.0)) == TYPE_FLOAT
    assert key(key(1.0)) == key(1.0)
    assert not key(False)
    assert key(1.0) != 1
    assert key(1.0) == 1.0
    assert repr(key(True)) == "true"
