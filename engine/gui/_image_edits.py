"""Pictures of plain bytes made larger, smaller, turned and mirrored.

All functions take the bytes, their width and height, and the bytes for a pixel.
"""

from __future__ import annotations

import math
from collections.abc import Callable

_HALF = 128


def nearest(data: bytes, size: tuple[int, int], to: tuple[int, int], step: int) -> bytes:
    """Each pixel is that of the old picture at the same place."""
    width, height = size
    columns = [(2 * x + 1) * width // (2 * to[0]) * step for x in range(to[0])]
    rows = []
    for y in range(to[1]):
        start = (2 * y + 1) * height // (2 * to[1]) * width * step
        row = data[start : start + width * step]
        rows.append(b"".join([row[x : x + step] for x in columns]))
    return b"".join(rows)


def _between(length: int, to: int) -> list[tuple[int, int, int]]:
    """For each place of the new side the two old ones around it, and the way between in 1/256."""
    found = []
    for i in range(to):
        at = int((i + 0.5) * length * 256 / to)
        low = (at - _HALF) >> 8 if at >= _HALF else 0
        high = min((at + _HALF) >> 8, length - 1)
        rest = at & 255
        found.append((low, high, rest - _HALF if rest >= _HALF else rest + _HALF))
    return found


def bilinear(data: bytes, size: tuple[int, int], to: tuple[int, int], step: int) -> bytes:
    """Each pixel is a mixture of the four old ones around it."""
    columns = _between(size[0], to[0])
    made = bytearray()
    for top, bottom, down in _between(size[1], to[1]):
        up, low = top * size[0] * step, bottom * size[0] * step
        for left, right, across in columns:
            for i in range(step):
                a, b = left * step + i, right * step + i
                p, q = data[up + a] << 8, data[low + a] << 8
                upper = p + (((data[up + b] << 8) - p) * across >> 8)
                lower = q + (((data[low + b] << 8) - q) * across >> 8)
                made.append((upper + ((lower - upper) * down >> 8)) >> 8 & 255)
    return bytes(made)


def _cubic(x: float) -> float:
    x = abs(x)
    if x <= 1.0:
        return (1.5 * x - 2.5) * x * x + 1.0
    return ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0 if x < 2.0 else 0.0


def _lanczos(x: float) -> float:
    if abs(x) < 1e-9:
        return 1.0
    if abs(x) >= 3.0:
        return 0.0
    turned = math.pi * x
    return 3.0 * math.sin(turned) * math.sin(turned / 3.0) / (turned * turned)


_Weights = list[list[tuple[int, float]]]


def _weights(length: int, to: int, kernel: Callable[[float], float], reach: float) -> _Weights:
    """For each place of the new side the old ones that count, and how much."""
    scale = max(length / to, 1.0) if reach > 2.0 else 1.0
    found = []
    for i in range(to):
        center = (i + 0.5) * length / to - 0.5
        first = math.floor(center - reach * scale) + 1
        places = range(first, math.floor(center + reach * scale) + 1)
        near = [(min(max(p, 0), length - 1), kernel((p - center) / scale)) for p in places]
        total = sum(weight for _, weight in near) or 1.0
        found.append([(p, weight / total) for p, weight in near])
    return found


def filtered(
    data: bytes, size: tuple[int, int], to: tuple[int, int], step: int, *, sharp: bool
) -> bytes:
    """Each pixel is a weighted sum of old ones around it: cubic, or sharp by Lanczos."""
    kernel, reach = (_lanczos, 3.0) if sharp else (_cubic, 2.0)
    width, height = size
    columns, rows = _weights(width, to[0], kernel, reach), _weights(height, to[1], kernel, reach)
    across: list[list[float]] = []
    for y in range(height):
        start = y * width * step
        across.append(
            [
                sum(data[start + p * step + i] * weight for p, weight in near)
                for near in columns
                for i in range(step)
            ]
        )
    made = bytearray()
    for near in rows:
        for x in range(to[0] * step):
            value = sum(across[p][x] * weight for p, weight in near)
            made.append(min(max(int(value + 0.5), 0), 255))
    return bytes(made)


def halved(data: bytes, size: tuple[int, int], step: int) -> bytes:
    """Half as wide and high, each pixel the mean of four."""
    width, height = size
    made = bytearray()
    right = step if width > 1 else 0
    down = width * step if height > 1 else 0
    for y in range(max(height >> 1, 1)):
        for x in range(max(width >> 1, 1)):
            at = (y * 2 * width + x * 2) * step
            made += bytes(
                [
                    (data[i] + data[i + right] + data[i + down] + data[i + right + down] + 2) >> 2
                    for i in range(at, at + step)
                ]
            )
    return bytes(made)


def flipped_x(data: bytes, size: tuple[int, int], step: int) -> bytes:
    """Mirrored from left to right."""
    width, height = size
    made = bytearray(len(data))
    stride = width * step
    for y in range(height):
        row = data[y * stride : y * stride + stride]
        for i in range(step):
            made[y * stride + i : y * stride + stride : step] = row[i::step][::-1]
    return bytes(made)


def flipped_y(data: bytes, size: tuple[int, int], step: int) -> bytes:
    """Mirrored from top to bottom."""
    stride = size[0] * step
    return b"".join([data[i : i + stride] for i in range(len(data) - stride, -1, -stride)])


def turned(data: bytes, size: tuple[int, int], step: int, *, clockwise: bool) -> bytes:
    """Turned by a quarter."""
    width, height = size
    stride = width * step
    rows = range(height - 1, -1, -1) if clockwise else range(height)
    columns = range(width) if clockwise else range(width - 1, -1, -1)
    starts = [y * stride + x * step for x in columns for y in rows]
    return b"".join([data[at : at + step] for at in starts])
