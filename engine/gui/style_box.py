"""`StyleBox`: how the box of a control is drawn, and how much room it needs around its contents."""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core import output
from engine.core.rect2 import Rect2
from engine.core.resource import Resource
from engine.core.rid import RID
from engine.core.vector2 import Vector2
from engine.gui import _canvas_state
from engine.gui._indexed import changed, indexed, is_side
from engine.servers.canvas import Drawing, drawing_of, rid_of

Four = tuple[float, float, float, float]
_NONE: Four = (-1.0, -1.0, -1.0, -1.0)


class StyleBox(Resource):
    """The base of boxes. A script may derive from it and define `_draw` and `_get_minimum_size`."""

    _stored: ClassVar[tuple[str, ...]] = (
        "content_margin_left",
        "content_margin_top",
        "content_margin_right",
        "content_margin_bottom",
    )
    _own: ClassVar[tuple[str, ...]] = ("_content_margins", "_minimum")

    _content_margins: Four = _NONE
    _minimum: Vector2 | None = None  # kept until something changes

    # Virtuals ------------------------------------------------------------------------------------

    def _draw(self, to_canvas_item: RID, rect: Rect2) -> Any:
        """Called to draw it into a canvas item."""

    def _get_draw_rect(self, rect: Rect2) -> Rect2:
        """How far it reaches when it is drawn around a rectangle."""
        return rect

    def _get_minimum_size(self) -> Vector2:
        """The smallest size in which it can be drawn."""
        return Vector2()

    def _test_mask(self, point: Vector2, rect: Rect2) -> bool:
        """Whether a point lies on it when it is drawn around a rectangle."""
        return True

    # Margins -------------------------------------------------------------------------------------

    def set_content_margin(self, margin: int, offset: float) -> None:
        """The room between a side and the contents; below 0 what the kind of box needs."""
        if is_side(margin):
            self._content_margins = changed(self._content_margins, margin, float(offset))
            self.emit_changed()

    def set_content_margin_all(self, offset: float) -> None:
        """Sets all four content margins."""
        self._content_margins = (float(offset),) * 4
        self.emit_changed()

    def get_content_margin(self, margin: int) -> float:
        """The content margin of a side as it was set."""
        return self._content_margins[margin] if is_side(margin) else 0.0

    def get_margin(self, margin: int) -> float:
        """The room between a side and the contents."""
        if not is_side(margin):
            return 0.0
        own = self._content_margins[margin]
        return self._style_margin(margin) if own < 0.0 else own

    def _style_margin(self, side: int) -> float:
        """The room that the kind of box needs at a side."""
        return 0.0

    def get_minimum_size(self) -> Vector2:
        """The size of the box around nothing."""
        found = self._minimum
        if found is None:
            left, top, right, bottom = map(self.get_margin, range(4))
            found = Vector2(left + right, top + bottom)
            if type(self)._get_minimum_size is not StyleBox._get_minimum_size:
                return found.max(self._get_minimum_size())
            self._minimum = found
        return found

    def get_offset(self) -> Vector2:
        """Where the contents begin."""
        return Vector2(self.get_margin(0), self.get_margin(1))

    def emit_changed(self) -> None:
        """Emits `changed`."""
        self._minimum = None
        super().emit_changed()

    # Drawing -------------------------------------------------------------------------------------

    def draw(self, canvas_item: RID, rect: Rect2) -> None:
        """Draws it around a rectangle, into a canvas item."""
        commands = drawing_of(canvas_item)
        if commands is None:
            output.error('Parameter "canvas_item" is null.')
        else:
            self._draw_into(commands, rect)

    def _draw_into(self, commands: Drawing, rect: Rect2) -> None:
        """Adds what draws it around a rectangle."""
        if type(self)._draw is not StyleBox._draw:
            self._draw(rid_of(commands), rect)

    def _drawn_rect(self, rect: Rect2) -> Rect2:
        """How far it reaches when it is drawn around a rectangle."""
        return self._get_draw_rect(rect)

    def get_current_item_drawn(self) -> Any:
        """The canvas item that is being drawn, or None."""
        return _canvas_state.drawn[0]

    def test_mask(self, point: Vector2, rect: Rect2) -> bool:
        """Whether a point lies on it when it is drawn around a rectangle."""
        return bool(self._test_mask(point, rect))

    content_margin_left = indexed(get_content_margin, set_content_margin, 0)
    content_margin_top = indexed(get_content_margin, set_content_margin, 1)
    content_margin_right = indexed(get_content_margin, set_content_margin, 2)
    content_margin_bottom = indexed(get_content_margin, set_content_margin, 3)
