"""Drawing of textures whose corners keep their size."""

from __future__ import annotations

from engine.core.rect2 import Rect2
from engine.gui.texture_2d import Texture2D
from engine.servers.canvas import NINE_PATCH, Box, Drawing, Rgba


def draw_nine_patch(
    commands: Drawing,
    texture: Texture2D,
    rect: Rect2,
    region: Rect2,
    margins: Box,
    modes: tuple[int, int],
    draw_center: bool,
    color: Rgba,
) -> None:
    """Adds what draws a texture, or a region of it, into a rectangle."""
    found = texture._part_of(rect, region)
    if found is None:
        return
    plain, place, source = found
    part = (
        None if source.size.x == 0.0 or source.size.y == 0.0 else (*source.position, *source.size)
    )
    where = *place.position, *place.size
    commands.append((NINE_PATCH, plain, *where, part, margins, modes, draw_center, color))
