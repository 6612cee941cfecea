"""The frame of an embedded window: its border, its title and the cross that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.gui.text_line import TextLine
from engine.servers.canvas import RECT, WHITE, Drawing, rid_of
from engine.servers.rendering_server import RenderingServer

if TYPE_CHECKING:
    from engine.scene.window import Window

_BORDERLESS = 1


def close_rect(window: Window) -> Rect2:
    """Where the cross lies that closes a window."""
    place, size = window.position, window.size
    across = window.get_theme_constant("close_h_offset")
    down = window.get_theme_constant("close_v_offset")
    icon = window.get_theme_icon("close")
    return Rect2(Vector2(place.x + size.x - across, place.y - down), icon.get_size())


def record(drawing: Drawing, window: Window, focused: bool, close_pressed: bool) -> None:
    """Draws what lies below the contents of a window, in its embedder's coordinates."""
    before = list(drawing)
    drawing.clear()
    if not window.get_flag(_BORDERLESS):
        _record_frame(drawing, window, focused, close_pressed)
    if not window.transparent_bg:
        place, size = window.position, window.size
        color = tuple(RenderingServer.get_default_clear_color())
        drawing.append((RECT, float(place.x), float(place.y), float(size.x), float(size.y), color))
    if drawing != before:
        drawing.version += 1


def _record_frame(drawing: Drawing, window: Window, focused: bool, close_pressed: bool) -> None:
    rect = Rect2(Vector2(window.position), Vector2(window.size))
    panel = window.get_theme_stylebox("embedded_border" if focused else "embedded_unfocused_border")
    panel._draw_into(drawing, rect)
    _record_title(drawing, window, rect, panel.get_minimum_size().x)
    icon = window.get_theme_icon("close_pressed" if close_pressed else "close")
    cross = close_rect(window).position
    icon._draw_at(drawing, cross.x, cross.y, WHITE)


def _record_title(drawing: Drawing, window: Window, rect: Rect2, margins: float) -> None:
    title = window.atr(window.title)
    if not title:
        return
    line = TextLine()
    line.add_string(
        title, window.get_theme_font("title_font"), window.get_theme_font_size("title_font_size")
    )
    line.width = rect.size.x - margins - window.get_theme_constant("close_h_offset")
    size = line.get_size()
    x = int((rect.size.x - size.x) / 2)
    y = int((-window.get_theme_constant("title_height") - size.y) / 2)
    place = rect.position + Vector2(x, y)
    outline = window.get_theme_constant("title_outline_size")
    color = window.get_theme_color("title_outline_modulate")
    if outline > 0 and color.a > 0.0:
        line.draw_outline(rid_of(drawing), place, outline, color)
    line.draw(rid_of(drawing), place, window.get_theme_color("title_color"))
