"""Something to be collected."""

from __future__ import annotations

from engine import Node, Vector2


class Coin(Node):
    """Lies somewhere until a player comes.

    Args:
        at: where.
    """

    def __init__(self, at: Vector2 = Vector2.ZERO) -> None:
        super().__init__()
        self.name = "Coin"
        self.position = at
        self.is_taken = False
