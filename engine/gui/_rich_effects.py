"""Effects of rich text: glyphs that move, change colour, or fade, as time goes by."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any, NamedTuple

from engine.core.color import Color
from engine.core.transform2d import Transform2D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.gui.char_fx_transform import CharFXTransform
from engine.servers._glyph import Glyph

Rgba = tuple[float, float, float, float]


class Moved(NamedTuple):
    """How a glyph is drawn after effects: moved by x and y, in a colour, or not at all."""

    x: float
    y: float
    color: Rgba
    visible: bool = True
    transform: Transform2D | None = None
    glyph: int = -1


class Place(NamedTuple):
    """Which glyph an effect is asked about.

    Attributes:
        glyph: the glyph.
        character: its character's number in the whole text.
        relative: its number in the text of the effect.
        x: where it stands in its line.
        time: seconds since the label began to show effects.
        outline: whether its outline is drawn.
    """

    glyph: Glyph
    character: int
    relative: int
    x: float
    time: float
    outline: bool = False


def apply(name: str, values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    """What an effect makes of a glyph, after the effects before it."""
    effect = _EFFECTS.get(name)
    return moved if effect is None else effect(values, place, moved)


def _wave(values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    angle = values["freq"] * place.time + place.x / 50.0
    return moved._replace(y=moved.y + math.sin(angle) * values["amp"] / 10.0)


def _tornado(values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    angle = values["freq"] * place.time + place.x / 50.0
    radius = values["radius"]
    return moved._replace(
        x=moved.x + math.sin(angle) * radius, y=moved.y + math.cos(angle) * radius
    )


def _shake(values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    rate = max(values["rate"], 0.001)
    step = int(place.time * rate)
    share = place.time * rate - step
    before, after = (_direction(place.character, number) for number in (step, step + 1))
    reach = values["level"] / 10.0
    return moved._replace(
        x=moved.x + (before[0] + (after[0] - before[0]) * share) * reach,
        y=moved.y + (before[1] + (after[1] - before[1]) * share) * reach,
    )


def _direction(number: int, step: int) -> tuple[float, float]:
    angle = random.Random(number * 7919 + step).random() * math.tau
    return math.sin(angle), math.cos(angle)


def _rainbow(values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    hue = values["freq"] * place.x / 1000.0 + place.time * values["speed"] * values["freq"] / 3.0
    color = Color.from_hsv(hue % 1.0, values["sat"], values["val"], moved.color[3])
    return moved._replace(color=(color.r, color.g, color.b, color.a))


def _fade(values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    passed = place.relative - values["start"]
    length = max(values["length"], 0.001)
    alpha = min(max(1.0 - passed / length, 0.0), 1.0) if passed >= 0.0 else 1.0
    red, green, blue, opacity = moved.color
    return moved._replace(color=(red, green, blue, opacity * alpha))


def _pulse(values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    share = (math.sin(values["freq"] * place.time * math.tau) + 1.0) / 2.0
    ease = values["ease"]
    if ease < 0.0:  # slow, fast, slow
        power = -ease
        low = share < 0.5
        half = share * 2.0 if low else (1.0 - share) * 2.0
        share = half**power / 2.0 if low else 1.0 - half**power / 2.0
    color: Color = values["color"]
    target = (color.r, color.g, color.b, color.a)
    mixed = [
        own + (own * other - own) * share for own, other in zip(moved.color, target, strict=True)
    ]
    return moved._replace(color=(mixed[0], mixed[1], mixed[2], mixed[3]))


def _custom(values: dict[str, Any], place: Place, moved: Moved) -> Moved:
    effect = values["effect"]
    told = CharFXTransform()
    glyph = place.glyph
    told.range = Vector2i(place.character, place.character + glyph.end - glyph.start)
    told.relative_index = place.relative
    told.elapsed_time = place.time
    told.outline = place.outline
    told.color = Color(*moved.color)
    told.glyph_index = glyph.index
    told.glyph_flags = glyph.flags
    told.glyph_count = glyph.count
    told.env = values["env"]
    told.transform = Transform2D(0.0, Vector2())
    if not effect._process_custom_fx(told):
        return moved
    color = told.color
    return moved._replace(
        x=moved.x + told.offset.x,
        y=moved.y + told.offset.y,
        color=(color.r, color.g, color.b, color.a),
        visible=moved.visible and bool(told.visible),
        transform=told.transform if told.transform != Transform2D() else moved.transform,
        glyph=told.glyph_index,
    )


_EFFECTS: dict[str, Callable[[dict[str, Any], Place, Moved], Moved]] = {
    "wave": _wave,
    "tornado": _tornado,
    "shake": _shake,
    "rainbow": _rainbow,
    "fade": _fade,
    "pulse": _pulse,
    "custom": _custom,
}
