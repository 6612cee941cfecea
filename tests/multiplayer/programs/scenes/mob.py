"""A node with state of its own."""

from __future__ import annotations

from engine import Node, Vector2


class Mob(Node):
    hp = 1
    at = Vector2()
