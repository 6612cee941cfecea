"""A node that not everybody sees."""

from __future__ import annotations

from engine import Node, rpc


class Ghost(Node):
    hp = 1

    @rpc()
    def boo(self, n: int) -> None:
        print(f"boo {n}, hp {self.hp}", flush=True)
