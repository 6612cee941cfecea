"""The settings of a `TextParagraph`, and its breaking into lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from engine.core._packed_numbers import PackedFloat32Array
from engine.core.accessors import accessors
from engine.core.rect2 import Rect2
from engine.core.ref_counted import RefCounted
from engine.gui._text_drawing import FILL
from engine.gui.text_line import OVERRUN_FLAGS
from engine.servers import _shaped_lines
from engine.servers._shaped_lines import line_breaks
from engine.servers._shaped_text import ShapedText
from engine.servers.text_server import TextServer

_SKIP_LAST = 32
_NOT_SINGLE = 128


class ParagraphSettings(RefCounted):
    """The base of `TextParagraph`."""

    _settings: ClassVar[tuple[str, ...]] = (
        "_alignment", "_behaviour", "_break_flags", "_ellipsis", "_justification", "_line_spacing",
        "_max_lines", "_orientation", "_preserve_control", "_preserve_invalid", "_punctuation",
        "_stops", "_width",
    )  # fmt: skip
    _own = (*_settings, "_beside", "_broken", "_dropcap", "_dropcap_margins", "_shaped")

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self: Self = super().__new__(cls)
        self._shaped = ShapedText()
        self._dropcap = ShapedText()
        self._dropcap_margins = Rect2()
        self._broken = None
        self._beside = 0
        return self

    _shaped: ShapedText
    _dropcap: ShapedText
    _dropcap_margins: Rect2
    _broken: list[ShapedText] | None
    _beside: int
    _alignment: int = 0
    _behaviour: int = 0
    _break_flags: int = 3
    _ellipsis: str = "\u2026"
    _justification: int = 163
    _line_spacing: float = 0.0
    _max_lines: int = -1
    _orientation: int = 0
    _preserve_control: bool = False
    _preserve_invalid: bool = True
    _punctuation: str = ""
    _stops: tuple[float, ...] = ()
    _width: float = -1.0

    def _changed(self) -> None:
        self._broken = None

    def _put(self, name: str, value: Any) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._broken = None

    # Lines ---------------------------------------------------------------------------------------

    def _lines(self) -> list[ShapedText]:
        if self._broken is None:
            self._broken = self._break()
        return self._broken

    def _visible(self) -> list[ShapedText]:
        lines = self._lines()
        return lines[: self._max_lines] if self._max_lines >= 0 else lines

    def _dropcap_width(self) -> float:
        if not self._dropcap.text:
            return 0.0
        margins = self._dropcap_margins
        return self._dropcap.get_width() + margins.position.x + margins.size.x

    def _break(self) -> list[ShapedText]:
        shaped = self._shaped.shape()
        if self._stops:
            _shaped_lines.tab_align(shaped, list(self._stops))
        lines: list[ShapedText] = []
        start = 0
        if self._dropcap.text:
            lines = self._lines_beside_dropcap()
            start = lines[-1].end if lines else 0
        self._beside = len(lines)
        if start < shaped.end or not lines:
            for first, end in line_breaks(shaped, self._width, start, self._break_flags):
                lines.append(shaped.substr(first, end))
        self._fit(lines)
        return lines

    def _lines_beside_dropcap(self) -> list[ShapedText]:
        indent = self._dropcap_width()
        margins = self._dropcap_margins
        height = self._dropcap.get_size()[1] + margins.position.y + margins.size.y
        found: list[ShapedText] = []
        used = 0.0
        width = self._width - indent if self._width > 0.0 else self._width
        for first, end in line_breaks(self._shaped, width, 0, self._break_flags):
            line = self._shaped.substr(first, end)
            used += line.get_size()[1]
            if used > height and found:
                break
            found.append(line)
        return found

    def _fit(self, lines: list[ShapedText]) -> None:
        if self._width <= 0.0:
            return
        flags = OVERRUN_FLAGS[self._behaviour]
        count = len(lines)
        limit = self._max_lines if 0 <= self._max_lines < count else count
        if self._alignment == FILL:
            last = count - 1 if self._justification & _SKIP_LAST else count
            if count == 1 and self._justification & _NOT_SINGLE:
                last = 1
            for line in lines[:last]:
                _shaped_lines.fit_to_width(line, self._width, self._justification)
        for number, line in enumerate(lines):
            cut = number == limit - 1 and limit < count and flags & _shaped_lines.ADD_ELLIPSIS
            more = _shaped_lines.ENFORCE_ELLIPSIS if cut else 0
            if flags:
                line.ellipsis = self._ellipsis
                _shaped_lines.trim_to_width(line, self._width, flags | more)

    # Settings ------------------------------------------------------------------------------------

    def set_direction(self, direction: int) -> None:
        """Which way the text runs: a `TextServer.DIRECTION_*`."""
        if self._shaped.direction != direction:
            self._shaped.direction = int(direction)
            self._shaped._reset()
            self._changed()

    def get_direction(self) -> TextServer.Direction:
        """Which way the text runs: a `TextServer.DIRECTION_*`."""
        return TextServer.Direction(self._shaped.direction)

    direction = accessors(get_direction, set_direction)

    def get_inferred_direction(self) -> TextServer.Direction:
        """Which way the text runs by its letters."""
        self._shaped.shape()
        return TextServer.DIRECTION_RTL if self._shaped.rtl else TextServer.DIRECTION_LTR

    def set_custom_punctuation(self, custom_punctuation: str) -> None:
        """Characters that end words; kept, without effect here."""
        self._put("_punctuation", str(custom_punctuation))

    def get_custom_punctuation(self) -> str:
        """The value of `custom_punctuation`."""
        return self._punctuation

    custom_punctuation = accessors(get_custom_punctuation, set_custom_punctuation)

    def set_orientation(self, orientation: int) -> None:
        """Across or down; text is only drawn across here."""
        self._put("_orientation", int(orientation))

    def get_orientation(self) -> TextServer.Orientation:
        """The value of `orientation`."""
        return TextServer.Orientation(self._orientation)

    orientation = accessors(get_orientation, set_orientation)

    def set_preserve_invalid(self, enabled: bool) -> None:
        """Whether characters that no font has show as boxes; they always do here."""
        self._put("_preserve_invalid", bool(enabled))

    def get_preserve_invalid(self) -> bool:
        """The value of `preserve_invalid`."""
        return self._preserve_invalid

    preserve_invalid = accessors(get_preserve_invalid, set_preserve_invalid)

    def set_preserve_control(self, enabled: bool) -> None:
        """Whether control characters show as boxes; they never do here."""
        self._put("_preserve_control", bool(enabled))

    def get_preserve_control(self) -> bool:
        """The value of `preserve_control`."""
        return self._preserve_control

    preserve_control = accessors(get_preserve_control, set_preserve_control)

    def set_bidi_override(self, override: Sequence[Any]) -> None:
        """Parts that keep their own direction; the text's own order is used here."""
        self._changed()

    def set_alignment(self, alignment: int) -> None:
        """Where lines stand in the width: a `HORIZONTAL_ALIGNMENT_*`."""
        self._put("_alignment", int(alignment))

    def get_alignment(self) -> int:
        """Where lines stand in the width: a `HORIZONTAL_ALIGNMENT_*`."""
        return self._alignment

    alignment = accessors(get_alignment, set_alignment)

    def tab_align(self, tab_stops: Sequence[float]) -> None:
        """Where text goes on behind tabs, in pixels from the left."""
        self._put("_stops", tuple(PackedFloat32Array(tab_stops)))

    def set_break_flags(self, flags: int) -> None:
        """Where lines may break: a sum of `TextServer.BREAK_*`."""
        self._put("_break_flags", int(flags))

    def get_break_flags(self) -> TextServer.LineBreakFlag:
        """Where lines may break: a sum of `TextServer.BREAK_*`."""
        return TextServer.LineBreakFlag(self._break_flags)

    break_flags = accessors(get_break_flags, set_break_flags)

    def set_justification_flags(self, flags: int) -> None:
        """How lines are stretched to the width: a sum of `TextServer.JUSTIFICATION_*`."""
        self._put("_justification", int(flags))

    def get_justification_flags(self) -> TextServer.JustificationFlag:
        """How lines are stretched to the width: a sum of `TextServer.JUSTIFICATION_*`."""
        return TextServer.JustificationFlag(self._justification)

    justification_flags = accessors(get_justification_flags, set_justification_flags)

    def set_text_overrun_behavior(self, overrun_behavior: int) -> None:
        """What becomes of text that is too wide: a `TextServer.OVERRUN_*`."""
        self._put("_behaviour", int(overrun_behavior))

    def get_text_overrun_behavior(self) -> TextServer.OverrunBehavior:
        """What becomes of text that is too wide: a `TextServer.OVERRUN_*`."""
        return TextServer.OverrunBehavior(self._behaviour)

    text_overrun_behavior = accessors(get_text_overrun_behavior, set_text_overrun_behavior)

    def set_ellipsis_char(self, char: str) -> None:
        """What stands where text was cut off."""
        self._put("_ellipsis", str(char)[:1])

    def get_ellipsis_char(self) -> str:
        """What stands where text was cut off."""
        return self._ellipsis

    ellipsis_char = accessors(get_ellipsis_char, set_ellipsis_char)

    def set_width(self, width: float) -> None:
        """The width that lines are broken at; 0 or less for none."""
        self._put("_width", float(width))

    def get_width(self) -> float:
        """The width that lines are broken at."""
        return self._width

    width = accessors(get_width, set_width)

    def set_max_lines_visible(self, max_lines_visible: int) -> None:
        """How many lines are measured and drawn at most; -1 for all."""
        self._put("_max_lines", int(max_lines_visible))

    def get_max_lines_visible(self) -> int:
        """How many lines are measured and drawn at most."""
        return self._max_lines

    max_lines_visible = accessors(get_max_lines_visible, set_max_lines_visible)

    def set_line_spacing(self, line_spacing: float) -> None:
        """Pixels between lines."""
        self._put("_line_spacing", float(line_spacing))

    def get_line_spacing(self) -> float:
        """Pixels between lines."""
        return self._line_spacing

    line_spacing = accessors(get_line_spacing, set_line_spacing)
