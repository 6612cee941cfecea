"""Building frames, and reading the common ones flat."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from net_wire import BIN, CLOSE, CONT, PING, TEXT, frame, frames_of, mask

from engine.net._websocket_frames import (
    Packet,
    build_frame,
    is_utf8,
    read_head,
    take_messages,
)
from engine.net._websocket_masks import apply_mask, fast_mask, mask_in_python

SIZES = [0, 1, 2, 3, 4, 5, 124, 125, 126, 127, 599, 600, 601, 603, 65535, 65536, 70001]


def take(
    data: bytes | bytearray,
    *,
    masked: bool,
    largest: int = 1 << 30,
    packets: int = 100,
    room: int = 1 << 30,
) -> tuple[list[Packet], int, int]:
    found: deque[Packet] = deque()
    used, left, _ = take_messages(data, 0, masked, largest, packets, room, found)
    return [(bytes(payload), text) for payload, text in found], used, left


MASKS = {mask_in_python, apply_mask} | ({fast_mask} if fast_mask is not None else set())


@pytest.mark.parametrize("masked_with", MASKS)
@given(payload=st.binary(max_size=2000), key=st.binary(min_size=4, max_size=4))
def test_masking(masked_with: Callable[..., bytes], payload: bytes, key: bytes) -> None:
    assert masked_with(payload, key) == mask(payload, key)
    assert masked_with(bytearray(payload), bytearray(key)) == mask(payload, key)
    assert masked_with(masked_with(memoryview(payload), key), key) == payload


ROWS = st.lists(
    st.tuples(
        st.sampled_from([TEXT, BIN]),
        st.one_of(st.integers(0, 9), st.integers(100, 130)),
        st.integers(1, 12),
        st.sampled_from([b"a", "\u00e9".encode(), b"\x80"]),
    ),
    max_size=4,
)


@given(rows=ROWS, masked=st.booleans(), packets=st.integers(0, 30), room=st.integers(0, 900))
def test_rows_of_one_size_are_taken_as_one_by_one(
    rows: list[tuple[int, int, int, bytes]], masked: bool, packets: int, room: int
) -> None:
    messages = [
        (opcode, (filling * size)[:size] if size % 3 else b"a" * size)
        for opcode, size, count, filling in rows
        for _ in range(count)
    ]
    data = b"".join(frame(opcode, payload, masked=masked) for opcode, payload in messages)
    expected, left = [], room
    for opcode, payload in messages:
        too_much = len(expected) == packets or left == 0 or len(payload) > left
        if too_much or (opcode == TEXT and not is_utf8(payload)):
            break
        expected.append((payload, opcode == TEXT))
        left -= len(payload)
    taken = messages[: len(expected)]
    used = sum(len(frame(opcode, payload, masked=masked)) for opcode, payload in taken)
    for source in (data, bytearray(data)):
        assert take(source, masked=masked, packets=packets, room=room) == (expected, used, left)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("opcode", [TEXT, BIN])
def test_an_unmasked_frame_is_as_short_as_it_can_be(opcode: int, size: int) -> None:
    payload = b"a" * size
    assert build_frame(opcode, payload, masked=False) == frame(opcode, payload)
    assert build_frame(opcode, memoryview(payload), masked=False) == frame(opcode, payload)


@pytest.mark.parametrize("size", SIZES)
def test_a_masked_frame(size: int) -> None:
    payload = bytes(i & 0xFF for i in range(size))
    built = build_frame(BIN, payload, masked=True)
    assert len(built) == len(frame(BIN, payload, masked=True))
    assert built[1] & 0x80
    assert frames_of(built) == [(BIN, payload)]


def test_every_frame_has_its_own_mask() -> None:
    keys = {build_frame(TEXT, b"", masked=True)[2:6] for _ in range(1000)}
    assert len(keys) > 990


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("masked", [False, True])
def test_messages_are_taken_whole(size: int, masked: bool) -> None:
    payload = b"a" * size
    data = frame(TEXT, payload, masked=masked) + frame(BIN, payload, masked=masked)
    assert take(data, masked=masked) == (
        [(payload, True), (payload, False)],
        len(data),
        (1 << 30) - 2 * size,
    )
    assert take(data[:-1], masked=masked)[0] == (
        [(payload, True)] if size or masked else [(b"", True)]
    )
    assert take(bytearray(data), masked=masked)[0] == [(payload, True), (payload, False)]


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(
    "odd",
    [
        frame(PING, b"hi"),
        frame(CLOSE, b""),
        frame(CONT, b"hi"),
        frame(TEXT, b"hi", fin=0),
        frame(TEXT, b"hi", rsv=4),
        frame(TEXT, b"hi", width=16),
        frame(TEXT, b"hi", width=64),
        frame(3, b"hi"),
        frame(TEXT, b"a\xff"),
    ],
)
def test_it_stops_in_front_of_anything_unusual(odd: bytes, masked: bool) -> None:
    if masked:
        odd = odd[:1] + bytes([odd[1] | 0x80]) + odd[2 : len(odd) - 2] + bytes(4) + odd[-2:]
    good = frame(BIN, b"good", masked=masked)
    found, used, _ = take(good + odd + good, masked=masked)
    assert found == [(b"good", False)]
    assert used == len(good)


def test_the_wrong_kind_of_masking_is_not_its_affair() -> None:
    assert take(frame(BIN, b"hello", masked=True), masked=False)[:2] == ([], 0)
    assert take(frame(BIN, b"hello there", masked=False), masked=True)[:2] == ([], 0)


def test_limits() -> None:
    data = frame(BIN, b"12345") * 4
    assert take(data, masked=False, packets=2)[1:] == (14, (1 << 30) - 10)
    assert take(data, masked=False, room=14)[1:] == (14, 4)
    assert take(data, masked=False, room=0)[1:] == (0, 0)
    assert take(data, masked=False, largest=4)[:2] == ([], 0)
    assert len(take(frame(BIN) * 5, masked=False, room=1)[0]) == 5


def test_heads() -> None:
    assert read_head(b"\x82", 0, masked=False) is None
    assert read_head(b"\x82\x7e\x00", 0, masked=False) is None
    assert read_head(b"\x82\x85\x00\x00\x00", 0, masked=True) is None
    head = read_head(b"??" + frame(BIN, b"x" * 300, masked=True), 2, masked=True)
    assert head is not None
    assert (head.opcode, head.final, head.clean, head.size, head.start) == (
        BIN,
        True,
        True,
        300,
        10,
    )
    for broken in (
        frame(PING, b"x", fin=0),
        frame(PING, b"x" * 126),
        frame(TEXT, b"x" * 125, width=16),
        frame(TEXT, b"x" * 126, width=64),
        frame(TEXT, length=1 << 63, width=64),
    ):
        head = read_head(broken, 0, masked=False)
        assert head is not None
        assert head.broken
    for unclean in (frame(TEXT, rsv=1), frame(TEXT, masked=True)):
        head = read_head(unclean, 0, masked=False)
        assert head is not None
        assert not head.clean
        assert not head.broken


def test_utf8() -> None:
    assert is_utf8("grüß € 😀".encode())
    for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"cut \xe2\x82"):
        assert not is_utf8(bad)


def test_the_same_bytes_make_the_same_frame_and_changed_ones_do_not() -> None:
    payload, array = b"x" * 200, bytearray(b"y" * 200)
    assert build_frame(BIN, payload, False) is build_frame(BIN, payload, False)
    assert build_frame(TEXT, payload, False) == b"\x81\x7e\x00\xc8" + payload
    assert build_frame(BIN, payload, False) == b"\x82\x7e\x00\xc8" + payload
    before = build_frame(BIN, array, False)
    array[0] = 0
    assert build_frame(BIN, array, False) == b"\x82\x7e\x00\xc8" + array != before
