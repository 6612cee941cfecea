"""What the programs recorded with Godot (`runtime_containers`, ...) have too few cases of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.core._array_methods import ARRAY_METHODS
from engine.core._array_order import sort_by, sort_custom
from engine.core._dictionary_methods import DICTIONARY_METHODS
from engine.core._equality import equal
from engine.gdscript._api import builtin_facts

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-2, 2, width=16) | st.text("ab"),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


def test_all_methods_are_there() -> None:
    for name, methods in (("Array", ARRAY_METHODS), ("Dictionary", DICTIONARY_METHODS)):
        facts = builtin_facts(name)
        assert facts is not None
        assert set(methods) == set(facts.method_names())


@given(st.lists(st.integers(0, 20), max_size=200))
def test_sorting_sorts(values: list[int]) -> None:
    for sort in (lambda array: ARRAY_METHODS["sort"](array), lambda a: sort_by(a, int.__lt__)):
        array = list(values)
        sort(array)
        assert array == sorted(values)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers()), min_size=17, max_size=300))
def test_sorting_by_a_function_loses_nothing(values: list[tuple[int, int]]) -> None:
    array = list(values)
    sort_custom(array, lambda one, other: one[0] < other[0])
    assert sorted(array) == sorted(values)
    assert [one[0] for one in array] == sorted(one[0] for one in values)


@given(st.lists(VALUES, max_size=8), VALUES)
def test_searching_agrees_with_itself(values: list[object], value: object) -> None:
    found = ARRAY_METHODS["find"](values, value)
    assert ARRAY_METHODS["has"](values, value) == (found >= 0)
    assert (ARRAY_METHODS["count"](values, value) > 0) == (found >= 0)
    assert (ARRAY_METHODS["rfind"](values, value) >= found) is True
    if found >= 0:
        assert equal(values[found], value)


@given(st.lists(VALUES, max_size=8))
def test_a_deep_copy_is_equal_and_apart(values: list[object]) -> None:
    made = ARRAY_METHODS["duplicate"](values, True)
    assert equal(made, values)
    for one, other in zip(made, values, strict=True):
        assert one is not other or not isinstance(one, list)


@given(st.lists(st.integers(), max_size=12), st.integers(-15, 15), st.integers(-15, 15))
def test_a_slice_is_pythons_where_both_have_one(values: list[int], begin: int, end: int) -> None:
    length = len(values)
    if -length <= begin < length and -length <= end <= length:
        first, last = begin % length, end + length if end < 0 else end
        if first <= last:
            assert ARRAY_METHODS["slice"](values, begin, end) == values[first:last]
