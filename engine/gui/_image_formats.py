"""How pixels lie in the bytes of an image, and the way between bytes and colours.

A format is a row of numbers of one kind for each pixel. The two that squeeze a pixel into sixteen
bits have functions of their own. Formats for graphics cards alone are known by name and size only.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import Struct
from typing import NamedTuple

from engine.servers.canvas import Rgba

L8, LA8, R8, RG8, RGB8, RGBA8, RGBA4444, RGB565 = range(8)
NAMES = (
    "Lum8",
    "LumAlpha8",
    "Red8",
    "RedGreen",
    "RGB8",
    "RGBA8",
    "RGBA4444",
    "RGBA5551",
    "RFloat",
    "RGFloat",
    "RGBFloat",
    "RGBAFloat",
    "RHalf",
    "RGHalf",
    "RGBHalf",
    "RGBAHalf",
    "RGBE9995",
    "DXT1 RGB8",
    "DXT3 RGBA8",
    "DXT5 RGBA8",
    "RGTC Red8",
    "RGTC RedGreen8",
    "BPTC_RGBA",
    "BPTC_RGBF",
    "BPTC_RGBFU",
    "ETC",
    "ETC2_R11",
    "ETC2_R11S",
    "ETC2_RG11",
    "ETC2_RG11S",
    "ETC2_RGB8",
    "ETC2_RGBA8",
    "ETC2_RGB8A1",
    "ETC2_RA_AS_RG",
    "DXT5_RA_AS_RG",
    "ASTC_4x4",
    "ASTC_4x4_HDR",
    "ASTC_8x8",
    "ASTC_8x8_HDR",
    "R16",
    "RG16",
    "RGB16",
    "RGBA16",
    "R16I",
    "RG16I",
    "RGB16I",
    "RGBA16I",
)


class Layout(NamedTuple):
    """How a pixel lies in the bytes.

    Attributes:
        size: bytes for a pixel.
        channels: how many numbers.
        read: the colour of a pixel's bytes.
        write: the bytes of a colour.
    """

    size: int
    channels: int
    read: Callable[[bytes | bytearray | memoryview, int], Rgba]
    write: Callable[[Rgba], bytes]


def _numbers(code: str, channels: int, top: float, grey: bool = False) -> Layout:
    form = Struct(f"<{channels}{code}")

    def read(data: bytes | bytearray | memoryview, at: int) -> Rgba:
        found = [value / top for value in form.unpack_from(data, at)]
        if grey:
            return found[0], found[0], found[0], found[1] if channels == 2 else 1.0
        found += (0.0, 0.0, 0.0, 1.0)[channels:]
        return found[0], found[1], found[2], found[3]

    def write(color: Rgba) -> bytes:
        parts = (max(color[:3]), color[3]) if grey else color
        if code in "ef":
            return form.pack(*parts[:channels])
        return form.pack(*[int(min(max(part * top, 0.0), top)) for part in parts[:channels]])

    return Layout(form.size, channels, read, write)


def _squeezed(*bits: int) -> Layout:
    """A pixel in sixteen bits, red highest."""
    tops = [(1 << count) - 1 for count in bits]
    shifts = [sum(bits[i + 1 :]) for i in range(len(bits))]

    def read(data: bytes | bytearray | memoryview, at: int) -> Rgba:
        value = data[at] | data[at + 1] << 8
        found = [(value >> shift & top) / top for shift, top in zip(shifts, tops, strict=True)]
        return found[0], found[1], found[2], found[3] if len(found) == 4 else 1.0

    def write(color: Rgba) -> bytes:
        value = 0
        for part, shift, top in zip(color, shifts, tops, strict=False):
            value |= int(min(max(part * top, 0.0), top)) << shift
        return value.to_bytes(2, "little")

    return Layout(2, len(bits), read, write)


LAYOUTS: dict[int, Layout] = {
    L8: _numbers("B", 1, 255.0, grey=True),
    LA8: _numbers("B", 2, 255.0, grey=True),
    R8: _numbers("B", 1, 255.0),
    RG8: _numbers("B", 2, 255.0),
    RGB8: _numbers("B", 3, 255.0),
    RGBA8: _numbers("B", 4, 255.0),
    RGBA4444: _squeezed(4, 4, 4, 4),
    RGB565: _squeezed(5, 6, 5),
    **{8 + i: _numbers("f", i + 1, 1.0) for i in range(4)},
    **{12 + i: _numbers("e", i + 1, 1.0) for i in range(4)},
    **{39 + i: _numbers("H", i + 1, 65535.0) for i in range(4)},
}

# Formats of plain bytes: which byte of such a pixel is red, green, blue and opacity (-1: all).
CHANNELS: dict[int, tuple[int | None, int | None, int | None, int | None]] = {
    L8: (0, 0, 0, None),
    LA8: (0, 0, 0, 1),
    R8: (0, None, None, None),
    RG8: (0, 1, None, None),
    RGB8: (0, 1, 2, None),
    RGBA8: (0, 1, 2, 3),
}


def to_rgba8(data: bytes | bytearray, format_: int) -> bytes:
    """The pixels of an image as red, green, blue, opacity, a byte each."""
    if format_ == RGBA8:
        return bytes(data)
    layout = LAYOUTS[format_]
    count = len(data) // layout.size
    places = CHANNELS.get(format_)
    if places is None:
        put = LAYOUTS[RGBA8].write
        return b"".join([put(layout.read(data, i * layout.size)) for i in range(count)])
    made = bytearray(count * 4)
    for i, place in enumerate(places):
        if place is not None:
            made[i::4] = data[place :: layout.size]
        elif i == 3:
            made[3::4] = b"\xff" * count
    return bytes(made)


def from_rgba8(data: bytes, format_: int) -> bytearray:
    """Pixels of red, green, blue and opacity in another format."""
    if format_ == RGBA8:
        return bytearray(data)
    if format_ in (L8, LA8):
        greys = bytes(
            [
                (r * 2126 + g * 7152 + b * 722 + 5000) // 10000
                for r, g, b in zip(data[::4], data[1::4], data[2::4], strict=True)
            ]
        )
        if format_ == L8:
            return bytearray(greys)
        made = bytearray(len(greys) * 2)
        made[::2], made[1::2] = greys, data[3::4]
        return made
    layout, places = LAYOUTS[format_], CHANNELS.get(format_)
    if places is None:
        read = LAYOUTS[RGBA8].read
        return bytearray().join([layout.write(read(data, i)) for i in range(0, len(data), 4)])
    made = bytearray(len(data) // 4 * layout.size)
    for i, place in enumerate(places):
        if place is not None:
            made[place :: layout.size] = data[i::4]
    return made


def mipmap_sizes(width: int, height: int) -> list[tuple[int, int]]:
    """The sizes of an image and of the smaller ones behind it, down to a single pixel."""
    sizes = [(width, height)]
    while width > 1 or height > 1:
        width, height = max(width >> 1, 1), max(height >> 1, 1)
        sizes.append((width, height))
    return sizes
