"""What is drawn, as plain data: commands, drawings, and frames.

A canvas item records *commands* into its `Drawing`. A viewport's items, in the order in which they
are painted, make a `Frame`: a list of `Entry`s. A renderer paints frames; it never sees a node. In
a headless run the same things are recorded, and nobody paints them.

A command is a tuple that begins with one of the constants below. Coordinates are the item's own
(x to the right, y down, in pixels before any transform) as plain floats, and colours are tuples of
red, green, blue and opacity, 0 to 1 (above 1 is clamped by renderers), not multiplied.

    (RECT, x, y, width, height, colour)             a filled rectangle
    (LINES, points, colours, width, antialiased)    points in pairs: p0 to p1, p2 to p3, ...
    (POLYLINE, points, colours, width, antialiased) one stroke through all points; closed when the
                                                    last point is the first
    (CIRCLE, x, y, radius_x, radius_y, colour, antialiased)   filled
    (POLYGON, points, colours, uvs, texture)        filled; uvs and texture may be None
    (TEXTURE, texture, x, y, width, height, source, colour, flags)
                                                    source is (x, y, width, height) in pixels of the
                                                    texture or None for all of it; flags is a sum of
                                                    TILE, TRANSPOSE, FLIP_H, FLIP_V
    (NINE_PATCH, texture, x, y, width, height, source, margins, modes, draw_center, colour)
                                                    margins: left, top, right, bottom; modes: how
                                                    the middle fills across and down (NINE_STRETCH,
                                                    NINE_TILE, NINE_TILE_FIT)
    (STYLE, style, x, y, width, height)             a `FlatStyle`, around that rectangle
    (TEXT, run, x, y, colour, outline)              a shaped `TextRun`, its pen starting at x, y on
                                                    the baseline; outline is a width in pixels, 0
                                                    for the glyphs themselves
    (TRANSFORM, matrix)                             for the commands that follow, instead of an
                                                    earlier one; None for none
    (CLIP, x, y, width, height)                     the commands that follow show only inside it
    (CLIP_END,)                                     no longer
    (CLIP_IGNORE, ignore)                           whether the commands that follow show outside of
                                                    the entry's clip, too
    (SLICE, length, begin, end, offset)             the commands that follow show only while
                                                    (time + offset) modulo length lies from begin to
                                                    end, in seconds; a length of 0 ends that

`points` are tuples of (x, y); `colours` is one colour, or in LINES a list with one for each pair,
in POLYLINE and POLYGON a list with one for each point. A `width` below 0 is a line one pixel
thick, whatever the scale. Rectangles never have a negative size.
A `texture` is anything with Texture2D's `get_width`, `get_height` and `_pixels()`: see `Pixels`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any, Final, NamedTuple, Protocol, TypeAlias

from engine.core.rid import RID, rid_with_id

RECT: Final = 0
LINES: Final = 1
POLYLINE: Final = 2
CIRCLE: Final = 3
POLYGON: Final = 4
TEXTURE: Final = 5
NINE_PATCH: Final = 6
STYLE: Final = 7
TEXT: Final = 8
TRANSFORM: Final = 9
CLIP: Final = 10
CLIP_END: Final = 11
SLICE: Final = 12
CLIP_IGNORE: Final = 13

TILE: Final = 1
TRANSPOSE: Final = 2
FLIP_H: Final = 4
FLIP_V: Final = 8

NINE_STRETCH: Final = 0
NINE_TILE: Final = 1
NINE_TILE_FIT: Final = 2

# Roles of entries.
PAINTED: Final = 0
MASK: Final = 1
HIDDEN_MASK: Final = 2
ENDS_MASK: Final = 3

Rgba: TypeAlias = tuple[float, float, float, float]
Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
Matrix: TypeAlias = tuple[float, float, float, float, float, float]  # as Transform2D: x, y, origin
Command: TypeAlias = tuple[Any, ...]

WHITE: Final[Rgba] = (1.0, 1.0, 1.0, 1.0)
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Pixels(NamedTuple):
    """The picture of a texture, as a renderer takes it.

    Attributes:
        width: in pixels.
        height: in pixels.
        data: rows from the top, each pixel red, green, blue, opacity, a byte each, not multiplied.
    """

    width: int
    height: int
    data: bytes


class PictureSource(Protocol):
    """What commands hold as texture.

    `_version` grows when the picture changes; together with the object it is a key for caches.
    """

    _version: int

    def get_width(self) -> int:
        """In pixels."""

    def get_height(self) -> int:
        """In pixels."""

    def _pixels(self) -> Pixels | None:
        """The picture; None while there is none."""


class TextRun(Protocol):
    """What TEXT commands hold.

    Attributes:
        glyphs: tuples of (face, glyph id, x, y, advance, ...): x and y from the pen's start.
        size: the font's size in pixels.
        bounds: left, top, right, bottom of the ink (or a little more), from the pen's start.
    """

    glyphs: Sequence[tuple[Any, ...]]
    size: float
    bounds: Box


class FlatStyle(NamedTuple):
    """All that says how a StyleBoxFlat looks: hashable, so that renderers can keep its corners.

    Margins go left, top, right, bottom, radii around from the top left corner. A shadow of size 0
    is none.
    """

    fill: Rgba
    draw_center: bool
    border: Rgba
    borders: tuple[int, int, int, int]
    blend: bool
    radii: tuple[int, int, int, int]
    corner_detail: int
    skew: Point
    shadow: Rgba
    shadow_size: int
    shadow_offset: Point
    antialiased: bool
    smoothing: float


_numbers = itertools.count(1)


class Drawing(list[Command]):
    """The commands of one canvas item: the same list for as long as the item lives.

    Attributes:
        key: a number of its own.
        version: grows with each new recording.
    """

    __slots__ = ("key", "rid", "version")

    def __init__(self) -> None:
        super().__init__()
        self.key = next(_numbers)
        self.version = 0
        self.rid: RID | None = None


class Entry(NamedTuple):
    """A drawing in its place within a frame.

    Attributes:
        drawing: what is painted, in this order: commands one after the other.
        matrix: from the item's coordinates to pixels of the frame.
        modulate: all colours and textures are multiplied by it.
        clip: it shows only inside this box of the frame's pixels; None for everywhere.
        nearest: whether textures are scaled without smoothing.
        repeat: whether textures repeat outside of their picture: 0 no, 1 yes, 2 mirrored.
        role: PAINTED for nearly all. From a MASK to the entry that ENDS_MASK (with the same
            drawing) things show only where the mask's drawing is opaque; a HIDDEN_MASK is not
            painted itself. Masks may lie inside each other.
    """

    drawing: Drawing
    matrix: Matrix
    modulate: Rgba
    clip: Box | None
    nearest: bool = False
    repeat: int = 0
    role: int = PAINTED


class Frame:
    """What a viewport shows.

    A frame stays the same object while only drawings changed (their `version` tells); it is a new
    one when items came, went, moved, or changed their looks.

    Attributes:
        size: width and height in pixels.
        background: the colour below everything, or None for a transparent viewport.
        entries: the drawings, in the order in which they are painted.
    """

    __slots__ = ("background", "entries", "size")

    def __init__(self, size: tuple[int, int], background: Rgba | None, entries: list[Entry]):
        self.size = size
        self.background = background
        self.entries = entries


# Drawings by RID ----------------------------------------------------------------------------------

_rids = itertools.count(4_294_967_297)
_by_rid: dict[int, Drawing] = {}


def rid_of(drawing: Drawing) -> RID:
    """The handle of a drawing, made when it is first asked for."""
    if drawing.rid is None:
        drawing.rid = rid_with_id(next(_rids))
        _by_rid[drawing.rid._id] = drawing
    return drawing.rid


def drawing_of(canvas_item: RID) -> Drawing | None:
    """The drawing with that handle, as methods take it that draw into a canvas item given as RID.

    `commands = drawing_of(rid)`, then `commands.append((RECT, ...))`.
    """
    return _by_rid.get(canvas_item._id)


def forget(drawing: Drawing) -> None:
    """Ends a drawing; its handle is no longer known."""
    if drawing.rid is not None:
        _by_rid.pop(drawing.rid._id, None)
    drawing.clear()
