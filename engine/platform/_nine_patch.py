"""Nine patches cut into pieces: corners keep their size, sides and middle fill the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from engine.servers.canvas import NINE_STRETCH, NINE_TILE_FIT

Place: TypeAlias = tuple[float, float, float, float]  # x, y, width, height
Span: TypeAlias = tuple[float, float, float, float]  # on the screen from, length; in the picture


def pieces(
    place: Place,
    source: Place,
    margins: tuple[float, float, float, float],
    modes: tuple[int, int],
    draw_center: bool,
) -> Iterator[tuple[Place, Place, bool]]:
    """The pieces: where each goes, which part of the picture it is, and whether it is tiled.

    Args:
        place: where all of it goes.
        source: the part of the picture that is used.
        margins: left, top, right, bottom.
        modes: how the middle fills across and down.
        draw_center: whether the piece in the middle is drawn.
    """
    left, top, right, bottom = margins
    columns = _spans(place[0], place[2], source[0], source[2], left, right)
    rows = _spans(place[1], place[3], source[1], source[3], top, bottom)
    for at_y, (y, height, source_y, source_height) in enumerate(rows):
        for at_x, (x, width, source_x, source_width) in enumerate(columns):
            middle = at_x == at_y == 1
            if min(width, height, source_width, source_height) <= 0.0:
                continue
            if middle and not draw_center:
                continue
            part = source_x, source_y, source_width, source_height
            tiled = (at_x == 1 and modes[0] != NINE_STRETCH) or (
                at_y == 1 and modes[1] != NINE_STRETCH
            )
            if not tiled:
                yield (x, y, width, height), part, False
                continue
            across = _steps(x, width, source_width, modes[0] if at_x == 1 else NINE_STRETCH)
            down = _steps(y, height, source_height, modes[1] if at_y == 1 else NINE_STRETCH)
            for tile_y, high, share_y in down:
                for tile_x, wide, share_x in across:
                    cut = source_x, source_y, source_width * share_x, source_height * share_y
                    yield (tile_x, tile_y, wide, high), cut, False


def _spans(
    begin: float, length: float, source: float, source_length: float, near: float, far: float
) -> tuple[Span, Span, Span]:
    """Along one side: the near margin, the middle and the far margin."""
    if near + far > length > 0.0:  # no room for both
        near_shown, far_shown = near * length / (near + far), far * length / (near + far)
    else:
        near_shown, far_shown = near, far
    return (
        (begin, near_shown, source, near),
        (
            begin + near_shown,
            length - near_shown - far_shown,
            source + near,
            source_length - near - far,
        ),
        (begin + length - far_shown, far_shown, source + source_length - far, far),
    )


def _steps(begin: float, length: float, tile: float, mode: int) -> list[tuple[float, float, float]]:
    """The tiles along one side: from, length, and how much of the tile is shown."""
    if mode == NINE_STRETCH:
        return [(begin, length, 1.0)]
    if mode == NINE_TILE_FIT:
        count = max(round(length / tile), 1)
        return [(begin + at * length / count, length / count, 1.0) for at in range(count)]
    made = []
    at = 0.0
    while at < length - 1e-6:
        wide = min(tile, length - at)
        made.append((begin + at, wide, wide / tile))
        at += tile
    return made
