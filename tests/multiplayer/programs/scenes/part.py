"""A node that says that it was called, and several of them inside of each other."""

from __future__ import annotations

from engine import Node, rpc


class Part(Node):
    @rpc("any_peer")
    def ping(self, n: int) -> None:
        print(f"ping {n} at {self.get_path()}", flush=True)


def add_nested_parts(parent: Node) -> list[Part]:
    """One below the other."""
    parts = []
    for name in ("One", "Two", "Drei ü"):
        part = Part()
        part.name = name
        parent.add_child(part)
        parts.append(part)
        parent = part
    return parts
