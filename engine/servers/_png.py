"""Reading and writing PNG files.

A file is a chain of chunks. The picture lies in IDAT chunks, compressed; each row begins with the
number of a filter that has to be undone. Interlaced files hold seven smaller pictures.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# Where each pass of an interlaced picture begins and how far its pixels are apart.
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)


class Picture(NamedTuple):
    """A decoded picture: bytes in rows, 1 (grey), 2 (grey, opacity), 3 or 4 for each pixel."""

    width: int
    height: int
    channels: int
    data: bytes


class _Header(NamedTuple):
    width: int
    height: int
    depth: int
    color: int
    interlaced: int

    @property
    def bits(self) -> int:
        """Bits for a pixel."""
        return self.depth * _CHANNELS[self.color]


def decode(data: bytes) -> Picture | None:
    """The picture of a file; None when it is none, or broken."""
    try:
        return _decode(data)
    except (struct.error, zlib.error, KeyError, IndexError, ValueError):
        return None


def _decode(data: bytes) -> Picture | None:
    if not data.startswith(SIGNATURE):
        return None
    chunks = _chunks(data)
    width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    header = _Header(width, height, depth, color, interlaced)
    raw = zlib.decompress(chunks[b"IDAT"])
    pixels = _interlaced(raw, header) if interlaced else _plain(raw, header, width, height)[0]
    return _colored(pixels, header, chunks)


def _chunks(data: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = len(SIGNATURE)
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        found[kind] = found.get(kind, b"") + body if kind == b"IDAT" else body
        if kind == b"IEND":
            break
        at += 12 + size
    return found


def _plain(raw: bytes, header: _Header, width: int, height: int, at: int = 0) -> tuple[bytes, int]:
    """The samples of a picture that is not interlaced, a byte each, and where it ends."""
    stride = (width * header.bits + 7) // 8
    step = max(header.bits // 8, 1)
    above = bytearray(stride)
    rows = []
    for _ in range(height):
        row = bytearray(raw[at + 1 : at + 1 + stride])
        _UNDO[raw[at]](row, above, step)
        rows.append(row)
        above = row
        at += 1 + stride
    count = width * _CHANNELS[header.color]
    return b"".join(_samples(row, header, count) for row in rows), at


def _samples(row: bytearray, header: _Header, count: int) -> bytes:
    depth = header.depth
    if depth == 8:
        return bytes(row)
    if depth == 16:
        return bytes(row[::2])
    top = (1 << depth) - 1
    scale = 1 if header.color == 3 else 255 // top
    shifts = range(8 - depth, -1, -depth)
    return bytes([(byte >> shift & top) * scale for byte in row for shift in shifts][:count])


def _sub(row: bytearray, above: bytearray, step: int) -> None:
    for i in range(step, len(row)):
        row[i] = (row[i] + row[i - step]) & 255


def _up(row: bytearray, above: bytearray, step: int) -> None:
    row[:] = bytes([(a + b) & 255 for a, b in zip(row, above, strict=True)])


def _average(row: bytearray, above: bytearray, step: int) -> None:
    for i, value in enumerate(row):
        left = row[i - step] if i >= step else 0
        row[i] = (value + (left + above[i]) // 2) & 255


def _paeth(row: bytearray, above: bytearray, step: int) -> None:
    for i, value in enumerate(row):
        b = above[i]
        a, c = (row[i - step], above[i - step]) if i >= step else (0, 0)
        pa, pb, pc = abs(b - c), abs(a - c), abs(a + b - 2 * c)
        nearest = a if pa <= pb and pa <= pc else b if pb <= pc else c
        row[i] = (value + nearest) & 255


def _none(row: bytearray, above: bytearray, step: int) -> None:
    """Leaves a row that was not filtered."""


_UNDO = (_none, _sub, _up, _average, _paeth)


def _interlaced(raw: bytes, header: _Header) -> bytes:
    size = _CHANNELS[header.color]
    whole = bytearray(header.width * header.height * size)
    at = 0
    for x0, y0, dx, dy in _PASSES:
        width = (header.width - x0 + dx - 1) // dx
        height = (header.height - y0 + dy - 1) // dy
        if width <= 0 or height <= 0:
            continue
        pixels, at = _plain(raw, header, width, height, at)
        for i in range(width * height):
            y, x = divmod(i, width)
            place = ((y0 + y * dy) * header.width + x0 + x * dx) * size
            whole[place : place + size] = pixels[i * size : i * size + size]
    return bytes(whole)


def _colored(pixels: bytes, header: _Header, chunks: dict[bytes, bytes]) -> Picture:
    width, height = header.width, header.height
    if header.color != 3:
        return Picture(width, height, _CHANNELS[header.color], pixels)
    palette, alphas = chunks[b"PLTE"], chunks.get(b"tRNS", b"")
    colors = [palette[i : i + 3] for i in range(0, len(palette), 3)]
    if alphas:
        alphas += b"\xff" * (len(colors) - len(alphas))
        colors = [color + alphas[i : i + 1] for i, color in enumerate(colors)]
    return Picture(width, height, 4 if alphas else 3, b"".join([colors[i] for i in pixels]))


def encode(picture: Picture) -> bytes:
    """A file with a picture."""
    color = {1: 0, 2: 4, 3: 2, 4: 6}[picture.channels]
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 8, color, 0, 0, 0)
    stride = picture.width * picture.channels
    rows = [picture.data[i : i + stride] for i in range(0, len(picture.data), stride)]
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    chunks = (b"IHDR", header), (b"IDAT", body), (b"IEND", b"")
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
