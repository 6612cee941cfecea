"""What a viewport asks of the gui layer, which lies above it.

A tree without controls never loads that layer. The first canvas item that enters a viewport, or the
first embedded window, has `Viewport._need_gui` make the viewport's gui part, with the `maker` that
the layer sets when it is imported. Whoever needs it before asks for it by name, through the public
names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from engine.core import _public_names

if TYPE_CHECKING:
    from engine.core.input_event import InputEvent
    from engine.core.vector2 import Vector2
    from engine.scene.viewport import Viewport


class ViewportGui(Protocol):
    """The controls and embedded windows of one viewport."""

    def sub_window_input(self, event: InputEvent) -> bool:
        """Gives an event to an embedded window; whether one took it."""

    def input(self, event: InputEvent) -> None:
        """The gui's turn: tells the viewport when the event is handled."""

    def update_mouse_over(self, position: Vector2) -> None:
        """Tells controls and embedded windows that the mouse enters and leaves them."""

    def mouse_left(self) -> None:
        """The mouse has left the viewport, or another window has taken it."""

    def text_input(self, text: str) -> None:
        """Text from an input method, for the control that has the focus."""

    @property
    def focus_owner(self) -> Any:
        """The control that has the focus, or None."""

    @property
    def hovered_control(self) -> Any:
        """The control below the mouse, or None."""

    def release_focus(self) -> None:
        """No control has the focus any more."""

    def is_dragging(self) -> bool:
        """Whether something is being dragged."""

    def drag_data(self) -> Any:
        """What is being dragged, or None."""

    def is_drag_successful(self) -> bool:
        """Whether what was dragged last was taken where it was dropped."""

    def cancel_drag(self) -> None:
        """Ends dragging; nobody gets what was dragged."""

    def drag_description(self) -> str:
        """Words for what is being dragged."""

    def set_drag_description(self, description: str) -> None:
        """Sets the words for what is being dragged."""

    def cancel_tooltip(self) -> None:
        """Takes the tooltip away."""

    embedded: Any  # the embedded windows: `engine.gui._embedded_windows.EmbeddedWindows`

    def size_changed(self) -> None:
        """The visible part of the viewport has another size now."""

    def canvas_changed(self) -> None:
        """Its canvas transform is another one now."""

    def focus_lost(self) -> None:
        """The window has lost the focus: what is pressed or dragged is let go."""

    def mouse_cursor_changed(self) -> None:
        """The shape of the mouse cursor should be looked up again."""

    def process(self, delta: float) -> None:
        """Time passes: for tooltips that wait."""


maker: Callable[[Viewport], ViewportGui] | None = None
theme_lookup: Any = None


def make(viewport: Viewport) -> ViewportGui:
    """The gui part of a viewport; loads the gui layer if nobody has."""
    if maker is None:
        _public_names.public("Control")
    assert maker is not None, "the gui layer sets the maker when it is imported"
    return maker(viewport)


def lookup() -> Any:
    """The module that looks theme items up; loads the gui layer if nobody has."""
    if theme_lookup is None:
        _public_names.public("Control")
    assert theme_lookup is not None, "the gui layer sets it when it is imported"
    return theme_lookup
