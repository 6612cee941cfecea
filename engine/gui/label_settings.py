"""`LabelSettings`: the looks of labels, to be shared by several of them."""

from __future__ import annotations

from typing import Any, NamedTuple

from engine.core import output
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.color import Color
from engine.core.resource import Resource
from engine.core.vector2 import Vector2
from engine.gui.font import Font

_WHITE = Color(1, 1, 1, 1)


class _StackedOutline(NamedTuple):
    """One of several outlines around a text."""

    size: int = 0
    color: Color = Color()


class _StackedShadow(NamedTuple):
    """One of several shadows of a text."""

    offset: Vector2 = Vector2(1, 1)
    color: Color = Color()
    outline_size: int = 0


class LabelSettings(Resource):
    """Font, colours and spacings of a label; it replaces the label's theme items."""

    _stored = (
        "line_spacing", "paragraph_spacing", "font", "font_size", "font_color", "outline_size",
        "outline_color", "shadow_size", "shadow_color", "shadow_offset", "stacked_outline_count",
        "stacked_shadow_count",
    )  # fmt: skip
    _own = (
        "_font", "_font_color", "_font_size", "_line_spacing", "_outline_color", "_outline_size",
        "_outlines", "_paragraph_spacing", "_shadow_color", "_shadow_offset", "_shadow_size",
        "_shadows",
    )  # fmt: skip

    _font: Font | None = None
    _font_color: Color = _WHITE
    _font_size: int = 16
    _line_spacing: float = 3.0
    _outline_color: Color = _WHITE
    _outline_size: int = 0
    _paragraph_spacing: float = 0.0
    _shadow_color: Color = Color(0, 0, 0, 0)
    _shadow_offset: Vector2 = Vector2(1, 1)
    _shadow_size: int = 1
    _outlines: list[_StackedOutline]
    _shadows: list[_StackedShadow]

    def __new__(cls, *args: Any, **kwargs: Any) -> LabelSettings:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: LabelSettings = super().__new__(cls)
        self._outlines = []
        self._shadows = []
        return self

    def _put(self, name: str, value: Any) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self.emit_changed()

    # Text ----------------------------------------------------------------------------------------

    def set_line_spacing(self, spacing: float) -> None:
        """Pixels between lines."""
        self._put("_line_spacing", float(spacing))

    def get_line_spacing(self) -> float:
        """Pixels between lines."""
        return self._line_spacing

    line_spacing = accessors(get_line_spacing, set_line_spacing)

    def set_paragraph_spacing(self, spacing: float) -> None:
        """Pixels between paragraphs, besides those between lines."""
        self._put("_paragraph_spacing", float(spacing))

    def get_paragraph_spacing(self) -> float:
        """Pixels between paragraphs, besides those between lines."""
        return self._paragraph_spacing

    paragraph_spacing = accessors(get_paragraph_spacing, set_paragraph_spacing)

    def set_font(self, font: Font | None) -> None:
        """The font; None for that of the theme."""
        if font is self._font:
            return
        listener = Callable(self, "emit_changed")
        if self._font is not None:
            self._font.changed.disconnect(listener)
        self._font = font
        if font is not None:
            font.changed.connect(listener, Resource.CONNECT_REFERENCE_COUNTED)
        self.emit_changed()

    def get_font(self) -> Font | None:
        """The font; None for that of the theme."""
        return self._font

    font = accessors(get_font, set_font)

    def set_font_size(self, size: int) -> None:
        """The font's size in pixels."""
        self._put("_font_size", int(size))

    def get_font_size(self) -> int:
        """The font's size in pixels."""
        return self._font_size

    font_size = accessors(get_font_size, set_font_size)

    def set_font_color(self, color: Color) -> None:
        """The colour of the text."""
        self._put("_font_color", color)

    def get_font_color(self) -> Color:
        """The colour of the text."""
        return self._font_color

    font_color = accessors(get_font_color, set_font_color)

    # Outline and shadow --------------------------------------------------------------------------

    def set_outline_size(self, size: int) -> None:
        """How thick the outline is, in pixels."""
        self._put("_outline_size", int(size))

    def get_outline_size(self) -> int:
        """How thick the outline is, in pixels."""
        return self._outline_size

    outline_size = accessors(get_outline_size, set_outline_size)

    def set_outline_color(self, color: Color) -> None:
        """The colour of the outline."""
        self._put("_outline_color", color)

    def get_outline_color(self) -> Color:
        """The colour of the outline."""
        return self._outline_color

    outline_color = accessors(get_outline_color, set_outline_color)

    def set_shadow_size(self, size: int) -> None:
        """How far the shadow is grown, in pixels."""
        self._put("_shadow_size", int(size))

    def get_shadow_size(self) -> int:
        """How far the shadow is grown, in pixels."""
        return self._shadow_size

    shadow_size = accessors(get_shadow_size, set_shadow_size)

    def set_shadow_color(self, color: Color) -> None:
        """The colour of the shadow; a transparent one for none."""
        self._put("_shadow_color", color)

    def get_shadow_color(self) -> Color:
        """The colour of the shadow."""
        return self._shadow_color

    shadow_color = accessors(get_shadow_color, set_shadow_color)

    def set_shadow_offset(self, offset: Vector2) -> None:
        """How far the shadow is from the text."""
        self._put("_shadow_offset", offset)

    def get_shadow_offset(self) -> Vector2:
        """How far the shadow is from the text."""
        return self._shadow_offset

    shadow_offset = accessors(get_shadow_offset, set_shadow_offset)

    # Several outlines ----------------------------------------------------------------------------

    def get_stacked_outline_count(self) -> int:
        """How many outlines there are besides the first."""
        return len(self._outlines)

    def set_stacked_outline_count(self, count: int) -> None:
        """How many outlines there are besides the first."""
        if count >= 0 and count != len(self._outlines):
            more = [_StackedOutline()] * (count - len(self._outlines))
            self._outlines = [*self._outlines[:count], *more]
            self.notify_property_list_changed()
            self.emit_changed()

    stacked_outline_count = accessors(get_stacked_outline_count, set_stacked_outline_count)

    def add_stacked_outline(self, index: int = -1) -> None:
        """Adds an outline at a place, or at the end."""
        place = len(self._outlines) if index < 0 else index
        self._outlines.insert(place, _StackedOutline())
        self.notify_property_list_changed()
        self.emit_changed()

    def move_stacked_outline(self, from_index: int, to_position: int) -> None:
        """Puts an outline at another place."""
        if self._has(self._outlines, from_index):
            moved = self._outlines.pop(from_index)
            to = to_position - (to_position > from_index)
            self._outlines.insert(to, moved)
            self.emit_changed()

    def remove_stacked_outline(self, index: int) -> None:
        """Takes an outline out."""
        if self._has(self._outlines, index):
            del self._outlines[index]
            self.notify_property_list_changed()
            self.emit_changed()

    def set_stacked_outline_size(self, index: int, size: int) -> None:
        """How thick an outline is, in pixels."""
        if self._has(self._outlines, index):
            self._outlines[index] = self._outlines[index]._replace(size=int(size))
            self.emit_changed()

    def get_stacked_outline_size(self, index: int) -> int:
        """How thick an outline is, in pixels."""
        return self._outlines[index].size if self._has(self._outlines, index) else 0

    def set_stacked_outline_color(self, index: int, color: Color) -> None:
        """The colour of an outline."""
        if self._has(self._outlines, index):
            self._outlines[index] = self._outlines[index]._replace(color=color)
            self.emit_changed()

    def get_stacked_outline_color(self, index: int) -> Color:
        """The colour of an outline."""
        return self._outlines[index].color if self._has(self._outlines, index) else Color()

    # Several shadows -----------------------------------------------------------------------------

    def get_stacked_shadow_count(self) -> int:
        """How many shadows there are besides the first."""
        return len(self._shadows)

    def set_stacked_shadow_count(self, count: int) -> None:
        """How many shadows there are besides the first."""
        if count >= 0 and count != len(self._shadows):
            more = [_StackedShadow()] * (count - len(self._shadows))
            self._shadows = [*self._shadows[:count], *more]
            self.notify_property_list_changed()
            self.emit_changed()

    stacked_shadow_count = accessors(get_stacked_shadow_count, set_stacked_shadow_count)

    def add_stacked_shadow(self, index: int = -1) -> None:
        """Adds a shadow at a place, or at the end."""
        place = len(self._shadows) if index < 0 else index
        self._shadows.insert(place, _StackedShadow())
        self.notify_property_list_changed()
        self.emit_changed()

    def move_stacked_shadow(self, from_index: int, to_position: int) -> None:
        """Puts a shadow at another place."""
        if self._has(self._shadows, from_index):
            moved = self._shadows.pop(from_index)
            to = to_position - (to_position > from_index)
            self._shadows.insert(to, moved)
            self.emit_changed()

    def remove_stacked_shadow(self, index: int) -> None:
        """Takes a shadow out."""
        if self._has(self._shadows, index):
            del self._shadows[index]
            self.notify_property_list_changed()
            self.emit_changed()

    def set_stacked_shadow_offset(self, index: int, offset: Vector2) -> None:
        """How far a shadow is from the text."""
        if self._has(self._shadows, index):
            self._shadows[index] = self._shadows[index]._replace(offset=offset)
            self.emit_changed()

    def get_stacked_shadow_offset(self, index: int) -> Vector2:
        """How far a shadow is from the text."""
        return self._shadows[index].offset if self._has(self._shadows, index) else Vector2()

    def set_stacked_shadow_color(self, index: int, color: Color) -> None:
        """The colour of a shadow."""
        if self._has(self._shadows, index):
            self._shadows[index] = self._shadows[index]._replace(color=color)
            self.emit_changed()

    def get_stacked_shadow_color(self, index: int) -> Color:
        """The colour of a shadow."""
        return self._shadows[index].color if self._has(self._shadows, index) else Color()

    def set_stacked_shadow_outline_size(self, index: int, size: int) -> None:
        """How far a shadow is grown, in pixels."""
        if self._has(self._shadows, index):
            self._shadows[index] = self._shadows[index]._replace(outline_size=int(size))
            self.emit_changed()

    def get_stacked_shadow_outline_size(self, index: int) -> int:
        """How far a shadow is grown, in pixels."""
        return self._shadows[index].outline_size if self._has(self._shadows, index) else 0

    @staticmethod
    def _has(items: list[Any], index: int) -> bool:
        if 0 <= index < len(items):
            return True
        output.error(f"Index p_index = {index} is out of bounds (size() = {len(items)}).")
        return False
