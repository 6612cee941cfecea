import array
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core import output
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import PackedInt32Array


@pytest.fixture
def errors():
    messages = []
    with output.handler(lambda message: messages.append(str(message))):
        yield messages


def test_is_made_of_anything_that_is_bytes():
    data = bytes(range(10))
    for given_ in (data, bytearray(data), memoryview(data), PackedByteArray(data), list(data),
                   tuple(data), iter(data), array.array("B", data)):  # fmt: skip
        made = PackedByteArray(given_)
        assert type(made) is PackedByteArray
        assert bytes(made) == data
    assert PackedByteArray() == b""


def test_numbers_keep_their_lower_eight_bits():
    p = PackedByteArray([256, -1, 300, 1.7, -1.7, True])
    assert str(p) == "[0, 255, 44, 1, 255, 1]"
    p[0] = 511
    p[1:2] = [257]
    assert list(p) == [255, 1, 44, 1, 255, 1]
    assert 258 - 256 + 256 * 5 - 2 in PackedByteArray([0])


@pytest.mark.parametrize("wrong", ["text", 5, 1.5, PackedInt32Array([1]), array.array("i", [1])])
def test_does_not_guess_what_else_it_is_made_of(wrong):
    with pytest.raises(TypeError):
        PackedByteArray(wrong)


def test_is_bytes_to_python():
    p = PackedByteArray(b"hello")
    assert p == b"hello"
    assert p == b"hello"
    assert p != b"other"
    assert b"ll" in p
    assert bytes(p) == b"hello"
    assert memoryview(p)[1] == 101
    assert p.decode() == "hello"
    assert p.startswith(b"he")
    assert b"".join([p, b"!"]) == b"hello!"
    assert type(p + b"!") is PackedByteArray
    p += b"!"
    assert p == b"hello!"
    assert p < b"world"


def test_repr_and_str():
    assert repr(PackedByteArray(b"\x01\xff")) == "PackedByteArray([1, 255])"
    assert str(PackedByteArray(b"\x01\xff")) == "[1, 255]"
    assert str(PackedByteArray()) == "[]"


@pytest.mark.parametrize(
    ("name", "size", "limit"),
    [
        ("u8", 1, "int64_t(size) - 1"),
        ("s16", 2, "(int64_t(size) - 2)"),
        ("u32", 4, "(int64_t(size) - 4)"),
        ("s64", 8, "(int64_t(size) - 8)"),
        ("half", 2, "(int64_t(size) - 2)"),
        ("float", 4, "(int64_t(size) - 4)"),
        ("double", 8, "(int64_t(size) - 8)"),
    ],
)
def test_coding_outside_of_the_array(name, size, limit, errors):
    p = PackedByteArray(bytes(size))
    decode, encode = getattr(p, f"decode_{name}"), getattr(p, f"encode_{name}")
    encode(0, 1)
    assert decode(0) == 1
    before = bytes(p)
    assert decode(1) == decode(-1) == 0
    encode(1, 2)
    assert p == before
    read = f'ERROR: Condition "p_offset < 0 || p_offset > {limit}" is true. Returning: 0'
    write = f'ERROR: Condition "p_offset < 0 || p_offset > int64_t(size) - {size}" is true.'
    assert errors == [read, read, write]


@given(st.floats(allow_nan=False), st.integers(0, 3))
def test_floats_survive(x, offset):
    p = PackedByteArray(bytes(11))
    p.encode_double(offset, x)
    assert p.decode_double(offset) == x
    p.encode_float(offset, x)
    assert bytes(p[offset : offset + 4]) == array.array("f", [x]).tobytes()


@given(st.integers(-(1 << 80), 1 << 80))
def test_whole_numbers_keep_their_lower_bits(x):
    p = PackedByteArray(bytes(8))
    for bits, code in ((8, "B"), (16, "H"), (32, "I"), (64, "Q")):
        for sign in "us":
            getattr(p, f"encode_{sign}{bits}")(0, x)
            assert struct.unpack_from("<" + code, p)[0] == x & (1 << bits) - 1
        assert (p.decode_s64(0) if bits == 64 else getattr(p, f"decode_u{bits}")(0)) & (
            (1 << bits) - 1
        ) == x & (1 << bits) - 1


def test_half_floats_are_cut_as_godot_cuts_them():
    p = PackedByteArray(bytes(2))
    for x, expected in (
        (65504.0, b"\xff\x7b"),
        (65520.0, b"\xff\x7b"),
        (70000.0, b"\x00\x7c"),
        (float("-inf"), b"\x00\xfc"),
        (float("nan"), b"\xff\x7f"),
        (6.103515625e-05, b"\x00\x04"),
        (6.1e-05, b"\x00\x00"),
        (-1e-05, b"\x00\x00"),
        (2051.0, b"\x01\x68"),
        (1.00048828125, b"\x00\x3c"),
    ):
        p.encode_half(0, x)
        assert bytes(p) == expected


def test_bswap_messages(errors):
    p = PackedByteArray(range(7))
    p.bswap32(4)
    p.bswap32(0, 2)
    p.bswap32(9, 0)
    assert errors == [
        'ERROR: Condition "p_offset < 0 || p_offset > int64_t(sz) - 4" is true.',
        'ERROR: Condition "p_count > floor((sz - p_offset) / 4)" is true.',
    ]


def test_conversion_messages(errors):
    p = PackedByteArray(bytes(19))
    for kind in ("int32", "int64", "float32", "float64", "vector2", "vector3", "vector4", "color"):
        assert getattr(p, f"to_{kind}_array")().is_empty()
    start = "ERROR: PackedByteArray size must be a multiple of"
    assert errors == [
        f"{start} 4 (size of 32-bit integer) to convert to PackedInt32Array.",
        f"{start} 8 (size of 64-bit integer) to convert to PackedInt64Array.",
        f"{start} 4 (size of 32-bit float) to convert to PackedFloat32Array.",
        f"{start} 8 (size of 64-bit double) to convert to PackedFloat64Array.",
        f"{start} 8 (size of Vector2) to convert to PackedVector2Array.",
        f"{start} 12 (size of Vector3) to convert to PackedVector3Array.",
        f"{start} 16 (size of Vector4) to convert to PackedVector4Array.",
        f"{start} 16 (size of Color variant) to convert to PackedColorArray.",
    ]


@given(st.text(alphabet=st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_texts_survive(text):
    assert PackedByteArray(text.encode()).get_string_from_utf8() == text
    assert PackedByteArray(text.encode("utf-16-le")).get_string_from_utf16() == text
    assert PackedByteArray(text.encode("utf-32-le")).get_string_from_utf32() == text
    assert PackedByteArray(text.encode("utf-32-le")).get_string_from_wchar() == text


@given(st.binary())
def test_any_bytes_are_some_text(data):
    with output.handler(lambda message: None):
        p = PackedByteArray(data)
        for text in (
            p.get_string_from_utf8(),
            p.get_string_from_ascii(),
            p.get_string_from_utf16(),
            p.get_string_from_utf32(),
            p.get_string_from_multibyte_char(),
        ):
            assert text.encode().decode() == text  # no half of a surrogate pair is in it


def test_what_is_said_about_bytes_that_are_no_text(errors):
    start = "ERROR: Unicode parsing error, some characters were replaced with � (U+FFFD): "
    for data, text, message in (
        (b"\xffA", "\ufffdA", "Invalid UTF-8 leading byte (ff)"),
        (b"A\xc3", "A\ufffd", "Missing c3 UTF-8 continuation byte"),
        (b"\xe2\x82AB", "\ufffdAB", "Byte 41 is not a correct continuation byte after e2 82"),
        (b"\xff\xff\xff", "\ufffd\ufffd\ufffd", "Invalid UTF-8 leading byte (ff)"),
    ):
        errors.clear()
        assert PackedByteArray(data).get_string_from_utf8() == text
        assert errors == [start + message]
    errors.clear()
    assert PackedByteArray(b"\x3d\xd8").get_string_from_utf16() == "\ufffd"
    assert PackedByteArray(b"A\0\0\0\0\0\0\0").get_string_from_utf32() == "A\ufffd"
    assert PackedByteArray(b"A").get_string_from_multibyte_char("nonsense") == ""
    assert PackedByteArray(b"\xff").get_string_from_multibyte_char() == ""
    assert errors[1:] == [
        start + "Unexpected NUL character",
        "ERROR: Conversion failed: Unknown encoding",
        "ERROR: Conversion failed: 84 - Invalid or incomplete multibyte or wide character",
    ]
