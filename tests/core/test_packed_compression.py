import gzip
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core import output
from engine.core.packed_byte_array import PackedByteArray

HELLO = b"hello hello hello hello hello hello hello"
# The same, compressed by Godot.
FASTLZ = bytes.fromhex("0568656c6c6f20e01705026c6c6f")
DEFLATE = bytes.fromhex("789ccb48cdc9c957c8204c020040e10f4d")
GZIP = bytes.fromhex("1f8b0800000000000003cb48cdc9c957c8204c0200344f073229000000")
FAILED = "ERROR: Decompression failed."
BROKEN = 'ERROR: Condition "err != 1" is true. Returning: -1'


@pytest.fixture
def errors():
    messages = []
    with output.handler(lambda message: messages.append(str(message))):
        yield messages


@pytest.mark.parametrize(("packed", "mode"), [(FASTLZ, 0), (DEFLATE, 1), (GZIP, 3)])
def test_reads_what_godot_wrote(packed, mode, errors):
    p = PackedByteArray(packed)
    assert p.decompress(len(HELLO), mode) == HELLO
    assert p.decompress(500, mode) == HELLO
    assert type(p.decompress(500, mode)) is PackedByteArray
    assert not errors
    assert p.decompress(20, mode) == b""
    assert p[:-5].decompress(500, mode) == b""
    assert errors == ([] if mode == 0 else [BROKEN, BROKEN])


@pytest.mark.parametrize(("packed", "mode"), [(DEFLATE, 1), (GZIP, 3)])
def test_reads_data_of_unknown_size(packed, mode, errors):
    p = PackedByteArray(packed)
    for limit in (-1, len(HELLO), 1000):
        assert p.decompress_dynamic(limit, mode) == HELLO
    assert not errors
    assert p.decompress_dynamic(len(HELLO) - 1, mode) == b""
    assert p[:-3].decompress_dynamic(-1, mode) == b""
    assert PackedByteArray(b"\1\2\3\4\5").decompress_dynamic(10, mode) == b""
    assert errors == [FAILED, FAILED, "WARNING: incorrect header check", FAILED]


def test_writes_what_others_read():
    p = PackedByteArray(HELLO)
    assert zlib.decompress(p.compress(1)) == HELLO
    assert gzip.decompress(p.compress(3)) == HELLO


def test_fastlz_of_few_bytes_is_filled_up():
    assert PackedByteArray(b"\x0f\7" + bytes(15)).decompress(1) == b"\7"
    assert PackedByteArray(b"\7").compress().decompress(16) == b"\7" + bytes(15)
    assert PackedByteArray(b"\7").compress().decompress(1) == b"\7"


@given(st.binary(min_size=1) | st.lists(st.sampled_from([b"ab", b"abc", b"x" * 300]), min_size=1))
def test_survives_compression(data):
    p = PackedByteArray(data if isinstance(data, bytes) else b"".join(data))
    for mode in (0, 1, 3):
        assert p.compress(mode).decompress(len(p), mode) == p


@pytest.mark.parametrize("size", [65535, 65536, 200_000])
def test_long_data_and_far_copies(size):
    noise = random.Random(size).randbytes(min(size // 2, 71_000))
    p = PackedByteArray((noise + noise + bytes(70_000))[:size])
    packed = p.compress()
    assert packed[0] >> 5 == (0 if size < 65536 else 1)
    assert packed.decompress(size) == p


@given(st.binary(min_size=1), st.integers(1, 1000))
def test_any_bytes_can_be_tried(data, size):
    with output.handler(lambda message: None):
        for mode in (0, 1, 3):
            assert len(PackedByteArray(data).decompress(size, mode)) <= size
            assert len(PackedByteArray(data).decompress_dynamic(size, mode)) <= size


def test_what_is_refused(errors):
    p = PackedByteArray(FASTLZ)
    assert p.decompress(0) == p.decompress(-1) == PackedByteArray().decompress(4) == b""
    assert errors == [
        "ERROR: Decompression buffer size must be greater than zero.",
        "ERROR: Decompression buffer size must be greater than zero.",
        "ERROR: Compressed buffer size must be greater than zero.",
    ]
    errors.clear()
    assert p.decompress_dynamic(100) == PackedByteArray().decompress_dynamic(100, 1) == b""
    assert errors == [
        'ERROR: Condition "p_mode != MODE_DEFLATE && p_mode != MODE_GZIP" is true. Returning: (-1)',
        FAILED,
        'ERROR: Condition "p_src_size <= 0" is true. Returning: (-3)',
        FAILED,
    ]
    errors.clear()
    assert PackedByteArray().compress() == b""
    assert not errors
    for mode in (2, 4, 9, -1):
        assert p.compress(mode) == p.decompress(10, mode) == b""
    assert len(errors) == 8
