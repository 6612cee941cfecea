"""FastLZ, the compression that Godot uses when none is named.

Data is a row of instructions. The three upper bits of the first byte of one say what it is, the
five lower ones are a number:

    000 n                 n + 1 bytes follow as they are
    001..110 n, low       copy 3 to 8 bytes from a distance of n * 256 + low + 1
    111 n, length, low    copy 9 bytes and as many as `length` says

The very first instruction is always one of the first kind, so its three bits are free to tell the
level. At level 2 `length` goes on over as many bytes as are 255, and a distance with all bits set
is followed by two bytes that are added to it. Level 1 reaches 8 KiB back, level 2 about 72 KiB.
"""

from __future__ import annotations

_REACH_1 = 8192
_NEAR_2 = 8191
_REACH_2 = _NEAR_2 + 65536
_LEVEL_2_FROM = 65536
_LONGEST_1 = 264

# The end of the data is always left uncompressed: decoders like to read ahead.
_TAIL = 4


def compress(data: bytes) -> bytes:
    """The data, compressed. It must not be empty."""
    level = 1 if len(data) < _LEVEL_2_FROM else 2
    reach = _REACH_1 if level == 1 else _REACH_2
    out = bytearray()
    seen: dict[bytes, int] = {}
    plain = at = 0
    end = len(data) - _TAIL
    while at < end:
        key = data[at : at + 3]
        before = seen.get(key, -1)
        seen[key] = at
        distance = at - before
        if before < 0 or distance > reach:
            at += 1
            continue
        length = _common_length(data, before, at, end)
        if length < (5 if distance > _NEAR_2 else 3):
            at += 1
            continue
        _put_plain(out, data[plain:at])
        (_put_copy_1 if level == 1 else _put_copy_2)(out, length, distance - 1)
        at += length
        plain = at
    _put_plain(out, data[plain:])
    out[0] |= (level - 1) << 5
    return bytes(out)


def _common_length(data: bytes, before: int, at: int, end: int) -> int:
    """How many bytes are the same at both places, up to `end`."""
    start, step = at, 64
    while step:
        while at + step <= end and data[at : at + step] == data[before : before + step]:
            at += step
            before += step
        step >>= 1
    return at - start


def _put_plain(out: bytearray, data: bytes) -> None:
    for start in range(0, len(data), 32):
        part = data[start : start + 32]
        out.append(len(part) - 1)
        out += part


def _put_copy_1(out: bytearray, length: int, offset: int) -> None:
    high, low = offset >> 8, offset & 0xFF
    while length:
        # What is left for the next instruction must not be shorter than a copy can be.
        part = length if length <= _LONGEST_1 else min(_LONGEST_1, length - 3)
        if part < 9:
            out += bytes(((part - 2) << 5 | high, low))
        else:
            out += bytes((7 << 5 | high, part - 9, low))
        length -= part


def _put_copy_2(out: bytearray, length: int, offset: int) -> None:
    far = offset - _NEAR_2
    high, low = (offset >> 8, offset & 0xFF) if far < 0 else (31, 255)
    if length < 9:
        out.append((length - 2) << 5 | high)
    else:
        out.append(7 << 5 | high)
        out += b"\xff" * ((length - 9) // 255)
        out.append((length - 9) % 255)
    out.append(low)
    if far >= 0:
        out += far.to_bytes(2, "big")


def decompress(data: bytes, most: int) -> tuple[bytes, bool]:
    """What the data was before, as far as it can be told.

    Args:
        data: compressed data.
        most: how many bytes may come out.

    Returns:
        What came out, and whether all of the data made sense and fitted.
    """
    out = bytearray()
    try:
        whole = _decompress(data, most, out)
    except IndexError:
        whole = False
    return bytes(out), whole


def _decompress(data: bytes, most: int, out: bytearray) -> bool:
    level, at = (data[0] >> 5) + 1, 0
    if level > 2:
        return False
    while at < len(data):
        kind = data[at] >> 5 if at else 0
        number = data[at] & 31
        at += 1
        if kind == 0:
            part = data[at : at + number + 1]
            at += number + 1
            if at > len(data) or len(out) + len(part) > most:
                return False
            out += part
            continue
        length = kind + 2
        if kind == 7:
            more = data[at]
            at += 1
            length += more
            while level == 2 and more == 255:
                more = data[at]
                at += 1
                length += more
        offset = number << 8 | data[at]
        at += 1
        if level == 2 and offset == _NEAR_2:
            offset += data[at] << 8 | data[at + 1]
            at += 2
        if offset >= len(out) or len(out) + length > most:
            return False
        _copy(out, offset + 1, length)
    return True


def _copy(out: bytearray, distance: int, length: int) -> None:
    """Appends `length` bytes from `distance` back; those may be among the new ones."""
    start = len(out) - distance
    if distance >= length:
        out += out[start : start + length]
    else:
        pattern = out[start:]
        out += (pattern * (length // distance + 1))[:length]
