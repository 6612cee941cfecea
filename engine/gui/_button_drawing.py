"""How a `Button` is drawn: its box, the icon, and the text in the room that is left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.core.color import Color
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.gui.button import Button
    from engine.gui.texture_2d import Texture2D

_LEFT, _CENTER, _RIGHT, _FILL = range(4)
_TOP, _BOTTOM = 0, 2
_STATES = ("normal", "pressed", "hover", "disabled", "hover_pressed")
_WHITE = Color(1.0, 1.0, 1.0, 1.0)


def draw(button: Button) -> None:
    """Draws all of a button."""
    whole = Rect2(0.0, 0.0, button._w, button._h)
    style = button._current_style()
    if not button._flat:
        style.draw(button.get_canvas_item(), whole)
    if button.has_focus(True):
        button.get_theme_stylebox("focus").draw(button.get_canvas_item(), whole)
    icon = button._shown_icon()
    if icon is None and not button._shown:
        return
    place = _Room(button)
    if icon is not None:
        _draw_icon(button, icon, place)
    if button._shown:
        _draw_text(button, place)


class _Room:
    """The room inside a button's box: all of it, and what is left for the text.

    Attributes:
        left: where it begins.
        top: where it begins.
        width: how wide it is.
        height: how high it is.
        rest_width: what is left of the width beside the icon.
        rest_height: what is left of the height below or above the icon.
        align: which side the text stands on.
        icon_align: which side the icon stands on.
        gap: between icon and text.
    """

    __slots__ = (
        "align",
        "gap",
        "height",
        "icon_align",
        "left",
        "rest_height",
        "rest_width",
        "top",
        "width",
    )

    def __init__(self, button: Button) -> None:
        style = button._current_style()
        self.gap = max(0, button.get_theme_constant("h_separation"))
        left, right = (
            margin + self.gap if margin > 0.0 else margin for margin in button._inner_margins()
        )
        self.left = style.get_margin(0) + left
        self.top = style.get_margin(1)
        self.width = self.rest_width = button._w - self.left - style.get_margin(2) - right
        self.height = self.rest_height = button._h - self.top - style.get_margin(3)
        self.align, self.icon_align = button._alignment, button._icon_align
        if button.is_layout_rtl():
            self.align = {_LEFT: _RIGHT, _RIGHT: _LEFT}.get(self.align, self.align)
            self.icon_align = {_LEFT: _RIGHT, _RIGHT: _LEFT}.get(self.icon_align, self.icon_align)


def _state(button: Button) -> str:
    state = _STATES[button.get_draw_mode()]
    return "focus" if state == "normal" and button.has_focus(True) else state


def _font_color(button: Button) -> Color:
    state = _state(button)
    if state == "normal":
        return button.get_theme_color("font_color")
    name = f"font_{state}_color"
    if state == "pressed" and not button.has_theme_color(name):
        name = "font_color"
    return button.get_theme_color(name)


def _icon_color(button: Button) -> Color:
    state = _state(button)
    name = f"icon_{state}_color"
    if button.has_theme_color(name):
        return button.get_theme_color(name)
    return Color(1.0, 1.0, 1.0, 0.4) if state == "disabled" else _WHITE


def _icon_size(button: Button, icon: Texture2D, room: _Room) -> tuple[float, float]:
    size = icon.get_size()
    if button._expand_icon:
        text = button._shaped().get_size()
        width, height = room.width, room.height
        if not button._is_text_cut() and room.icon_align != _CENTER and text.x > 0.0:
            width -= text.x + room.gap
        if button._icon_valign != _CENTER:
            height -= text.y
        across, down = height * size.x / size.y, height
        if across > width:
            across, down = width, size.y * width / size.x
        size = Vector2(across, down)
    width, height = button._fit_icon(size)
    return float(math.floor(width + 0.5)), float(math.floor(height + 0.5))


def _draw_icon(button: Button, icon: Texture2D, room: _Room) -> None:
    width, height = _icon_size(button, icon, room)
    x, y = room.left, room.top
    if room.icon_align == _CENTER:
        x += (room.width - width) / 2.0
    elif room.icon_align == _RIGHT:
        x += room.width - width
    if button._icon_valign == _CENTER:
        y += (room.height - height) / 2.0
    elif button._icon_valign == _BOTTOM:
        y += room.height - height
    if width > 0.0:
        place = Rect2(math.floor(x), math.floor(y), width, height)
        button.draw_texture_rect(icon, place, False, _icon_color(button))
    if button._shown:
        if room.icon_align != _CENTER:
            room.rest_width -= width + room.gap
        if button._icon_valign != _CENTER:
            room.rest_height -= height


def _draw_text(button: Button, room: _Room) -> None:
    shaped = button._shaped()
    shaped.set_alignment(room.align)
    width = float(math.ceil(max(1.0, room.rest_width)))
    if button._autowrap and width != shaped.get_width():
        button.update_minimum_size()
    shaped.set_width(width)
    x, y = room.left, room.top
    if room.align == _CENTER:
        x += (room.rest_width - width) / 2.0
    if room.icon_align == _LEFT:
        x += room.width - room.rest_width
    y += (room.rest_height - shaped.get_size().y) / 2.0
    if button._icon_valign == _TOP:
        y += room.height - room.rest_height
    item, place = button.get_canvas_item(), Vector2(x, y)
    outline = button.get_theme_constant("outline_size")
    if outline > 0:
        color = button.get_theme_color("font_outline_color")
        if color.a > 0.0:
            shaped.draw_outline(item, place, outline, color)
    shaped.draw(item, place, _font_color(button))
