"""What a client presses."""

from __future__ import annotations

from engine import Node, Vector2


class Pad(Node):
    dir = Vector2()
    button = ""
