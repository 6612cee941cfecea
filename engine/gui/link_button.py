"""`LinkButton`: a text that is clicked, with a line below it."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.color import Color
from engine.core.os import OS
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui._written_text import StructuredText
from engine.gui.base_button import BaseButton
from engine.gui.text_line import TextLine
from engine.servers.text_server import TextServer

_STATES = ("normal", "pressed", "hover", "disabled", "hover_pressed")
_INHERITED = 3


class LinkButton(StructuredText, BaseButton):
    """A text like a link. With a `uri` a click opens it."""

    class UnderlineMode(IntEnum):
        """When the text is underlined."""

        UNDERLINE_MODE_ALWAYS = 0
        UNDERLINE_MODE_ON_HOVER = 1
        UNDERLINE_MODE_NEVER = 2

    UNDERLINE_MODE_ALWAYS = UnderlineMode.UNDERLINE_MODE_ALWAYS
    UNDERLINE_MODE_ON_HOVER = UnderlineMode.UNDERLINE_MODE_ON_HOVER
    UNDERLINE_MODE_NEVER = UnderlineMode.UNDERLINE_MODE_NEVER

    _stored: ClassVar[tuple[str, ...]] = (
        "text",
        "underline",
        "uri",
        "text_overrun_behavior",
        "ellipsis_char",
        "text_direction",
        "language",
        "structured_text_bidi_override",
        "structured_text_bidi_override_options",
    )
    _own: ClassVar[tuple[str, ...]] = (
        "_ellipsis",
        "_text_line",
        "_overrun",
        "_shown",
        "_text",
        "_underline",
        "_uri",
    )
    _text: str = ""
    _shown: str = ""
    _text_line: TextLine | None = None
    _underline: int = 0
    _uri: str = ""
    _overrun: int = 0
    _ellipsis: str = "…"

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._focus_mode = 3
        self._cursor_shape = 2
        return self

    def __init__(self, text: str = "") -> None:
        super().__init__()
        if text:
            self.set_text(text)

    # Text ----------------------------------------------------------------------------------------

    def _shape_again(self) -> None:
        self._text_line = None
        self.update_minimum_size()
        self.queue_redraw()

    def _shaped(self) -> TextLine:
        if self._text_line is None:
            line = self._text_line = TextLine()
            direction = self._text_direction
            if direction == _INHERITED:
                direction = 2 if self.is_layout_rtl() else 1
            line.set_direction(direction)
            font, size = self.get_theme_font("font"), self.get_theme_font_size("font_size")
            line.add_string(self._shown, font, size, self._language)
            line.set_text_overrun_behavior(self._overrun)
            line.set_ellipsis_char(self._ellipsis)
        return self._text_line

    def get_minimum_size(self) -> Vector2:
        """The size of the text."""
        size = self._shaped().get_size()
        return Vector2(0.0, size.y) if self._overrun else size

    def _engine_pressed(self) -> None:
        if self._uri:
            OS.shell_open(self._uri)

    def _engine_notification(self, what: int) -> None:
        super()._engine_notification(what)
        if what == self.NOTIFICATION_DRAW:
            self._draw_all()
        elif what == self.NOTIFICATION_TRANSLATION_CHANGED:
            self._shown = self.atr(self._text)
            self._shape_again()
        elif what in (self.NOTIFICATION_THEME_CHANGED, self.NOTIFICATION_LAYOUT_DIRECTION_CHANGED):
            self._shape_again()
        elif what == self.NOTIFICATION_RESIZED and self._overrun:
            self._text_line = None
            self.queue_redraw()

    def _draw_all(self) -> None:
        line = self._shaped()
        if self._overrun:
            line.set_width(self._w)
        state = _STATES[self.get_draw_mode()]
        focused = self.has_focus(True)
        if focused:
            style = self.get_theme_stylebox("focus")
            style.draw(self.get_canvas_item(), Rect2(0.0, 0.0, self._w, self._h))
        place = Vector2(self._w - line.get_size().x if self.is_layout_rtl() else 0.0, 0.0)
        outline = self.get_theme_constant("outline_size")
        outline_color = self.get_theme_color("font_outline_color")
        if outline > 0 and outline_color.a > 0.0:
            line.draw_outline(self.get_canvas_item(), place, outline, outline_color)
        color = self._color_of(state, focused)
        line.draw(self.get_canvas_item(), place, color)
        if self._underline == 0 or (self._underline == 1 and state != "normal"):
            self._draw_underline(line, place, color)

    def _color_of(self, state: str, focused: bool) -> Color:
        if state == "normal":
            return self.get_theme_color("font_focus_color" if focused else "font_color")
        name = f"font_{state}_color"
        if state == "pressed" and not self.has_theme_color(name):
            name = "font_color"
        return self.get_theme_color(name)

    def _draw_underline(self, line: TextLine, place: Vector2, color: Color) -> None:
        spacing = self.get_theme_constant("underline_spacing")
        y = int(line.get_line_ascent() + line.get_line_underline_position() + spacing)
        end = Vector2(place.x + line.get_size().x, y)
        thick = max(1.0, line.get_line_underline_thickness())
        self.draw_line(Vector2(place.x, y), end, color, thick)

    # Properties ----------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Sets the text."""
        if text != self._text:
            self._text = str(text)
            self._shown = self.atr(self._text)
            self._shape_again()

    def get_text(self) -> str:
        """The text."""
        return self._text

    text = accessors(get_text, set_text)

    def set_underline_mode(self, underline_mode: int) -> None:
        """Sets when the text is underlined: an `UNDERLINE_MODE_*`."""
        self._underline = int(underline_mode)
        self.queue_redraw()

    def get_underline_mode(self) -> LinkButton.UnderlineMode:
        """When the text is underlined."""
        return LinkButton.UnderlineMode(self._underline)

    underline = accessors(get_underline_mode, set_underline_mode)

    def set_uri(self, uri: str) -> None:
        """Sets what a click opens."""
        self._uri = str(uri)

    def get_uri(self) -> str:
        """What a click opens."""
        return self._uri

    uri = accessors(get_uri, set_uri)

    def set_text_overrun_behavior(self, overrun_behavior: int) -> None:
        """Sets how text is shortened that has no room: a `TextServer.OVERRUN_*`."""
        if overrun_behavior != self._overrun:
            self._overrun = int(overrun_behavior)
            self._shape_again()

    def get_text_overrun_behavior(self) -> TextServer.OverrunBehavior:
        """How text is shortened that has no room."""
        return TextServer.OverrunBehavior(self._overrun)

    text_overrun_behavior = accessors(get_text_overrun_behavior, set_text_overrun_behavior)

    def set_ellipsis_char(self, char: str) -> None:
        """Sets the character that stands for what was left out."""
        if len(char) > 1:
            output.warning(
                f"Ellipsis must be exactly one character long ({len(char)} characters given)."
            )
        self._ellipsis = str(char)[:1]
        self._shape_again()

    def get_ellipsis_char(self) -> str:
        """The character that stands for what was left out."""
        return self._ellipsis

    ellipsis_char = accessors(get_ellipsis_char, set_ellipsis_char)
