"""`Marker2D`: a point in the world."""

from __future__ import annotations

from engine.core.accessors import accessors
from engine.gui.node_2d import Node2D


class Marker2D(Node2D):
    """Marks a place; nothing of it is seen in a game."""

    _stored = ("gizmo_extents",)
    _own = ("_extents",)

    _extents: float = 10.0

    def set_gizmo_extents(self, extents: float) -> None:
        """How large its cross is in an editor."""
        self._extents = float(extents)

    def get_gizmo_extents(self) -> float:
        """How large its cross is in an editor."""
        return self._extents

    gizmo_extents = accessors(get_gizmo_extents, set_gizmo_extents)
