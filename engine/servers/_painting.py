"""Who paints: the renderer that the loop has chosen; none on a server."""

from __future__ import annotations

from collections.abc import Callable

from engine.servers.canvas import Frame, Pixels


class Painting:
    """Holds the renderer.

    Attributes:
        picture: paints all of a frame aside; None where nothing is painted.
    """

    def __init__(self) -> None:
        self.picture: Callable[[Frame], Pixels] | None = None


painting = Painting()
