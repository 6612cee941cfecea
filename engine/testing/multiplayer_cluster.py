"""A server and several clients in one process, each a tree of its own, that run in step.

    def test_everybody_hears_it(make_cluster):
        cluster = make_cluster(clients=3, conditions=LinkConditions(delay=0.05))
        games = cluster.add_everywhere(Game)
        cluster.tick(10)
        games[1].say.rpc("hello")
        cluster.run_until(lambda: all("hello" in game.heard for game in games))

There is one clock for all. A tick lets time pass once, and then each tree runs its frame: the
server first, then the clients in the order in which they were made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from engine.core.clock import ManualClock
from engine.scene.node import Node
from engine.testing._links import LinkConditions
from engine.testing.headless import Awaited, HeadlessTree, run_until
from engine.testing.multiplayer_links import MultiplayerNetwork, NetworkClient, NetworkServer

N = TypeVar("N", bound=Node)
_TICK = 1.0 / 60.0


class ClusterTree(HeadlessTree):
    """One of the trees of a `Cluster`.

    Args:
        cluster: which.
    """

    def __init__(self, cluster: Cluster) -> None:
        super().__init__(cluster.clock)
        self._cluster = cluster

    @property
    def peer(self) -> Any:
        """What connects the tree to the others: its multiplayer peer."""
        return self.get_multiplayer().multiplayer_peer

    def tick(self, count: int = 1, *, delta: float = _TICK) -> None:
        """Runs frames of the whole cluster: see `Cluster.tick`."""
        self._cluster.tick(count, delta=delta)


class Cluster:
    """A server's tree and its clients' trees, connected over links in memory.

    Args:
        clients: how many clients there are at first; they begin to connect at once.
        conditions: how good the links are; by default perfect.
        seed: what everything random on the links depends on.

    Attributes:
        clock: the time of all the trees.
        network: what connects them.
        server: the server's tree.
        clients: the clients' trees.
    """

    def __init__(
        self, clients: int = 2, conditions: LinkConditions | None = None, seed: int = 0
    ) -> None:
        self.clock = ManualClock()
        self.network = MultiplayerNetwork(self.clock, conditions, seed)
        self.clients: list[ClusterTree] = []
        self.server = self._make(self.network.create_server())
        for _ in range(clients):
            self.add_client()

    def _make(self, peer: NetworkServer | NetworkClient) -> ClusterTree:
        tree = ClusterTree(self)
        tree.get_multiplayer().multiplayer_peer = peer
        return tree

    @property
    def trees(self) -> list[ClusterTree]:
        """All trees, the server's first."""
        return [self.server, *self.clients]

    def add_client(self, conditions: LinkConditions | None = None) -> ClusterTree:
        """One client more, that begins to connect.

        Args:
            conditions: how good its link is; by default as the others'.
        """
        client = self._make(self.network.create_client(conditions))
        self.clients.append(client)
        return client

    def remove_client(self, client: ClusterTree) -> None:
        """Ends a client as if its process had ended; the others hear of it with the next ticks."""
        self.clients.remove(client)
        client.peer.close()
        client.finalize()

    def add_everywhere(self, make: Callable[[], N]) -> list[N]:
        """Adds a node to each tree, under the same name.

        Args:
            make: makes it: a class, or a function.

        Returns:
            The nodes, the server's first.
        """
        return [tree.add(make()) for tree in self.trees]

    def tick(self, count: int = 1, *, delta: float = _TICK) -> None:
        """Runs frames of all trees.

        Args:
            count: how many.
            delta: how long each is, in seconds.
        """
        for _ in range(count):
            self.clock.advance(delta)
            for tree in self.trees:
                tree._run_tick(delta)

    def connect(self, timeout: float = 10.0) -> None:
        """Runs until every client is connected and knows of all the others.

        Args:
            timeout: how long it may take, in seconds of the cluster's clock.

        Raises:
            TimeoutError: it takes longer.
        """
        self.run_until(self._is_complete, timeout)

    def _is_complete(self) -> bool:
        others = len(self.clients)
        return all(len(tree.get_multiplayer().get_peers()) == others for tree in self.trees)

    def run_until(self, what: Awaited, timeout: float = 10.0) -> Any:
        """Runs until something has happened; see `engine.testing.run_until`."""
        return run_until(what, self.server, timeout=timeout)

    def finalize(self) -> None:
        """Ends all trees, the clients first."""
        for tree in reversed(self.trees):
            tree.finalize()
        self.clients.clear()
