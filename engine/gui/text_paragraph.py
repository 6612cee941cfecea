"""`TextParagraph`: a text with its fonts, broken into lines, measured, aligned and drawn."""

from __future__ import annotations

from typing import Any

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.rid import RID, rid_with_id
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui import _text_drawing
from engine.gui._text_drawing import FILL, Target
from engine.gui._text_paragraph_settings import ParagraphSettings
from engine.gui.font import Font
from engine.servers import _shaped_carets
from engine.servers._shaped_text import ShapedText

_WHITE = Color(1, 1, 1, 1)


class TextParagraph(ParagraphSettings):
    """A paragraph of text, with an optional large first letter (`set_dropcap`).

    It is shaped and broken into lines when it is first measured or drawn.
    """

    # Building ------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Takes everything out."""
        self._shaped.clear()
        self._dropcap.clear()
        self._changed()

    def duplicate(self) -> TextParagraph:
        """A paragraph of the same text and settings."""
        twin = TextParagraph()
        twin.__dict__.update({k: v for k, v in self.__dict__.items() if k in self._settings})
        twin._shaped = ShapedText(self._shaped.direction)
        for span in self._shaped.spans:
            if span.fonts is not None:
                text = self._shaped.text[span.start : span.end]
                twin._shaped.add_text(text, span.fonts, span.size, span.language, span.meta)
        return twin

    def set_dropcap(
        self,
        text: str,
        font: Font,
        font_size: int,
        dropcap_margins: Rect2 = Rect2(0, 0, 0, 0),  # noqa: B008 -- it cannot be changed
        language: str = "",
    ) -> bool:
        """Sets a large first letter that lines go around."""
        self._dropcap.clear()
        self._dropcap.add_text(str(text), font._stack(), int(font_size), str(language))
        self._dropcap_margins = dropcap_margins
        self._changed()
        return True

    def clear_dropcap(self) -> None:
        """Takes the large first letter away."""
        self._dropcap.clear()
        self._dropcap_margins = Rect2()
        self._changed()

    def add_string(
        self, text: str, font: Font, font_size: int, language: str = "", meta: Any = None
    ) -> bool:
        """Adds text at the end."""
        self._shaped.add_text(str(text), font._stack(), int(font_size), str(language), meta)
        self._changed()
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
        self._changed()
        return self._shaped.add_object(key, size.x, size.y, inline_align, length, baseline)

    def resize_object(
        self, key: Any, size: Vector2, inline_align: int = 5, baseline: float = 0.0
    ) -> bool:
        """Changes an object's size; False when there is none of that key."""
        self._changed()
        return self._shaped.resize_object(key, size.x, size.y, inline_align, baseline)

    def has_object(self, key: Any) -> bool:
        """Whether there is an object of that key."""
        return key in self._shaped.objects

    # Measures ------------------------------------------------------------------------------------

    def get_non_wrapped_size(self) -> Vector2:
        """Its size in one line, in whole pixels."""
        return Vector2(*self._shaped.get_size())

    def get_size(self) -> Vector2:
        """Its size in whole pixels."""
        lines = self._visible()
        sizes = [line.get_size() for line in lines]
        width = max((width for width, _ in sizes), default=0.0)
        height = sum(height for _, height in sizes)
        return Vector2(width, height + self._line_spacing * max(len(lines) - 1, 0))

    def get_rid(self) -> RID:
        """Its handle."""
        return rid_with_id(self.get_instance_id())

    def get_line_rid(self, line: int) -> RID:
        """A line's handle."""
        return rid_with_id(id(self._at(line))) if self._has(line) else RID()

    def get_dropcap_rid(self) -> RID:
        """The large first letter's handle."""
        return rid_with_id(id(self._dropcap))

    def get_range(self) -> Vector2i:
        """First character and end of the text."""
        return Vector2i(self._shaped.start, self._shaped.end)

    def get_line_count(self) -> int:
        """How many lines it has."""
        return len(self._lines())

    def _has(self, line: int) -> bool:
        return 0 <= line < len(self._lines())

    def _at(self, line: int) -> ShapedText:
        lines = self._lines()
        return lines[line] if 0 <= line < len(lines) else ShapedText()

    def get_line_objects(self, line: int) -> list[Any]:
        """Keys of the objects in a line."""
        return list(self._at(line).objects)

    def get_line_object_rect(self, line: int, key: Any) -> Rect2:
        """Where an object is, from the paragraph's top left."""
        found = self._at(line)
        box = found.object_box(key)
        if box is None:
            return Rect2()
        x, y, width, height = box
        lines = self._lines()
        top = sum(one.get_size()[1] + self._line_spacing for one in lines[:line])
        left = self._dropcap_width() if line < self.get_dropcap_lines() else 0.0
        return Rect2(left + x, top + y + found.get_ascent(), width, height)

    def get_line_size(self, line: int) -> Vector2:
        """A line's size in whole pixels."""
        return Vector2(*self._at(line).get_size())

    def get_line_range(self, line: int) -> Vector2i:
        """First character and end of a line."""
        found = self._at(line)
        return Vector2i(found.start, found.end)

    def get_line_ascent(self, line: int) -> float:
        """Pixels above a line's baseline."""
        return self._at(line).get_ascent()

    def get_line_descent(self, line: int) -> float:
        """Pixels below a line's baseline."""
        return self._at(line).get_descent()

    def get_line_width(self, line: int) -> float:
        """A line's width in whole pixels."""
        return self._at(line).get_width()

    def get_line_underline_position(self, line: int) -> float:
        """Pixels from a line's baseline down to an underline's middle."""
        return self._at(line).underline()[0]

    def get_line_underline_thickness(self, line: int) -> float:
        """How thick a line's underline is, in pixels."""
        return self._at(line).underline()[1]

    def get_dropcap_size(self) -> Vector2:
        """Size of the large first letter with its margins."""
        width, height = self._dropcap.get_size()
        margins = self._dropcap_margins
        return Vector2(
            width + margins.position.x + margins.size.x,
            height + margins.position.y + margins.size.y,
        )

    def get_dropcap_lines(self) -> int:
        """How many lines stand beside the large first letter."""
        self._lines()
        return self._beside

    # Drawing -------------------------------------------------------------------------------------

    def draw(
        self,
        canvas: Target,
        pos: Vector2,
        color: Color = _WHITE,
        dc_color: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws it into a canvas item; `pos` is its top left."""
        self.draw_dropcap(canvas, pos, dc_color)
        self._draw_lines(canvas, pos, color, 0)

    def draw_outline(
        self,
        canvas: Target,
        pos: Vector2,
        outline_size: int = 1,
        color: Color = _WHITE,
        dc_color: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws its outline into a canvas item; `pos` is its top left."""
        self.draw_dropcap_outline(canvas, pos, outline_size, dc_color)
        self._draw_lines(canvas, pos, color, outline_size)

    def _draw_lines(self, canvas: Target, pos: Vector2, color: Color, outline: int) -> None:
        y = pos.y
        for number, line in enumerate(self._visible()):
            x = pos.x + self._line_offset(number, line)
            baseline = y + line.get_ascent()
            _text_drawing.draw_runs(canvas, line, x, baseline, color, outline)
            y += line.get_size()[1] + self._line_spacing

    def _line_offset(self, number: int, line: ShapedText) -> float:
        indent = self._dropcap_width() if number < self._beside else 0.0
        width = self._width - indent if self._width > 0.0 else self._width
        alignment = self._alignment
        if alignment == FILL and number == len(self._lines()) - 1 and not line.rtl:
            alignment = 0
        left = 0.0 if line.rtl else indent
        return left + _text_drawing.offset(line.get_width(), width, alignment, line.rtl)

    def draw_line(
        self,
        canvas: Target,
        pos: Vector2,
        line: int,
        color: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws one line into a canvas item; `pos` is its top left."""
        self.draw_line_outline(canvas, pos, line, 0, color)

    def draw_line_outline(
        self,
        canvas: Target,
        pos: Vector2,
        line: int,
        outline_size: int = 1,
        color: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws the outline of one line into a canvas item; `pos` is its top left."""
        if self._has(line):
            found = self._at(line)
            y = pos.y + found.get_ascent()
            _text_drawing.draw_runs(canvas, found, pos.x, y, color, outline_size)

    def draw_dropcap(
        self, canvas: Target, pos: Vector2, color: Color = _WHITE, oversampling: float = 0.0
    ) -> None:
        """Draws the large first letter into a canvas item; `pos` is the paragraph's top left."""
        self.draw_dropcap_outline(canvas, pos, 0, color)

    def draw_dropcap_outline(
        self,
        canvas: Target,
        pos: Vector2,
        outline_size: int = 1,
        color: Color = _WHITE,
        oversampling: float = 0.0,
    ) -> None:
        """Draws the large first letter's outline into a canvas item."""
        if self._beside and self._dropcap.text:
            x = pos.x + self._dropcap_margins.position.x
            y = pos.y + self._dropcap.get_ascent() + self._dropcap_margins.position.y
            _text_drawing.draw_runs(canvas, self._dropcap, x, y, color, outline_size)

    def hit_test(self, coords: Vector2) -> int:
        """Before which character a caret lands that is put at a point, from the top left."""
        lines = self._lines()
        y = 0.0
        if coords.y < 0.0:
            return 0
        for number, line in enumerate(lines):
            height = line.get_size()[1]
            if y <= coords.y <= y + height:
                x = coords.x - self._line_offset(number, line)
                return _shaped_carets.position_at(line, x)
            y += height + self._line_spacing
        return self._shaped.end
