"""What all ten packed arrays do, held to what Godot printed for the same expressions."""

import collections.abc
import copy
import pathlib
import pickle
import subprocess
import sys

import pytest

from engine.core import output
from engine.core._text import escaped, text
from engine.core.color import Color
from engine.core.error import ERR_INVALID_PARAMETER, OK
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)
from engine.core.packed_string_array import PackedStringArray
from engine.core.packed_vector_arrays import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
)
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

NAMES = {
    one.__name__: one
    for one in (
        PackedByteArray, PackedInt32Array, PackedInt64Array, PackedFloat32Array,
        PackedFloat64Array, PackedStringArray, PackedVector2Array, PackedVector3Array,
        PackedVector4Array, PackedColorArray, Vector2, Vector2i, Vector3, Vector3i, Vector4,
        Vector4i, Color,
    )
} | {"false": False}  # fmt: skip

# Each line: an array p, a statement, an expression, and the text of its value in Godot.
RECORDED = pathlib.Path(__file__).parent / "data" / "packed_arrays.txt"

SAMPLES = [
    PackedByteArray([1, 2, 255]),
    PackedInt32Array([1, -2, 3]),
    PackedInt64Array([1 << 40, 5, -6]),
    PackedFloat32Array([0.1, 1.0, -2.5]),
    PackedFloat64Array([0.1, 1 / 3, 2.0]),
    PackedStringArray(["a", "b c", ""]),
    PackedVector2Array([Vector2(1, 2), Vector2.ZERO, Vector2(0.1, 3)]),
    PackedVector3Array([Vector3(1, 2, 3), Vector3.ZERO, Vector3(0.1, 3, 4)]),
    PackedVector4Array([Vector4(1, 2, 3, 4), Vector4.ZERO, Vector4(0.1, 3, 4, 5)]),
    PackedColorArray([Color(1, 0, 0), Color(0, 0, 1, 0.5), Color(0.1, 0.2, 0.3)]),
]
each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: type(p).__name__)


@pytest.fixture
def errors():
    messages = []
    with output.handler(lambda message: messages.append(str(message))):
        yield messages


def recorded():
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        yield tuple(line.split("\t"))


@pytest.mark.parametrize("kind", [type(p).__name__ for p in SAMPLES])
def test_prints_what_godot_printed(kind, errors):
    rows = [row for row in recorded() if row[0].startswith(kind + "(")]
    assert len(rows) > 20
    for array, statement, expression, printed in rows:
        names = dict(NAMES, p=eval(array, dict(NAMES)))
        exec(statement, names)
        got = escaped(text(eval(expression, names)))
        assert (array, statement, expression, got) == (array, statement, expression, printed)


@each
def test_is_a_sequence_passed_by_reference(sample):
    p = sample.duplicate()
    same = p
    same.append(p[0])
    assert p.size() == len(p) == 4
    assert isinstance(p, collections.abc.MutableSequence)
    assert p[-1] == p[0] == next(iter(p))
    assert p.index(p[0]) == 0
    assert p.pop() == p[0]
    with pytest.raises(IndexError):
        p[99]


@each
def test_slices_and_sums_are_of_the_same_class(sample):
    for made in (sample[1:], sample[::-1], sample + sample, sample * 2, 2 * sample, sample.copy()):
        assert type(made) is type(sample)
    assert list(sample[::-1]) == list(sample)[::-1]
    assert list(sample + sample) == list(sample * 2) == list(sample) * 2
    p = sample.duplicate()
    p[1:2] = [p[0], p[2], p[0]]
    assert list(p) == [sample[0], sample[0], sample[2], sample[0], sample[2]]
    del p[1:3]
    assert list(p) == [sample[0], sample[0], sample[2]]


@each
def test_adds_itself_and_anything_that_can_be_walked(sample):
    p = sample.duplicate()
    p += p
    p.append_array(p)
    assert len(p) == 12
    p += (value for value in sample)
    p.extend(list(sample))
    assert p == sample * 6


@each
def test_is_equal_to_its_own_kind_only(sample):
    assert sample == sample.duplicate()
    assert (sample != sample.duplicate()) is False
    assert sample != list(sample)
    assert sample != sample[1:]
    for other in SAMPLES:
        assert (other == sample) is (other is sample)
    with pytest.raises(TypeError):
        hash(sample)


@each
def test_copies_and_pickles(sample):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(sample, protocol))
        assert type(again) is type(sample)
        assert again == sample
    for again in (copy.copy(sample), copy.deepcopy(sample), type(sample)(sample)):
        assert type(again) is type(sample)
        assert again == sample
        again.clear()
        assert again.is_empty()
        assert len(sample) == 3


@each
def test_repr_makes_it_again(sample):
    assert eval(repr(sample), dict(NAMES)) == sample


@each
def test_refuses_what_it_cannot_hold(sample):
    p = sample.duplicate()
    name = type(p).__name__
    for attempt in (
        lambda: p.append(None),
        lambda: p.insert(0, None),
        lambda: p.fill(None),
        lambda: p.set(0, None),
        lambda: p.find(None),
        lambda: p.append_array([None]),
        lambda: p.extend([object()]),
        lambda: p.__setitem__(0, None),
    ):
        with pytest.raises(TypeError, match=f"{name} holds .*, not "):
            attempt()
    with pytest.raises(TypeError, match=name):
        p + list(p)
    assert p == sample
    assert None not in p


@each
def test_messages_outside_of_the_array(sample, errors):
    p = sample.duplicate()
    nothing = type(p)()
    nothing.resize(1)
    assert p.get(3) == p.get(-1) == nothing[0]
    p.set(3, p[0])
    p.remove_at(-1)
    assert p.insert(4, p[0]) == ERR_INVALID_PARAMETER
    assert p.insert(3, p[0]) == OK
    assert p.resize(-1) == ERR_INVALID_PARAMETER
    assert p.slice(2, 1).is_empty()
    assert errors == [
        "ERROR: Index p_index = 3 is out of bounds (p_instance->size() = 3).",
        "ERROR: Index p_index = -1 is out of bounds (p_instance->size() = 3).",
        "ERROR: Index p_index = 3 is out of bounds (p_instance->size() = 3).",
        "ERROR: Index p_index = -1 is out of bounds (prev_size = 3).",
        "ERROR: Index p_pos = 4 is out of bounds (new_size = 4).",
        'ERROR: Condition "p_size < 0" is true. Returning: ERR_INVALID_PARAMETER',
        'ERROR: Condition "begin > end" is true. Returning: result',
    ]


@each
def test_bytes_are_those_in_memory(sample):
    p = sample
    assert bytes(p) == (p if isinstance(p, PackedByteArray) else p.to_byte_array())


@pytest.mark.parametrize("module", ["packed_number_arrays", "packed_vector_arrays"])
def test_each_module_works_by_itself(module):
    name = {"packed_number_arrays": "PackedInt32Array"}.get(module, "PackedVector2Array")
    code = f"from engine.core.{module} import {name}; print({name}().to_byte_array())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
