"""`SplitContainer`, `HSplitContainer` and `VSplitContainer`: children with draggers in between."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from engine.core import output
from engine.core.accessors import accessors
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.rect2 import Rect2
from engine.core.signal import Signal
from engine.core.vector2 import Vector2
from engine.gui import _split_layout as layout
from engine.gui._split_dragger import SplitContainerDragger
from engine.gui._split_layout import Part
from engine.gui.container import Container
from engine.gui.control import Control
from engine.scene.node import Node

_EXPAND = 2


class SplitContainer(Container):
    """Places its children next to each other; the user moves the borders between them.

    Signals: `dragged`, `drag_started`, `drag_ended`.
    """

    class DraggerVisibility(IntEnum):
        """Whether draggers are seen, and take room."""

        DRAGGER_VISIBLE = 0
        DRAGGER_HIDDEN = 1
        DRAGGER_HIDDEN_COLLAPSED = 2

    DRAGGER_VISIBLE = DraggerVisibility.DRAGGER_VISIBLE
    DRAGGER_HIDDEN = DraggerVisibility.DRAGGER_HIDDEN
    DRAGGER_HIDDEN_COLLAPSED = DraggerVisibility.DRAGGER_HIDDEN_COLLAPSED

    dragged = Signal("offset")
    drag_started = Signal()
    drag_ended = Signal()

    _runs_in_lines = True
    _stored = (
        "split_offsets",
        "collapsed",
        "dragging_enabled",
        "dragger_visibility",
        "vertical",
        "touch_dragger_enabled",
        "drag_area_margin_begin",
        "drag_area_margin_end",
        "drag_area_offset",
        "drag_area_highlight_in_editor",
    )
    _own = (
        "_area_offset",
        "_collapsed",
        "_default_places",
        "_draggers",
        "_dragging_enabled",
        "_highlighted",
        "_margins",
        "_split_offsets",
        "_places",
        "_touch",
        "_vertical",
        "_visibility",
    )

    _vertical: bool = False
    _turns: bool = True  # whether `vertical` can be changed
    _collapsed: bool = False
    _dragging_enabled: bool = True
    _visibility: SplitContainer.DraggerVisibility = DRAGGER_VISIBLE
    _touch: bool = False
    _margins: tuple[int, int] = (0, 0)  # by which drag areas are shorter at their ends
    _area_offset: int = 0
    _highlighted: bool = False
    _split_offsets: list[int]
    _default_places: list[int]
    _places: list[int]
    _draggers: list[SplitContainerDragger]

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = super().__new__(cls)
        self._split_offsets = [0]
        self._default_places = []
        self._places = []
        self._draggers = []
        self._make_draggers(1)
        return self

    # Children ------------------------------------------------------------------------------------

    def _parts(self) -> list[Control]:
        """The children that are placed."""
        return [child for child in self._sortable() if not child._internal]

    def _measured(self) -> list[Control]:
        return [child for child in self._measurable() if not child._internal]

    def _draggers_used(self) -> int:
        return len(self._parts()) - 1

    def _as_parts(self, children: Sequence[Control]) -> list[Part]:
        axis = int(self._vertical)
        found = []
        for child in children:
            flags = child._v_flags if self._vertical else child._h_flags
            ratio = child._stretch if flags & _EXPAND else 0.0
            found.append(Part(int(child._combined_minimum()[axis]), ratio))
        return found

    def _make_draggers(self, count: int) -> None:
        while len(self._draggers) < count:
            dragger = SplitContainerDragger()
            dragger._number = len(self._draggers)
            self._draggers.append(dragger)
            self.add_child(dragger, False, self.INTERNAL_MODE_BACK)
        while len(self._draggers) > count:
            self._draggers.pop().queue_free()

    def _child_entered(self, node: Node) -> None:
        if isinstance(node, Control) and not node._internal:
            self._fit_offsets()
        super()._child_entered(node)

    def _fit_offsets(self) -> None:
        count = max(len(self._controls()) - 1, 1)
        self._split_offsets += [0] * (count - len(self._split_offsets))

    def _controls(self) -> list[Control]:
        return [child for child in self.get_children() if isinstance(child, Control)]

    def remove_child(self, node: Node) -> None:
        """Takes a child away; the others keep their sizes, and share its room."""
        kept = self._lengths() if isinstance(node, Control) and not node._internal else {}
        super().remove_child(node)
        if kept:
            kept.pop(node, None)
            del self._split_offsets[max(len(self._controls()) - 1, 1) :]
            self._keep_lengths(kept)

    def _move(self, node: Node, index: int) -> None:
        kept = self._lengths()
        super()._move(node, index)
        self._keep_lengths(kept)

    def _lengths(self) -> dict[Any, int]:
        """The lengths that the offsets give the children, once they were placed."""
        children = self._parts()
        if self._tree is None or len(children) < 2 or len(self._places) != len(children) - 1:
            return {}
        self._update_places()
        gap = self._gap()
        starts = [0, *[place + gap for place in self._places]]
        ends = [*self._places, self._length()]
        return dict(zip(children, map(int.__sub__, ends, starts), strict=True))

    def _keep_lengths(self, lengths: dict[Any, int]) -> None:
        children = self._parts()
        if len(children) < 2 or len(children) != len(lengths):
            return
        parts, size, gap = self._as_parts(children), self._length(), self._gap()
        wanted = layout.kept_places([lengths[child] for child in children], parts, size, gap)
        own = layout.default_places(parts, size, gap)
        moved = [at - start for at, start in zip(wanted, own, strict=True)]
        self._split_offsets[: len(moved)] = moved

    # Layout --------------------------------------------------------------------------------------

    def _length(self) -> int:
        return int(self._h if self._vertical else self._w)

    def _gap(self) -> int:
        """The room between two children."""
        if self._visibility == self.DRAGGER_HIDDEN_COLLAPSED:
            return 0
        gap = self.get_theme_constant("separation")
        icon = self.get_theme_icon(self._icon_name("grabber"))
        if icon is None:
            return gap
        thick: int = icon.get_height() if self._vertical else icon.get_width()
        return max(gap, thick)

    def _grabber(self) -> Any:
        return self.get_theme_icon(self._icon_name("touch_dragger" if self._touch else "grabber"))

    def _icon_name(self, name: str) -> str:
        if not self._turns:
            return name
        return f"{'v' if self._vertical else 'h'}_{name}"

    def _theme_autohide(self) -> bool:
        return bool(self.get_theme_constant("autohide"))

    def get_minimum_size(self) -> Vector2:
        """The children's minimum lengths with the gaps, and the largest thickness."""
        children = self._measured()
        sizes = [child._combined_minimum() for child in children]
        axis = int(self._vertical)
        length = sum(int(size[axis]) for size in sizes) + self._gap() * max(len(sizes) - 1, 0)
        across = max((int(size[1 - axis]) for size in sizes), default=0)
        return Vector2(across, length) if self._vertical else Vector2(length, across)

    def _update_places(self, first: int = 0) -> None:
        parts, size, gap = self._as_parts(self._parts()), self._length(), self._gap()
        if len(parts) < 2:
            return
        self._default_places = layout.default_places(parts, size, gap)
        wanted = self._default_places
        if not self._collapsed:
            wanted = [at + self._split_offset_of(i) for i, at in enumerate(wanted)]
        self._places = layout.clamped(wanted, parts, size, gap, min(first, len(wanted) - 1))

    def _split_offset_of(self, index: int) -> int:
        return self._split_offsets[index] if index < len(self._split_offsets) else 0

    def _sort(self) -> None:
        children = self._parts()
        self._make_draggers(max(len(children) - 1, 1))
        if len(children) < 2:
            for child in children:
                self._fit(child, 0.0, 0.0, self._w, self._h)
            for dragger in self._draggers:
                dragger.hide()
            return
        self._update_places()
        gap, size = self._gap(), self._length()
        width, height = int(self._w), int(self._h)
        at = 0
        for i, child in enumerate(children):
            end = self._places[i] if i < len(self._places) else size
            if self._vertical:
                self._fit(child, 0.0, at, width, end - at)
            else:
                left = width - end if self.is_layout_rtl() else at
                self._fit(child, left, 0.0, end - at, height)
            at = end + gap
        self._place_draggers(gap)

    def _place_draggers(self, gap: int) -> None:
        thick = max(self.get_theme_constant("minimum_grab_thickness"), gap)
        begin, end = self._margins
        for dragger, place in zip(self._draggers, self._places, strict=False):
            dragger.set_visible(not self._collapsed)
            start = place - (thick - gap) // 2 + self._area_offset
            inner = place - start
            if self._vertical:
                rect = Rect2(begin, start, self._w - begin - end, thick)
                bar = Rect2(-begin, inner, self._w, gap)
            else:
                if self.is_layout_rtl():
                    start, inner = int(self._w) - start - thick, thick - inner - gap
                rect = Rect2(start, begin, thick, self._h - begin - end)
                bar = Rect2(inner, -begin, gap, self._h)
            dragger._put(rect, bar)
            dragger.queue_redraw()

    # Offsets -------------------------------------------------------------------------------------

    def set_split_offsets(self, offsets: PackedInt32Array) -> None:
        """How far each dragger is from its own place."""
        wanted = [int(offset) for offset in offsets]
        if wanted != self._split_offsets:
            self._split_offsets = wanted or [0]
            self._fit_offsets()
            self.queue_sort()

    def get_split_offsets(self) -> PackedInt32Array:
        """How far each dragger is from its own place."""
        return PackedInt32Array(self._split_offsets)

    def set_split_offset(self, offset: int) -> None:
        """How far the first dragger is from its own place."""
        if offset != self._split_offsets[0]:
            self._split_offsets[0] = int(offset)
            self.queue_sort()

    def get_split_offset(self) -> int:
        """How far the first dragger is from its own place."""
        return self._split_offsets[0]

    def clamp_split_offset(self, priority_index: int = 0) -> None:
        """Makes the offsets what they come to; the dragger of that number moves the least."""
        if not 0 <= priority_index < len(self._split_offsets):
            output.error(
                f"Index p_priority_index = {priority_index} is out of bounds "
                f"(split_offsets.size() = {len(self._split_offsets)})."
            )
            return
        if self._draggers_used() > 0:
            self._settle(priority_index)
            self.queue_sort()

    def _settle(self, first: int) -> None:
        if self._collapsed:
            return
        self._update_places(first)
        for i, (at, own) in enumerate(zip(self._places, self._default_places, strict=True)):
            if i < len(self._split_offsets):
                self._split_offsets[i] = at - own

    def _drag_to(self, number: int, offset: int) -> None:
        self._split_offsets[number] = offset
        self._settle(number)
        self.queue_sort()
        self._emit_if_heard("dragged", self._split_offsets[number])

    # Settings ------------------------------------------------------------------------------------

    def set_collapsed(self, collapsed: bool) -> None:
        """Whether offsets do not count, and nothing can be dragged."""
        if bool(collapsed) is not self._collapsed:
            self._collapsed = bool(collapsed)
            self.queue_sort()

    def is_collapsed(self) -> bool:
        """Whether offsets do not count, and nothing can be dragged."""
        return self._collapsed

    def set_dragger_visibility(self, mode: int) -> None:
        """Whether draggers are seen, and take room."""
        if mode != self._visibility:
            self._visibility = SplitContainer.DraggerVisibility(mode)
            self.update_minimum_size()
            self.queue_sort()

    def get_dragger_visibility(self) -> SplitContainer.DraggerVisibility:
        """Whether draggers are seen, and take room."""
        return self._visibility

    def set_vertical(self, vertical: bool) -> None:
        """Whether children lie above each other."""
        if not self._turns:
            output.error(f"Can't change orientation of {self.get_class()}.")
        elif bool(vertical) is not self._vertical:
            self._vertical = bool(vertical)
            self.update_minimum_size()
            self.queue_sort()

    def is_vertical(self) -> bool:
        """Whether children lie above each other."""
        return self._vertical

    def set_dragging_enabled(self, dragging_enabled: bool) -> None:
        """Whether the user can move draggers."""
        self._dragging_enabled = bool(dragging_enabled)
        if not self._dragging_enabled:
            for dragger in self._draggers:
                if dragger._dragging:
                    dragger._dragging = False
                    self._emit_if_heard("drag_ended")

    def is_dragging_enabled(self) -> bool:
        """Whether the user can move draggers."""
        return self._dragging_enabled

    def set_drag_area_margin_begin(self, margin: int) -> None:
        """By how much drag areas are shorter at their beginning."""
        self._margins = int(margin), self._margins[1]
        self.queue_sort()

    def get_drag_area_margin_begin(self) -> int:
        """By how much drag areas are shorter at their beginning."""
        return self._margins[0]

    def set_drag_area_margin_end(self, margin: int) -> None:
        """By how much drag areas are shorter at their end."""
        self._margins = self._margins[0], int(margin)
        self.queue_sort()

    def get_drag_area_margin_end(self) -> int:
        """By how much drag areas are shorter at their end."""
        return self._margins[1]

    def set_drag_area_offset(self, offset: int) -> None:
        """By how much drag areas lie off the gaps."""
        self._area_offset = int(offset)
        self.queue_sort()

    def get_drag_area_offset(self) -> int:
        """By how much drag areas lie off the gaps."""
        return self._area_offset

    def set_drag_area_highlight_in_editor(self, drag_area_highlight_in_editor: bool) -> None:
        """Whether editors show drag areas."""
        self._highlighted = bool(drag_area_highlight_in_editor)

    def is_drag_area_highlight_in_editor_enabled(self) -> bool:
        """Whether editors show drag areas."""
        return self._highlighted

    def get_drag_area_controls(self) -> list[Control]:
        """The controls that take the mouse for the draggers."""
        return list(self._draggers)

    def get_drag_area_control(self) -> Control:
        """The control that takes the mouse for the first dragger."""
        return self._draggers[0]

    def set_touch_dragger_enabled(self, enabled: bool) -> None:
        """Whether draggers are large enough for fingers."""
        self._touch = bool(enabled)
        self.queue_sort()

    def is_touch_dragger_enabled(self) -> bool:
        """Whether draggers are large enough for fingers."""
        return self._touch

    split_offsets = accessors(get_split_offsets, set_split_offsets)
    split_offset = accessors(get_split_offset, set_split_offset)
    collapsed = accessors(is_collapsed, set_collapsed)
    dragging_enabled = accessors(is_dragging_enabled, set_dragging_enabled)
    dragger_visibility = accessors(get_dragger_visibility, set_dragger_visibility)
    vertical = accessors(is_vertical, set_vertical)
    touch_dragger_enabled = accessors(is_touch_dragger_enabled, set_touch_dragger_enabled)
    drag_area_margin_begin = accessors(get_drag_area_margin_begin, set_drag_area_margin_begin)
    drag_area_margin_end = accessors(get_drag_area_margin_end, set_drag_area_margin_end)
    drag_area_offset = accessors(get_drag_area_offset, set_drag_area_offset)
    drag_area_highlight_in_editor = accessors(
        is_drag_area_highlight_in_editor_enabled, set_drag_area_highlight_in_editor
    )


class HSplitContainer(SplitContainer):
    """Children next to each other."""

    _turns = False


class VSplitContainer(SplitContainer):
    """Children above each other."""

    _turns = False
    _vertical = True
