"""Windows that pop up: at a place, in the middle, or over the window of a node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.rect2i import Rect2i
from engine.core.vector2i import Vector2i
from engine.scene._window_visibility import WindowVisibility

if TYPE_CHECKING:
    from engine.scene.node import Node

_ANYWHERE = Rect2i()


class WindowPopups(WindowVisibility):
    """The `popup` methods of a window."""

    def popup(self, rect: Rect2i = _ANYWHERE) -> None:
        """Shows the window, as one that belongs to the window it is in (`transient`).

        Emits `about_to_popup` before.

        Args:
            rect: where, inside what embeds it; an empty one leaves it where it is.
        """
        self._emit_if_heard("about_to_popup")
        self.set_transient(True)
        self._before_popup()
        self._update_window_size()
        if rect != _ANYWHERE:
            self.position = rect.position
            self.size = rect.size
        fitted = self._fit_popup()
        if fitted != _ANYWHERE:
            self.position = fitted.position
            self.size = fitted.size
        self.set_visible(True)
        space = self._popup_space()
        if space != _ANYWHERE and not space.intersects(Rect2i(self._position, self._size)):
            output.error(
                f"Window {self.get_window_id()} spawned at invalid position: {self._position}."
            )
            self.position = (space.size - self._size) / 2
        self._after_popup()
        self.notification(_POST_POPUP)

    def _before_popup(self) -> None:
        """For classes that prepare to be shown."""

    def _after_popup(self) -> None:
        """For classes that have something to do when they are shown."""

    def _fit_popup(self) -> Rect2i:
        """Where the window should rather be; an empty rectangle leaves it where it is."""
        return _ANYWHERE

    def _popup_space(self) -> Rect2i:
        """The visible part of what embeds the window."""
        embedder = self._find_embedder() if self._tree is not None else None
        return _ANYWHERE if embedder is None else Rect2i(embedder.get_visible_rect())

    def popup_on_parent(self, parent_rect: Rect2i) -> None:
        """Shows the window at a place inside its parent window."""
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return
        self.popup(parent_rect)

    def popup_centered(self, minsize: Vector2i = Vector2i(0, 0)) -> None:  # noqa: B008
        """Shows the window in the middle, with that size if one is given."""
        if self._can_center():
            self._popup_in_middle(minsize if minsize != Vector2i() else self._size)

    def popup_centered_ratio(self, ratio: float = 0.8) -> None:
        """Shows the window in the middle, with a part of the size of what it is in."""
        if not self._can_center():
            return
        if not 0.0 < ratio <= 1.0:
            output.error("Ratio must be between 0.0 and 1.0!")
            return
        space = self._popup_space().size
        self._popup_in_middle(Vector2i(int(space.x * ratio), int(space.y * ratio)))

    def popup_centered_clamped(
        self,
        minsize: Vector2i = Vector2i(0, 0),  # noqa: B008
        fallback_ratio: float = 0.75,
    ) -> None:
        """Shows the window in the middle.

        Args:
            minsize: its size; 0 keeps the one it has.
            fallback_ratio: the greatest part of what it is in that it may take.
        """
        if not self._can_center():
            return
        wanted = minsize if minsize != Vector2i() else self._size
        space = self._popup_space().size
        most_x, most_y = int(space.x * fallback_ratio), int(space.y * fallback_ratio)
        self._popup_in_middle(Vector2i(min(most_x, wanted.x), min(most_y, wanted.y)))

    def _can_center(self) -> bool:
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true.')
            return False
        if self._parent is None:
            output.error("Can't popup the main window.")
            return False
        return True

    def _popup_in_middle(self, size: Vector2i) -> None:
        size = self._clamp_window_size(size)
        space = self._popup_space()
        position = Vector2i()
        if space != _ANYWHERE:
            position = Vector2i(
                int(space.position.x + (space.size.x - size.x) / 2),
                int(space.position.y + (space.size.y - size.y) / 2),
            )
        self.popup(Rect2i(position, size))

    # Over the window of a node --------------------------------------------------------------------

    def popup_exclusive(self, from_node: Node, rect: Rect2i = _ANYWHERE) -> None:
        """Puts the window below the last exclusive window over a node, and shows it.

        It must not have a parent.
        """
        if self._join_window_of(from_node):
            self.popup(rect)

    def popup_exclusive_on_parent(self, from_node: Node, parent_rect: Rect2i) -> None:
        """As `popup_exclusive`, then `popup_on_parent`."""
        if self._join_window_of(from_node):
            self.popup_on_parent(parent_rect)

    def popup_exclusive_centered(
        self,
        from_node: Node,
        minsize: Vector2i = Vector2i(0, 0),  # noqa: B008
    ) -> None:
        """As `popup_exclusive`, then `popup_centered`."""
        if self._join_window_of(from_node):
            self.popup_centered(minsize)

    def popup_exclusive_centered_ratio(self, from_node: Node, ratio: float = 0.8) -> None:
        """As `popup_exclusive`, then `popup_centered_ratio`."""
        if self._join_window_of(from_node):
            self.popup_centered_ratio(ratio)

    def popup_exclusive_centered_clamped(
        self,
        from_node: Node,
        minsize: Vector2i = Vector2i(0, 0),  # noqa: B008
        fallback_ratio: float = 0.75,
    ) -> None:
        """As `popup_exclusive`, then `popup_centered_clamped`."""
        if self._join_window_of(from_node):
            self.popup_centered_clamped(minsize, fallback_ratio)

    def _join_window_of(self, node: Any) -> bool:
        if node is None:
            output.error('Parameter "p_from_node" is null.')
            return False
        if self._parent is not None:
            output.error("Attempting to parent and popup a dialog that already has a parent.")
            return False
        window = node.get_last_exclusive_window()
        if window is None or window is self:
            return False
        window.add_child(self)
        return self._parent is window


_POST_POPUP = 31
