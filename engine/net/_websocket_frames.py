"""Frames as bytes: building them, and reading the common ones flat.

Nearly every frame of a game is a whole, unfragmented text or binary message. `take_messages` reads
runs of those in one loop and stops in front of everything else: control frames, fragments, bad
lengths, bad text, a frame that is not all there. What it stops at is for wsproto (see
`_websocket_reader`), and a differential test holds both to the same messages for the same bytes.
"""

from __future__ import annotations

from collections import deque
from itertools import repeat
from typing import NamedTuple

from engine.net._websocket_masks import Buffer as Buffer
from engine.net._websocket_masks import apply_mask, mask_key, unmask_run

CONTINUATION = 0x0
TEXT = 0x1
BINARY = 0x2
CLOSE = 0x8
PING = 0x9
PONG = 0xA

FIN = 0x80
COMPRESSED = 0x40
"""The reserved bit that permessage-deflate uses, on a message's first frame."""

CONTROL_MAX = 125
"""The longest payload of a control frame, in bytes."""

SHORT = 126
"""Payloads of fewer bytes have a head of two bytes."""

_SHORT_HEADS = {
    first: [bytes((first, size)) for size in range(126)]
    for first in (0x81, 0x82, 0x88, 0x89, 0x8A, 0xC1, 0xC2)
}

TEXT_HEADS, BINARY_HEADS = _SHORT_HEADS[FIN | TEXT], _SHORT_HEADS[FIN | BINARY]
"""The heads of short messages, unmasked, by size."""

Packet = tuple[Buffer, bool]
"""A message's payload, and whether it is text."""

_KEPT_MAX = 0x10000
"""A frame with a payload above this size is not kept."""

_COPIED = 2048
"""A masked payload below this size is cut out before it is unmasked: that is quicker then."""

LONG = 4096
"""From so many bytes on a message may be given its place before it is all there."""

_ROW = 4
"""So many messages of one size are read together at least."""


def build_frame(opcode: int, payload: Buffer | memoryview, masked: bool) -> bytes:
    """One whole frame, with the shortest length field and, if `masked`, a fresh key."""
    first = FIN | opcode
    size = len(payload)
    if not masked:
        if size < SHORT:
            return _SHORT_HEADS[first][size] + payload
        return _kept_frame(first, frame_head(opcode, size, False), payload)
    key = mask_key()
    return frame_head(opcode, size, True) + key + apply_mask(payload, key)


def frame_head(opcode: int, size: int, masked: bool) -> bytes:
    """What stands in front of a payload of `size` bytes, or of its key."""
    first, top = FIN | opcode, 0x80 if masked else 0
    if size < 126:
        return bytes((first, top | size))
    if size < 0x10000:
        return bytes((first, top | 126, size >> 8, size & 0xFF))
    return bytes((first, top | 127)) + size.to_bytes(8, "big")


class _Kept(NamedTuple):
    """The frame that was built last, and of what."""

    first: int
    payload: object
    frame: bytes


_kept = _Kept(0, None, b"")


def _kept_frame(first: int, head: bytes, payload: Buffer | memoryview) -> bytes:
    """An unmasked frame; who sends the same bytes to many gets the same frame for all."""
    global _kept
    kept = _kept
    if payload is kept.payload and first == kept.first:
        return kept.frame
    frame = head + payload
    if payload.__class__ is bytes and len(payload) <= _KEPT_MAX:
        _kept = _Kept(first, payload, frame)
    return frame


class Head(NamedTuple):
    """The fixed part of a frame.

    Attributes:
        opcode: what the frame is.
        final: the last frame of its message.
        clean: no reserved bits but allowed ones, and masked as it should be.
        size: bytes of payload.
        start: where the payload begins in the buffer.
        broken: the lengths make no sense, so that nothing behind this frame can be found.
    """

    opcode: int
    final: bool
    clean: bool
    size: int
    start: int
    broken: bool


def read_head(data: Buffer, pos: int, masked: bool, allowed: int = 0) -> Head | None:
    """The head of the frame at `pos`, or None while it is not all there.

    Args:
        data: bytes that came.
        pos: where the frame begins.
        masked: whether frames of this direction are to be masked.
        allowed: reserved bits that may be set.
    """
    if len(data) - pos < 2:
        return None
    first, second = data[pos], data[pos + 1]
    size, start, broken = second & 0x7F, pos + 2, False
    if first & 0x07 > 2:
        return Head(first & 0x0F, True, False, 0, start, False)  # no such opcode
    if first & 0x08:
        broken = size > CONTROL_MAX or not first & FIN
    elif size > 125:
        width = 2 if size == 126 else 8
        start += width
        if len(data) < start:
            return None
        size = int.from_bytes(data[pos + 2 : start], "big")
        broken = size < (126 if width == 2 else 0x10000) or size >> 63 != 0
    clean = not first & 0x70 & ~allowed and (second & 0x80 != 0) == masked
    if masked and clean:
        start += 4
        if len(data) < start and not broken:
            return None
    return Head(first & 0x0F, first & FIN != 0, clean, size, start, broken)


def take_messages(
    data: Buffer,
    pos: int,
    masked: bool,
    largest: int,
    packets: int,
    room: int,
    into: deque[Packet],
) -> tuple[int, int, int]:
    """Takes the whole, unfragmented data messages at the front of `data`.

    Args:
        data: bytes that came.
        pos: where the first frame begins.
        masked: whether frames of this direction are to be masked.
        largest: a message with more bytes is left where it is.
        packets: at most so many messages are taken.
        room: bytes of payload that may be taken; none are when it is 0.
        into: where the messages are put.

    Returns:
        Where the first byte that was not taken is, the room that is left, and the size of the
        message that begins there, if it is one of two kinds: a long binary one of which a part has
        come, or one that there is no room for now, then as a negative number. Otherwise 0.
    """
    end = len(data)
    least = 6 if masked else 2
    while packets > 0 and room > 0 and pos + least <= end:
        first = data[pos]
        if first != 0x82 and first != 0x81:
            break
        second = data[pos + 1]
        size = second - 128 if masked else second
        start = pos + least
        if size > 125:
            width = 2 if size == 126 else 8
            start += width
            if start > end or size > 127:
                break
            size = int.from_bytes(data[pos + 2 : pos + 2 + width], "big")
            if size < (126 if width == 2 else 0x10000):
                break
        stop = start + size
        if size < 0 or size > largest:
            break
        if size > room:
            return pos, room, -size if start < end else 0
        if stop > end:
            if size >= LONG and first == 0x82 and start < end:
                return pos, room, size
            break
        if stop + 1 < end and data[stop] == first and data[stop + 1] == second and size <= 125:
            count = _row(data, pos, size + least, min(packets, room // size if size else packets))
            if count >= _ROW:
                taken = _take_row(data, pos, masked, size, count, into)
                packets -= taken
                room -= taken * size
                pos += taken * (size + least)
                if taken < count:
                    break
                continue
        if not masked:
            payload = data[start:stop]
        elif size < _COPIED:
            payload = apply_mask(data[start:stop], data[start - 4 : start])
        else:
            payload = apply_mask(memoryview(data)[start:stop], data[start - 4 : start])
        if first == 0x81 and not payload.isascii() and not is_utf8(payload):
            break
        into.append((payload, first == 0x81))
        pos = stop
        packets -= 1
        room -= size
    return pos, room, 0


def _row(data: Buffer, pos: int, stride: int, most: int) -> int:
    """How many whole frames, from `pos` on, begin with the same two bytes."""
    stop = pos + stride * min(most, (len(data) - pos) // stride)
    firsts, seconds = data[pos:stop:stride], data[pos + 1 : stop : stride]
    count = len(firsts)
    if firsts.count(firsts[0]) != count:
        count -= len(firsts.lstrip(firsts[:1]))
    if seconds.count(seconds[0]) != len(seconds):
        count = min(count, len(seconds) - len(seconds.lstrip(seconds[:1])))
    return count


def _take_row(
    data: Buffer, pos: int, masked: bool, size: int, count: int, into: deque[Packet]
) -> int:
    """Takes short messages of one kind and size; returns how many came before bad text."""
    text = data[pos] == 0x81
    payloads: list[bytes]
    if masked:
        payloads = unmask_run(data, pos, size, count)
    else:
        begins = range(pos + 2, pos + 1 + count * (size + 2), size + 2)
        payloads = [bytes(data[at : at + size]) for at in begins]
    if text and not all(map(bytes.isascii, payloads)):
        bad = next((at for at, payload in enumerate(payloads) if not is_utf8(payload)), count)
        del payloads[bad:]
    into.extend(zip(payloads, repeat(text)))
    return len(payloads)


def is_utf8(data: Buffer) -> bool:
    """Whether `data` is well-formed UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
