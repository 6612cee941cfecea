"""Text into canvas items: lines at their places, as TEXT commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from engine.core.color import Color
from engine.core.rid import RID
from engine.core.vector2 import Vector2
from engine.servers import canvas
from engine.servers._shaped_lines import TRIM, fit_to_width, line_breaks, trim_to_width
from engine.servers._shaped_text import ShapedText

Target: TypeAlias = Any  # RID of a canvas item, a canvas item, or a Drawing
LEFT, CENTER, RIGHT, FILL = 0, 1, 2, 3


class Style(NamedTuple):
    """How lines are placed: `HORIZONTAL_ALIGNMENT_*`, width and `JUSTIFICATION_*`."""

    alignment: int = LEFT
    width: float = -1.0
    justification: int = 3


def sink(target: Target) -> list[canvas.Command]:
    """Where commands for a canvas item go; into nothing when there is no such item."""
    if isinstance(target, RID):
        drawing = canvas.drawing_of(target)
        return [] if drawing is None else drawing
    found: Any = getattr(target, "_commands", None)
    commands: list[canvas.Command] = target if found is None else found
    return commands


def rgba(color: Color) -> canvas.Rgba:
    """A colour as commands hold it."""
    return color.r, color.g, color.b, color.a


def draw_runs(
    target: Target, line: ShapedText, x: float, y: float, color: Color, outline: int = 0
) -> None:
    """Draws a line; x, y is where its pen starts, on the baseline."""
    commands = sink(target)
    paint = rgba(color)
    for run in line.runs():
        commands.append((canvas.TEXT, run, float(x), float(y), paint, outline))


def offset(line_width: float, width: float, alignment: int, rtl: bool = False) -> float:
    """How far from the left a line stands within a width, in whole pixels for the middle."""
    if width <= 0.0:
        return 0.0
    if alignment == CENTER:
        return float(int((width - line_width) / 2.0)) if line_width <= width else 0.0
    if alignment == RIGHT or (alignment == FILL and rtl):
        return width - line_width
    return 0.0


def placed(line: ShapedText, style: Style) -> tuple[ShapedText, float]:
    """A line cut or stretched to a width, and its distance from the left."""
    if style.width <= 0.0:
        return line, 0.0
    if style.alignment == FILL:
        line = line.substr(line.start, line.end)
        fit_to_width(line, style.width, style.justification)
    elif line.width > style.width:
        line = line.substr(line.start, line.end)
        trim_to_width(line, style.width, TRIM)
    return line, offset(line.get_width(), style.width, style.alignment, line.rtl)


def draw_line(
    target: Target, line: ShapedText, pos: Vector2, style: Style, color: Color, outline: int = 0
) -> None:
    """Draws a line within a width; `pos` is on its baseline."""
    line.shape()
    line, x = placed(line, style)
    draw_runs(target, line, pos.x + x, pos.y, color, outline)


def draw_block(
    target: Target,
    lines: Sequence[ShapedText],
    pos: Vector2,
    style: Style,
    color: Color,
    outline: int = 0,
) -> None:
    """Draws lines below each other; `pos` is on the first one's baseline."""
    y = pos.y
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        alignment = LEFT if style.alignment == FILL and last else style.alignment
        if place:
            y += line.get_ascent()
        shown, x = placed(line, style._replace(alignment=alignment))
        draw_runs(target, shown, pos.x + x, y, color, outline)
        y += line.get_descent()


def broken(whole: ShapedText, width: float, flags: int) -> list[ShapedText]:
    """The lines of a text."""
    return [whole.substr(start, end) for start, end in line_breaks(whole, width, 0, flags)]
