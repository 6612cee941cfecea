"""`TextLine`: a single line of text with its fonts, measured, aligned and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core._packed_numbers import PackedFloat32Array
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.ref_counted import RefCounted
from engine.core.rid import RID, rid_with_id
from engine.core.vector2 import Vector2
from engine.gui import _text_drawing
from engine.gui._text_drawing import CENTER, FILL, RIGHT, Target
from engine.gui.font import Font
from engine.servers import _shaped_carets, _shaped_lines
from engine.servers._shaped_text import ShapedText
from engine.servers.text_server import TextServer

_WHITE = Color(1, 1, 1, 1)
# TextServer.OverrunBehavior to TextServer.TextOverrunFlag
OVERRUN_FLAGS = {0: 0, 1: 1, 2: 1 | 2, 3: 1 | 4, 4: 1 | 2 | 4, 5: 1 | 4 | 32, 6: 1 | 2 | 4 | 32}


class TextLine(RefCounted):
    """A line of text. It is shaped when it is first measured or drawn."""

    _own = (
        "_alignment", "_behaviour", "_ellipsis", "_fitted", "_flags", "_orientation",
        "_preserve_control", "_preserve_invalid", "_shaped", "_stops", "_width",
    )  # fmt: skip

    def __new__(cls, *args: Any, **kwargs: Any) -> TextLine:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: TextLine = super().__new__(cls)
        self._shaped = ShapedText()
        self._fitted = None
        return self

    _shaped: ShapedText
    _fitted: ShapedText | None
    _alignment: int = 0
    _behaviour: int = 3
    _flags: int = 3
    _orientation: int = 0
    _preserve_control: bool = False
    _preserve_invalid: bool = True
    _stops: tuple[float, ...] = ()
    _width: float = -1.0

    # Building ------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Takes everything out."""
        self._shaped.clear()
        self._fitted = None

    def duplicate(self) -> TextLine:
        """A line of the same text and settings."""
        twin = TextLine()
        twin.__dict__.update({k: v for k, v in self.__dict__.items() if k in TextLine._own})
        twin._shaped = ShapedText(self._shaped.direction)
        for span in self._shaped.spans:
            if span.fonts is not None:
                text = self._shaped.text[span.start : span.end]
                twin._shaped.add_text(text, span.fonts, span.size, span.language, span.meta)
        twin._fitted = None
        return twin

    def add_string(
        self, text: str, font: Font, font_size: int, language: str = "", meta: Any = None
    ) -> bool:
        """Adds text at the end."""
        self._fitted = None
        self._shaped.add_text(str(text), font._stack(), int(font_size), str(language), meta)
        return True

    def add_object(
        self,
        key: Any,
        size: Vector2,
        inline_align: int = 5,
        length: int = 1,
        baseline: float = 0.0,
    ) -> bool:
        """Adds an object at the end, such as a picture; False when the key is in use."""
        self._fitted = None
        return self._shaped.add_object(key, size.x, size.y, inline_align, length, baseline)

    def resize_object(
        self, key: Any, size: Vector2, inline_align: int = 5, baseline: float = 0.0
    ) -> bool:
        """Changes an object's size; False when there is none of that key."""
        self._fitted = None
        return self._shaped.resize_object(key, size.x, size.y, inline_align, baseline)

    def has_object(self, key: Any) -> bool:
        """Whether there is an object of that key."""
        return key in self._shaped.objects

    def set_bidi_override(self, override: Sequence[Any]) -> None:
        """Parts that keep their own direction; the text's own order is used here."""
        self._fitted = None

    def tab_align(self, tab_stops: Sequence[float]) -> None:
        """Where text goes on behind tabs, in pixels from the left."""
        self._stops = tuple(PackedFloat32Array(tab_stops))
        self._fitted = None

    # Settings ------------------------------------------------------------------------------------

    def set_direction(self, direction: int) -> None:
        """Which way the text runs: a `TextServer.DIRECTION_*`."""
        if self._shaped.direction != direction:
            self._shaped.direction = int(direction)
            self._shaped._reset()
            self._fitted = None

    def get_direction(self) -> TextServer.Direction:
        """Which way the text runs: a `TextServer.DIRECTION_*`."""
        return TextServer.Direction(self._shaped.direction)

    direction = accessors(get_direction, set_direction)

    def get_inferred_direction(self) -> TextServer.Direction:
        """Which way the text runs by its letters."""
        self._shaped.shape()
        return TextServer.DIRECTION_RTL if self._shaped.rtl else TextServer.DIRECTION_LTR

    def set_orientation(self, orientation: int) -> None:
        """Across or down; text is only drawn across here."""
        self._orientation = int(orientation)

    def get_orientation(self) -> TextServer.Orientation:
        """The value of `orientation`."""
        return TextServer.Orientation(self._orientation)

    orientation = accessors(get_orientation, set_orientation)

    def set_preserve_invalid(self, enabled: bool) -> None:
        """Whether characters that no font has show as boxes; they always do here."""
        self._preserve_invalid = bool(enabled)

    def get_preserve_invalid(self) -> bool:
        """The value of `preserve_invalid`."""
        return self._preserve_invalid

    preserve_invalid = accessors(get_preserve_invalid, set_preserve_invalid)

    def set_preserve_control(self, enabled: bool) -> None:
        """Whether control characters show as boxes; they never do here."""
        self._preserve_control = bool(enabled)

    def get_preserve_control(self) -> bool:
        """The value of `preserve_control`."""
        return self._preserve_control

    preserve_control = accessors(get_preserve_control, set_preserve_control)

    def set_width(self, width: float) -> None:
        """The width that it is aligned in and cut to; below 0 for none."""
        self._width = float(width)
        self._fitted = None

    def get_width(self) -> float:
        """The width that it is aligned in and cut to."""
        return self._width

    width = accessors(get_width, set_width)

    def set_horizontal_alignment(self, alignment: int) -> None:
        """Where it stands in its width: a `HORIZONTAL_ALIGNMENT_*`."""
        self._alignment = int(alignment)
        self._fitted = None

    def get_horizontal_alignment(self) -> int:
        """Where it stands in its width: a `HORIZONTAL_ALIGNMENT_*`."""
        return self._alignment

    alignment = accessors(get_horizontal_alignment, set_horizontal_alignment)

    def set_flags(self, flags: int) -> None:
        """How it is stretched to its width: a sum of `TextServer.JUSTIFICATION_*`."""
        self._flags = int(flags)
        self._fitted = None

    def get_flags(self) -> TextServer.JustificationFlag:
        """How it is stretched to its width: a sum of `TextServer.JUSTIFICATION_*`."""
        return TextServer.JustificationFlag(self._flags)

    flags = accessors(get_flags, set_flags)

    def set_text_overrun_behavior(self, overrun_behavior: int) -> None:
        """What becomes of text that is too wide: a `TextServer.OVERRUN_*`."""
        self._behaviour = int(overrun_behavior)
        self._fitted = None

    def get_text_overrun_behavior(self) -> TextServer.OverrunBehavior:
        """What becomes of text that is too wide: a `TextServer.OVERRUN_*`."""
        return TextServer.OverrunBehavior(self._behaviour)

    text_overrun_behavior = accessors(get_text_overrun_behavior, set_text_overrun_behavior)

    def set_ellipsis_char(self, char: str) -> None:
        """What stands where text was cut off."""
        self._shaped.ellipsis = str(char)[:1]
        self._fitted = None

    def get_ellipsis_char(self) -> str:
        """What stands where text was cut off."""
        return self._shaped.ellipsis

    ellipsis_char = accessors(get_ellipsis_char, set_ellipsis_char)

    # Measures ------------------------------------------------------------------------------------

    def _line(self) -> ShapedText:
        """The text with tabs, stretched or cut as the settings say."""
        if self._fitted is None:
            shaped = self._shaped.shape()
            if self._stops:
                _shaped_lines.tab_align(shaped, list(self._stops))
            self._fitted = shaped
            if self._width > 0.0:
                self._fit(shaped)
        return self._fitted

    def _fit(self, shaped: ShapedText) -> None:
        flags = OVERRUN_FLAGS[self._behaviour]
        if self._alignment == FILL:
            _shaped_lines.fit_to_width(shaped, self._width, self._flags)
        _shaped_lines.trim_to_width(shaped, self._width, flags)

    def get_objects(self) -> list[Any]:
        """Keys of the objects."""
        return list(self._shaped.objects)

    def get_object_rect(self, key: Any) -> Rect2:
        """Where an object is, from the line's top left."""
        box = self._line().object_box(key)
        if box is None:
            return Rect2()
        x, y, width, height = box
        return Rect2(x, y + self._shaped.get_ascent(), width, height)

    def get_size(self) -> Vector2:
        """Its size in whole pixels."""
        return Vector2(*self._line().get_size())

    def get_rid(self) -> RID:
        """Its handle."""
        return rid_with_id(self.get_instance_id())

    def get_line_ascent(self) -> float:
        """Pixels above the baseline."""
        return self._line().get_ascent()

    def get_line_descent(self) -> float:
        """Pixels below the baseline."""
        return self._line().get_descent()

    def get_line_width(self) -> float:
        """Its width in whole pixels."""
        return self._line().get_width()

    def get_line_underline_position(self) -> float:
        """Pixels from the baseline down to an underline's middle."""
        return self._shaped.underline()[0]

    def get_line_underline_thickness(self) -> float:
        """How thick an underline is, in pixels."""
        return self._shaped.underline()[1]

    # Drawing -------------------------------------------------------------------------------------

    def draw(
        self, canvas: Target, pos: Vector2, color: Color = _WHITE, oversampling: float = 0.0
    ) -> None:
        """Draws it into a canvas item; `pos` is its top left."""
        self._draw(canvas, pos, color, 0)

    def draw_outline(
        self,
        canvas: Target,
        pos: Vector2,
        outline_size: int = 1,
        color: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws its outline into a canvas item; `pos` is its top left."""
        self._draw(canvas, pos, color, outline_size)

    def _draw(self, canvas: Target, pos: Vector2, color: Color, outline: int) -> None:
        line = self._line()
        x = pos.x
        if self._width > 0.0 and self._alignment in (CENTER, RIGHT, FILL):
            x += _text_drawing.offset(line.get_width(), self._width, self._alignment, line.rtl)
        _text_drawing.draw_runs(canvas, line, x, pos.y + line.get_ascent(), color, outline)

    def hit_test(self, coords: float) -> int:
        """Before which character a caret lands that is put at a point, from the line's left."""
        return _shaped_carets.position_at(self._line(), coords)
