"""`ShownElsewhere`: what belongs to a viewport that need not be the one above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.accessors import accessors
from engine.scene.node import Node
from engine.scene.viewport import Viewport


class ShownElsewhere(Node if TYPE_CHECKING else object):  # type: ignore[misc]
    """The `custom_viewport` of a camera or a canvas layer; it stands before the node's class."""

    _custom_viewport: Viewport | None = None

    def set_custom_viewport(self, viewport: Node | None) -> None:
        """Chooses another viewport than the one above."""
        if viewport is not None and not isinstance(viewport, Viewport):
            output.error('Parameter "Object::cast_to<Viewport>(p_viewport)" is null.')
            return
        if self._tree is not None:
            self._leave_viewport()
        self._custom_viewport = viewport
        if self._tree is not None:
            self._enter_viewport()

    def get_custom_viewport(self) -> Any:
        """The viewport that was set, or None."""
        return self._custom_viewport

    custom_viewport = accessors(get_custom_viewport, set_custom_viewport)

    def _enter_viewport(self) -> None:
        """Belongs to its viewport from now on."""

    def _leave_viewport(self) -> None:
        """Belongs to none."""
