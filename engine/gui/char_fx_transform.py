"""`CharFXTransform`: what a `RichTextEffect` is told of a glyph, and may change."""

from __future__ import annotations

from typing import Any

from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.ref_counted import RefCounted
from engine.core.rid import RID
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i


class CharFXTransform(RefCounted):
    """A glyph in an effect: its place in the text, its colour, its offset."""

    _own = (
        "_color", "_elapsed", "_environment", "_font", "_glyph_count", "_glyph_flags",
        "_glyph_index", "_offset", "_outline", "_range", "_relative", "_transform", "_visible",
    )  # fmt: skip

    _color: Color = Color(0, 0, 0, 1)
    _elapsed: float = 0.0
    _font: RID = RID()
    _glyph_count: int = 0
    _glyph_flags: int = 0
    _glyph_index: int = 0
    _offset: Vector2 = Vector2()
    _outline: bool = False
    _range: Vector2i = Vector2i()
    _relative: int = 0
    _transform: Transform2D = Transform2D()
    _visible: bool = True
    _environment: dict[Any, Any]

    def __new__(cls, *args: Any, **kwargs: Any) -> CharFXTransform:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: CharFXTransform = super().__new__(cls)
        self._environment = {}
        return self

    def set_transform(self, transform: Transform2D) -> None:
        """How the glyph is turned, scaled and moved."""
        self._transform = transform

    def get_transform(self) -> Transform2D:
        """How the glyph is turned, scaled and moved."""
        return self._transform

    transform = accessors(get_transform, set_transform)

    def set_range(self, range: Vector2i) -> None:
        """First character of the glyph and end, in the whole text."""
        self._range = range

    def get_range(self) -> Vector2i:
        """First character of the glyph and end, in the whole text."""
        return self._range

    range = accessors(get_range, set_range)

    def set_elapsed_time(self, time: float) -> None:
        """Seconds since the label began to show effects."""
        self._elapsed = float(time)

    def get_elapsed_time(self) -> float:
        """Seconds since the label began to show effects."""
        return self._elapsed

    elapsed_time = accessors(get_elapsed_time, set_elapsed_time)

    def set_visibility(self, visibility: bool) -> None:
        """Whether the glyph shows."""
        self._visible = bool(visibility)

    def is_visible(self) -> bool:
        """Whether the glyph shows."""
        return self._visible

    visible = accessors(is_visible, set_visibility)

    def set_outline(self, outline: bool) -> None:
        """Whether the glyph's outline is drawn."""
        self._outline = bool(outline)

    def is_outline(self) -> bool:
        """Whether the glyph's outline is drawn."""
        return self._outline

    outline = accessors(is_outline, set_outline)

    def set_offset(self, offset: Vector2) -> None:
        """How far the glyph is moved."""
        self._offset = offset

    def get_offset(self) -> Vector2:
        """How far the glyph is moved."""
        return self._offset

    offset = accessors(get_offset, set_offset)

    def set_color(self, color: Color) -> None:
        """The glyph's colour."""
        self._color = color

    def get_color(self) -> Color:
        """The glyph's colour."""
        return self._color

    color = accessors(get_color, set_color)

    def set_environment(self, environment: dict[Any, Any]) -> None:
        """What the tag says: `[name key=value]`."""
        self._environment = environment

    def get_environment(self) -> dict[Any, Any]:
        """What the tag says: `[name key=value]`."""
        return self._environment

    env = accessors(get_environment, set_environment)

    def set_glyph_index(self, glyph_index: int) -> None:
        """The glyph's number in its font."""
        self._glyph_index = int(glyph_index)

    def get_glyph_index(self) -> int:
        """The glyph's number in its font."""
        return self._glyph_index

    glyph_index = accessors(get_glyph_index, set_glyph_index)

    def set_relative_index(self, relative_index: int) -> None:
        """The glyph's number in the text of the effect."""
        self._relative = int(relative_index)

    def get_relative_index(self) -> int:
        """The glyph's number in the text of the effect."""
        return self._relative

    relative_index = accessors(get_relative_index, set_relative_index)

    def set_glyph_count(self, glyph_count: int) -> None:
        """How many glyphs the character has."""
        self._glyph_count = int(glyph_count)

    def get_glyph_count(self) -> int:
        """How many glyphs the character has."""
        return self._glyph_count

    glyph_count = accessors(get_glyph_count, set_glyph_count)

    def set_glyph_flags(self, glyph_flags: int) -> None:
        """What the glyph is: a sum of `TextServer.GRAPHEME_*`."""
        self._glyph_flags = int(glyph_flags)

    def get_glyph_flags(self) -> int:
        """What the glyph is: a sum of `TextServer.GRAPHEME_*`."""
        return self._glyph_flags

    glyph_flags = accessors(get_glyph_flags, set_glyph_flags)

    def set_font(self, font: RID) -> None:
        """The handle of the glyph's font."""
        self._font = font

    def get_font(self) -> RID:
        """The handle of the glyph's font."""
        return self._font

    font = accessors(get_font, set_font)
