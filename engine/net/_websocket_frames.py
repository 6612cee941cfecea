"""Frames as bytes: building them, and reading the common ones flat.

Nearly every frame of a game is a whole, unfragmented text or binary message. `take_messages` reads
runs of those in one loop and stops in front of everything else: control frames, fragments, bad
lengths, bad text, a frame that is not all there. What it stops at is for wsproto (see
`_websocket_reader`), and a differential test holds both to the same messages for the same bytes.

Masking XORs the payload with a repeated key of four bytes. In pure Python a short payload is
quickest as one big integer, a long one as four interleaved table look-ups.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

CONTINUATION = 0x0
TEXT = 0x1
BINARY = 0x2
CLOSE = 0x8
PING = 0x9
PONG = 0xA

FIN = 0x80
CONTROL_MAX = 125
"""The longest payload of a control frame, in bytes."""

_LONG = 600
"""From this size on the table look-ups are quicker than the big integer."""

_XOR = [bytes(a ^ b for a in range(256)) for b in range(256)]
_SHORT_HEADS = {
    first: [bytes((first, size)) for size in range(126)]
    for first in (FIN | TEXT, FIN | BINARY, FIN | CLOSE, FIN | PING, FIN | PONG)
}

Buffer = bytes | bytearray
Packet = tuple[Buffer, bool]
"""A message's payload, and whether it is text."""

_keys: list[bytes] = []
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_keys.clear)


def _mask_key() -> bytes:
    """Four fresh random bytes; the system is asked for many at once."""
    if not _keys:
        pool = os.urandom(1024)
        _keys.extend([pool[i : i + 4] for i in range(0, 1024, 4)])
    return _keys.pop()


def apply_mask(payload: Buffer | memoryview, key: Buffer) -> bytes:
    """`payload` masked with the four bytes of `key`; masking twice gives it back."""
    size = len(payload)
    if size < _LONG:
        repeated = (key * ((size + 3) >> 2))[:size]
        number = int.from_bytes(payload, "little") ^ int.from_bytes(repeated, "little")
        return number.to_bytes(size, "little")
    turned = bytearray(payload)
    for i in range(4):
        turned[i::4] = turned[i::4].translate(_XOR[key[i]])
    return bytes(turned)


def build_frame(opcode: int, payload: Buffer | memoryview, masked: bool) -> bytes:
    """One whole frame, with the shortest length field and, if `masked`, a fresh key."""
    first = FIN | opcode
    size = len(payload)
    if not masked and size < 126:
        return _SHORT_HEADS[first][size] + payload
    top = 0x80 if masked else 0
    if size < 126:
        head = bytes((first, top | size))
    elif size < 0x10000:
        head = bytes((first, top | 126, size >> 8, size & 0xFF))
    else:
        head = bytes((first, top | 127)) + size.to_bytes(8, "big")
    if not masked:
        return head + payload
    key = _mask_key()
    return head + key + apply_mask(payload, key)


class Head(NamedTuple):
    """The fixed part of a frame.

    Attributes:
        opcode: what the frame is.
        final: the last frame of its message.
        clean: no reserved bits, and masked as it should be.
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


def read_head(data: Buffer, pos: int, masked: bool) -> Head | None:
    """The head of the frame at `pos`, or None while it is not all there.

    Args:
        data: bytes that came.
        pos: where the frame begins.
        masked: whether frames of this direction are to be masked.
    """
    if len(data) - pos < 2:
        return None
    first, second = data[pos], data[pos + 1]
    size, start, broken = second & 0x7F, pos + 2, False
    if first & 0x08:
        broken = size > CONTROL_MAX or not first & FIN
    elif size > 125:
        width = 2 if size == 126 else 8
        start += width
        if len(data) < start:
            return None
        size = int.from_bytes(data[pos + 2 : start], "big")
        broken = size < (126 if width == 2 else 0x10000) or size >> 63 != 0
    if second & 0x80:
        start += 4
        if len(data) < start and not broken:
            return None
    clean = not first & 0x70 and (second & 0x80 != 0) == masked
    return Head(first & 0x0F, first & FIN != 0, clean, size, start, broken)


def take_messages(
    data: Buffer,
    pos: int,
    masked: bool,
    largest: int,
    packets: int,
    room: int,
    append: Callable[[Packet], object],
) -> tuple[int, int]:
    """Takes the whole, unfragmented data messages at the front of `data`.

    Args:
        data: bytes that came.
        pos: where the first frame begins.
        masked: whether frames of this direction are to be masked.
        largest: a message with more bytes is left where it is.
        packets: at most so many messages are taken.
        room: bytes of payload that may be taken; none are when it is 0.
        append: is given each message.

    Returns:
        Where the first byte that was not taken is, and the room that is left.
    """
    end = len(data)
    least = 6 if masked else 2
    while packets > 0 and room > 0 and pos + least <= end:
        first = data[pos]
        if first != 0x82 and first != 0x81:
            break
        size = data[pos + 1]
        start = pos + least
        if masked:
            size -= 128
        if size > 125:
            width = 2 if size == 126 else 8
            start += width
            if start > end or size > 127:
                break
            size = int.from_bytes(data[pos + 2 : pos + 2 + width], "big")
            if size < (126 if width == 2 else 0x10000):
                break
        stop = start + size
        if size < 0 or stop > end or size > largest or size > room:
            break
        payload = data[start:stop]
        if masked:
            if size < _LONG:
                key = (data[start - 4 : start] * ((size + 3) >> 2))[:size]
                payload = (
                    int.from_bytes(payload, "little") ^ int.from_bytes(key, "little")
                ).to_bytes(size, "little")
            else:
                payload = apply_mask(payload, data[start - 4 : start])
        if first == 0x81 and not payload.isascii() and not is_utf8(payload):
            break
        append((payload, first == 0x81))
        pos = stop
        packets -= 1
        room -= size
    return pos, room


def is_utf8(data: Buffer) -> bool:
    """Whether `data` is well-formed UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
