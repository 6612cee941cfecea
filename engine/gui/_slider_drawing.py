"""Drawing of sliders: the line, its part up to the grabber, ticks and the grabber."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2

if TYPE_CHECKING:
    from engine.gui.slider import Slider
    from engine.gui.texture_2d import Texture2D


def draw(slider: Slider) -> None:
    """Draws a slider."""
    highlighted = slider._editable and (slider._mouse_inside or slider.has_focus())
    if not slider._editable:
        icon = "grabber_disabled"
    else:
        icon = "grabber_highlight" if highlighted else "grabber"
    grabber = slider.get_theme_icon(icon)
    done = "grabber_area_highlight" if highlighted else "grabber_area"
    if slider._vertical:
        _draw_vertical(slider, grabber, done)
    else:
        _draw_horizontal(slider, grabber, done)


def _draw_horizontal(slider: Slider, grabber: Texture2D, done: str) -> None:
    width, height = math.floor(slider._w), math.floor(slider._h)
    style = slider.get_theme_stylebox("slider")
    thick = int(style.get_minimum_size().y)
    centered = slider.get_theme_constant("center_grabber")
    space = width - (0 if centered else grabber.get_width())
    shift = grabber.get_width() // 2 if centered else 0
    rtl = slider.is_layout_rtl()
    ratio = 1.0 - slider.get_as_ratio() if rtl else slider.get_as_ratio()
    top = int((height - thick) / 2)
    slider.draw_style_box(style, Rect2(0, top, width, thick))
    end = int(space * ratio + grabber.get_width() / 2 - shift)
    area = Rect2(end, top, width - end, thick) if rtl else Rect2(0, top, end, thick)
    slider.draw_style_box(slider.get_theme_stylebox(done), area)
    _draw_ticks(slider, grabber, space, shift, thick)
    offset = slider.get_theme_constant("grabber_offset")
    at = Vector2(ratio * space - shift, height // 2 - grabber.get_height() // 2 + offset)
    slider.draw_texture(grabber, at.floor())


def _draw_vertical(slider: Slider, grabber: Texture2D, done: str) -> None:
    width, height = math.floor(slider._w), math.floor(slider._h)
    style = slider.get_theme_stylebox("slider")
    thick = int(style.get_minimum_size().x)
    centered = slider.get_theme_constant("center_grabber")
    tall = grabber.get_height()
    space = height - (0 if centered else tall)
    shift = tall // 2 if centered else 0
    ratio = slider.get_as_ratio()
    left = width // 2 - thick // 2
    slider.draw_style_box(style, Rect2(left, 0, thick, height))
    top = math.floor(height - space * ratio - tall // 2 + shift + 0.5)
    filled = math.floor(space * ratio + tall // 2 - shift + 0.5)
    area = Rect2((width - thick) // 2, top, thick, filled)
    slider.draw_style_box(slider.get_theme_stylebox(done), area)
    _draw_ticks(slider, grabber, space, shift, thick)
    offset = slider.get_theme_constant("grabber_offset")
    at = Vector2(width // 2 - grabber.get_width() // 2 + offset, height - ratio * space - tall)
    slider.draw_texture(grabber, (at + Vector2(0, shift)).floor())


def _draw_ticks(slider: Slider, grabber: Texture2D, space: float, shift: int, thick: int) -> None:
    ticks = slider._ticks
    if ticks <= 1:
        return
    tick = slider.get_theme_icon("tick")
    vertical = slider._vertical
    length = tick.get_height() if vertical else tick.get_width()
    middle = (grabber.get_height() if vertical else grabber.get_width()) // 2 - length // 2
    for index in range(ticks):
        if slider._ticks_on_borders or 0 < index < ticks - 1:
            along = int(index * space / (ticks - 1)) + middle - shift
            for across in _tick_places(slider, tick, thick):
                at = Vector2(across, along) if vertical else Vector2(along, across)
                slider.draw_texture(tick, at)


def _tick_places(slider: Slider, tick: Texture2D, thick: int) -> list[int]:
    """Where ticks lie across the line."""
    across = math.floor(slider._w if slider._vertical else slider._h)
    size = tick.get_width() if slider._vertical else tick.get_height()
    offset = slider.get_theme_constant("tick_offset")
    behind = thick + (across - thick) // 2 + offset
    before = (across - thick) // 2 - size - offset
    position = slider._ticks_position
    if position == slider.TICK_POSITION_CENTER:
        return [across // 2 - size // 2 + offset]
    if position == slider.TICK_POSITION_BOTH:
        return [behind, before]
    return [behind if position == slider.TICK_POSITION_BOTTOM_RIGHT else before]
