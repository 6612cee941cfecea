from __future__ import annotations

import copy
import pickle

import pytest

from engine.core import output
from engine.core import variant_type as t
from engine.core._array_methods import ARRAY_METHODS
from engine.core._dictionary_methods import DICTIONARY_METHODS
from engine.core._element_type import ANYTHING, element_type
from engine.core._keys import key
from engine.core._script_error import ScriptError
from engine.core.object import Object
from engine.core.print import str_
from engine.core.ref_counted import RefCounted
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray, element_of, read_only_array
from engine.core.typed_dictionary import TypedDictionary, read_only_dictionary

INTS, STRINGS = element_type(t.TYPE_INT), element_type(t.TYPE_STRING)


@pytest.fixture
def said():
    messages: list[str] = []
    with output.handler(lambda message: messages.append(message.text)):
        yield messages


def test_values_are_converted_on_the_way_in() -> None:
    ints = TypedArray([1, 2.7], INTS)
    ints.append(3.9)
    ints[0] = 8.1
    ints.insert(0, 4.0)
    assert ints == [4, 8, 2, 3]
    assert [type(one) for one in ints] == [int] * 4
    strings = TypedArray([StringName("a")], STRINGS)
    assert type(strings[0]) is str


def test_values_of_other_types_are_refused(said: list[str]) -> None:
    ints = TypedArray([1], INTS)
    ints.append("x")
    ints[0] = None
    ints.extend([2, "y"])
    assert ints == [1]
    assert said == [
        "Attempted to push_back a variable of type 'String' into a TypedArray of type 'int'.",
        'Condition "!_p->typed.validate(value, "push_back")" is true.',
        "Attempted to set a variable of type 'Nil' into a TypedArray of type 'int'.",
        'Condition "!_p->typed.validate(value, "set")" is true.',
        "Attempted to append_array a variable of type 'String' into a TypedArray of type 'int'.",
        'Condition "!_p->typed.validate(write[i], "append_array")" is true.',
    ]


def test_objects_must_be_of_the_class(said: list[str]) -> None:
    objects = TypedArray([], element_type(t.TYPE_OBJECT, RefCounted))
    kept = RefCounted()
    for value in (kept, None, Object()):
        objects.append(value)
    assert objects == [kept, None]
    assert said[0] == (
        "Attempted to push_back an object of type 'Object' into a TypedArray, which does not "
        "inherit from 'RefCounted'."
    )


def test_sums_are_typed_when_both_are() -> None:
    one, other = TypedArray([1], INTS), TypedArray([2], INTS)
    assert element_of(one + other) is INTS
    plain = [2]
    assert element_of(one + plain) is ANYTHING
    assert element_of(plain + one) is ANYTHING
    assert plain + one == [2, 1]


def test_copies_keep_the_type() -> None:
    ints = TypedArray([1], INTS)
    pairs = TypedDictionary({"a": 1}, STRINGS, INTS)
    for made in (copy.copy(ints), ints.copy(), pickle.loads(pickle.dumps(ints))):
        assert made == ints
        assert element_of(made) is INTS
    for made in (copy.copy(pairs), pairs.copy(), pickle.loads(pickle.dumps(pairs))):
        assert made == pairs
        assert (made.key_type, made.value_type) == (STRINGS, INTS)


def test_a_read_only_array_stays_as_it_is(said: list[str]) -> None:
    array = read_only_array([3, 1, 2])
    for name, *args in (
        ("append", 1), ("push_front", 1), ("insert", 0, 1), ("resize", 9), ("clear",),
        ("erase", 1), ("remove_at", 0), ("pop_back",), ("pop_front",), ("pop_at", 0), ("sort",),
        ("reverse",), ("shuffle",), ("fill", 0), ("append_array", [1]), ("set", 0, 1),
    ):  # fmt: skip
        ARRAY_METHODS[name](array, *args)
    assert array == [3, 1, 2]
    assert set(said) == {"Array is in read-only state."}
    assert len(said) == 16
    with pytest.raises(ScriptError, match="read-only value"):
        array[0] = 1
    copied = ARRAY_METHODS["duplicate"](array)
    copied.append(4)
    assert not ARRAY_METHODS["is_read_only"](copied)


def test_a_read_only_dictionary_stays_as_it_is(said: list[str]) -> None:
    kept = read_only_dictionary({"a": 1})
    for name, *args in (
        ("set", "b", 1), ("erase", "a"), ("clear",), ("merge", {"c": 1}), ("get_or_add", "d", 1),
    ):  # fmt: skip
        DICTIONARY_METHODS[name](kept, *args)
    assert kept == {"a": 1}
    assert set(said) == {"Dictionary is in read-only state."}
    with pytest.raises(ScriptError, match="read-only value"):
        kept["b"] = 2


def test_keys_and_values_are_converted() -> None:
    made = TypedDictionary({}, element_type(t.TYPE_FLOAT), INTS)
    made[key(1.0)] = 2
    made[key(2.0)] = 3.7
    assert str_(made) == "{ 1.0: 2, 2.0: 3 }"
    assert DICTIONARY_METHODS["has"](made, 1)
    assert element_of(DICTIONARY_METHODS["values"](made)) is INTS
    assert element_of(DICTIONARY_METHODS["keys"](made)).builtin == t.TYPE_FLOAT


def test_wrong_keys_and_values_are_errors(said: list[str]) -> None:
    made = TypedDictionary({"a": 1}, STRINGS, INTS)
    with pytest.raises(ScriptError, match="key '5' with value of type 'int' on a base object of"):
        made[5] = 1
    with pytest.raises(ScriptError, match=r"'Dictionary\[String, int\]'"):
        made["b"] = "x"
    assert made == {"a": 1}
    assert said[0] == (
        "Attempted to set a variable of type 'int' into a TypedDictionary.Key of type 'String'."
    )
