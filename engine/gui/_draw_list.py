"""Puts together what a viewport shows: its canvases, item by item, as a `Frame`.

The walk goes through the canvas layers from the lowest to the highest; what lies in no layer stands
at 0. Within a canvas the roots come in the order of the tree, each with what lies below it: first
the children that stay behind their parent, then the item itself, then the other children. An item
with a higher z is painted later, whatever its place; items of one z stay in that order. Below an
item that sorts by y, the items are lined up by their y first.

Windows inside a viewport come last, each over the ones before it.

A frame is only put together again when the viewport's `_frame_stale` says so, or when nodes changed
their order. When nothing but drawings changed it stays the same object.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any, NamedTuple

from engine.core.color import Color
from engine.gui import _canvas_roots
from engine.gui._canvas_shapes import rgba
from engine.gui._canvas_state import WHITE as PLAIN
from engine.gui.canvas_item import CanvasItem
from engine.scene._viewport_view import ViewportView
from engine.servers.canvas import (
    ENDS_MASK,
    HIDDEN_MASK,
    MASK,
    PAINTED,
    WHITE,
    Box,
    Drawing,
    Entry,
    Frame,
    Matrix,
    Rgba,
)
from engine.servers.rendering_server import RenderingServer

_Z_MIN, _Z_MAX = -4096, 4096
_NEAREST = frozenset((1, 3, 5))
_z_of = itemgetter(0)


# Arithmetic ---------------------------------------------------------------------------------------


def multiply(a: Matrix, b: Matrix) -> Matrix:
    """What does b, then a."""
    a0, a1, a2, a3, a4, a5 = a
    b0, b1, b2, b3, b4, b5 = b
    if a1 == a2 == 0.0 and a0 == a3 == 1.0:  # the most common one only moves
        return b0, b1, b2, b3, b4 + a4, b5 + a5
    return (
        a0 * b0 + a2 * b1,
        a1 * b0 + a3 * b1,
        a0 * b2 + a2 * b3,
        a1 * b2 + a3 * b3,
        a0 * b4 + a2 * b5 + a4,
        a1 * b4 + a3 * b5 + a5,
    )


def box_of(matrix: Matrix, x: float, y: float, w: float, h: float) -> Box:
    """The upright box around a rectangle that a matrix moves."""
    a, b, c, d, e, f = matrix
    xs = (e + a * x, e + a * (x + w)), (c * y, c * (y + h))
    ys = (f + b * x, f + b * (x + w)), (d * y, d * (y + h))
    return (
        min(xs[0]) + min(xs[1]),
        min(ys[0]) + min(ys[1]),
        max(xs[0]) + max(xs[1]),
        max(ys[0]) + max(ys[1]),
    )


def both(a: Box, b: Box | None) -> Box:
    """What lies in both boxes; empty ones have no width or height."""
    if b is None:
        return a
    left, top = max(a[0], b[0]), max(a[1], b[1])
    return left, top, max(min(a[2], b[2]), left), max(min(a[3], b[3]), top)


def tint(a: Rgba, color: Color) -> Rgba:
    """One colour times another."""
    if a is WHITE:
        return rgba(color)
    return a[0] * color._r, a[1] * color._g, a[2] * color._b, a[3] * color._a


# Frames -------------------------------------------------------------------------------------------


def frame_of(viewport: Any) -> Frame:
    """What a viewport shows; the same object as before while only drawings changed."""
    background = None
    if not viewport.transparent_bg:
        background = rgba(RenderingServer.get_default_clear_color())
    width, height = viewport._frame_size()
    tree = viewport._tree
    state = (int(width), int(height)), background, tree._order_epoch if tree is not None else 0
    kept = viewport._rarely("frame", None)
    if kept is not None and kept[1] == state and not _is_stale(viewport):
        frame: Frame = kept[0]
        return frame
    # A window's own placing of its content is left to whoever shows the finished picture.
    final: Any = ViewportView.get_final_transform(viewport)._m
    entries = list(_viewport_entries(viewport, final, None))
    frame = Frame(state[0], background, entries)
    viewport._keep("frame", (frame, state))
    return frame


def _windows_in(viewport: Any) -> list[tuple[Any, Drawing]]:
    """The windows that lie inside a viewport with their frames, from the lowest to the highest."""
    return [] if viewport._gui is None else viewport._gui.embedded.frames()


def _is_stale(viewport: Any) -> bool:
    if viewport._frame_stale:
        return True
    return any(_is_stale(window) for window, _ in _windows_in(viewport))


def _viewport_entries(viewport: Any, final: Matrix, clip: Box | None) -> Iterator[Entry]:
    viewport._frame_stale = False
    own = multiply(final, viewport.get_canvas_transform()._m)
    layers = _canvas_roots.layers_of(viewport)
    below = sum(layer._layer < 0 for layer in layers)
    for layer in layers[:below]:
        yield from _layer_entries(viewport, layer, final, clip)
    yield from _canvas_entries(viewport, viewport, own, clip)
    for layer in layers[below:]:
        yield from _layer_entries(viewport, layer, final, clip)
    for window, drawing in _windows_in(viewport):
        yield Entry(drawing, final, WHITE, clip)
        yield from _window_entries(window, final, clip)


def _layer_entries(viewport: Any, layer: Any, final: Matrix, clip: Box | None) -> Iterator[Entry]:
    if layer._visible:
        matrix = multiply(final, layer.get_final_transform()._m)
        yield from _canvas_entries(viewport, layer, matrix, clip)


def _window_entries(window: Any, final: Matrix, clip: Box | None) -> Iterator[Entry]:
    """What lies in a window inside a viewport."""
    x, y = window.position
    w, h = window.size
    place = multiply(final, (1.0, 0.0, 0.0, 1.0, float(x), float(y)))
    inner = both(box_of(place, 0.0, 0.0, float(w), float(h)), clip)
    yield from _viewport_entries(window, multiply(place, window.get_final_transform()._m), inner)


def _canvas_entries(viewport: Any, holder: Any, matrix: Matrix, clip: Box | None) -> list[Entry]:
    """The entries of the canvas of a viewport or layer."""
    walk = _Walk(viewport.canvas_cull_mask)
    nearest = int(viewport.canvas_item_default_texture_filter) in (0, 2)
    repeat = int(viewport.canvas_item_default_texture_repeat)
    place = _Place(matrix, WHITE, clip, 0, nearest, repeat)
    for item in _canvas_roots.roots_of(holder):
        walk.item(item, place)
    return walk.in_order()


# Items --------------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """What an item inherits from above."""

    matrix: Matrix
    modulate: Rgba
    clip: Box | None
    z: int
    nearest: bool
    repeat: int


class _Walk:
    """One walk through a canvas. It collects entries with their z."""

    __slots__ = ("_found", "_in_mask", "_layered", "_mask")

    def __init__(self, mask: int) -> None:
        self._found: list[tuple[int, Entry]] = []
        self._layered = False  # whether any z is not 0
        self._in_mask = 0
        self._mask = mask

    def in_order(self) -> list[Entry]:
        """The entries in the order in which they are painted."""
        if self._layered:
            self._found.sort(key=_z_of)
        return [entry for _, entry in self._found]

    def item(self, item: CanvasItem, above: _Place, sort: bool = True) -> None:
        """Collects an item, with all below it unless it was lined up by its y already."""
        if not item._visible or not item._visibility_layer & self._mask:
            return
        if item._y_sort and sort:
            self._lined_up(item, above)
            return
        place = self._place_of(item, above)
        children = [] if item._y_sort else _children(item)
        behind = [child for child in children if child._shown_behind]
        for child in behind:
            self.item(child, place)
        masks = item._clip_children
        if masks and children:
            self._add(item, place, MASK if masks == 2 else HIDDEN_MASK)
            self._in_mask += 1
        elif item._commands:
            self._add(item, place, PAINTED)
        for child in children:
            if not child._shown_behind:
                self.item(child, place)
        if masks and children:
            self._in_mask -= 1
            self._add(item, place, ENDS_MASK)

    def _place_of(self, item: CanvasItem, above: _Place) -> _Place:
        """What those below an item inherit."""
        matrix, modulate, clip, z, nearest, repeat = above
        matrix = multiply(matrix, item._local_matrix())
        if item._modulate is not PLAIN:
            modulate = tint(modulate, item._modulate)
        if item._z or not item._z_relative:
            if not self._in_mask:  # what is masked stays together
                z = min(max(item._z + z if item._z_relative else item._z, _Z_MIN), _Z_MAX)
            self._layered = True
        if item._filter:
            nearest = item._filter in _NEAREST
        if item._repeat:
            repeat = item._repeat - 1
        area = item._clip_area()
        if area is not None:
            clip = both(box_of(matrix, *area), clip)
        return _Place(matrix, modulate, clip, z, nearest, repeat)

    def _add(self, item: CanvasItem, place: _Place, role: int) -> None:
        matrix, color, clip, z, nearest, repeat = place
        if item._self_modulate is not PLAIN:
            color = tint(color, item._self_modulate)
        entry = Entry(item._commands, matrix, color, clip, nearest, repeat, role)
        self._found.append((z, entry))

    def _lined_up(self, item: CanvasItem, above: _Place) -> None:
        """Collects an item and the children that it sorts by their y."""
        line: list[tuple[float, CanvasItem, _Place]] = [(0.0, item, above)]
        self._line_up(item, self._place_of(item, above), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), line)
        line.sort(key=_z_of)
        for _, one, place in line:
            self.item(one, place, sort=False)

    def _line_up(
        self,
        item: CanvasItem,
        place: _Place,
        relative: Matrix,
        line: list[tuple[float, CanvasItem, _Place]],
    ) -> None:
        for child in _children(item):
            if not child._visible:
                continue
            matrix = multiply(relative, child._local_matrix())
            line.append((matrix[5], child, place))
            if child._y_sort:
                self._line_up(child, self._place_of(child, place), matrix, line)


def _children(item: CanvasItem) -> list[CanvasItem]:
    if not item._children:
        return []
    return [
        child
        for child in item._listed_children()
        if isinstance(child, CanvasItem) and not child._top_level
    ]
