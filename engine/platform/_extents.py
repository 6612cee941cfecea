"""How far drawings reach: the box around all that their commands may paint."""

from __future__ import annotations

from collections.abc import Sequence

from engine.platform._boxes import covered
from engine.platform._geometry import box_around
from engine.platform._strokes import SEAM
from engine.servers import canvas
from engine.servers.canvas import IDENTITY, Box, Command, Drawing, Matrix, Point

_STROKE_REACH = 1.5  # widths: a bend stands out by three half ones


def extent(drawing: Drawing) -> Box | None:
    """The box around a drawing in its own coordinates; None when nothing is painted."""
    matrix: Matrix = IDENTITY
    clip: Box | None = None
    whole: Box | None = None
    for command in drawing:
        kind = command[0]
        if kind == canvas.TRANSFORM:
            matrix = command[1] or IDENTITY
            continue
        if kind == canvas.CLIP:
            clip = box_around(matrix, *command[1:])
            continue
        if kind == canvas.CLIP_END:
            clip = None
            continue
        box = _box_of(command)
        if box is None:
            continue
        if matrix is not IDENTITY:
            box = box_around(matrix, box[0], box[1], box[2] - box[0], box[3] - box[1])
        if clip is not None:
            box = (
                max(box[0], clip[0]),
                max(box[1], clip[1]),
                min(box[2], clip[2]),
                min(box[3], clip[3]),
            )
            if box[0] >= box[2] or box[1] >= box[3]:
                continue
        whole = box if whole is None else joined(whole, box)
    return whole


def joined(a: Box, b: Box) -> Box:
    """The box around two boxes."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _box_of(command: Command) -> Box | None:
    kind = command[0]
    if kind == canvas.TEXT:
        _, run, x, y, _, outline = command
        left, top, right, bottom = run.bounds
        return x + left - outline, y + top - outline, x + right + outline, y + bottom + outline
    if kind == canvas.STYLE:
        _, style, x, y, width, height = command
        x, y, width, height = covered(style, x, y, width, height)
        return x, y, x + width, y + height
    if kind == canvas.RECT:
        _, x, y, width, height, _ = command
        return x, y, x + width, y + height
    if kind in (canvas.TEXTURE, canvas.NINE_PATCH):
        x, y, width, height = command[2:6]
        return x, y, x + width, y + height
    if kind == canvas.CIRCLE:
        _, x, y, across, down, _, _ = command
        return x - across - SEAM, y - down - SEAM, x + across + SEAM, y + down + SEAM
    if kind in (canvas.LINES, canvas.POLYLINE):
        return _around(command[1], max(command[3], 0.0) * _STROKE_REACH + 3.0 * SEAM)
    if kind == canvas.POLYGON:
        return _around(command[1], 0.0)
    return None


def _around(points: Sequence[Point], margin: float) -> Box | None:
    if not points:
        return None
    xs = [point[0] for point in points]
    ys = [point[1] for point in points]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def is_animated(drawing: Drawing) -> bool:
    """Whether it looks different from time to time by itself."""
    return any(command[0] == canvas.SLICE and command[1] > 0.0 for command in drawing)


def rounded_out(box: Box) -> tuple[int, int, int, int]:
    """Left, top, width and height of the pixels that a box touches, and one more around."""
    left, top = int(box[0] // 1) - 1, int(box[1] // 1) - 1
    return left, top, int(-(-box[2] // 1)) + 1 - left, int(-(-box[3] // 1)) + 1 - top
