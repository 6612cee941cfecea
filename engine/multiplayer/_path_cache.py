"""The path cache: nodes are named by paths at first, and by numbers later.

Each end numbers the nodes that *it* refers to, from 1 on and the same for all peers. Before a
packet needs a number, the peer is told once what it means (SIMPLIFY_PATH); when the peer has
confirmed it the path is no longer needed. A node that leaves the tree loses its number.

What other peers have numbered is kept for each of them: the number goes on to mean the node for as
long as it lives, and what is at its path after that. How many numbers a peer may have kept is
limited by `SceneMultiplayer.max_peer_paths`; beyond that its numbers are not confirmed, and it has
to go on with paths.

Calls that were made once are kept as they are: how those begin that go out, and what is called by
those that come in. Both live no longer than what they were made from.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.core import output
from engine.core._lazy import lazy
from engine.multiplayer import _wire
from engine.multiplayer._rpc_methods import methods_of

if TYPE_CHECKING:
    from engine.multiplayer import _rpc_mismatch
    from engine.multiplayer._rpc_methods import Method
    from engine.multiplayer.scene_multiplayer import SceneMultiplayer
    from engine.scene.node import Node
else:
    _rpc_mismatch = lazy("engine.multiplayer._rpc_mismatch")

_MOST_EXPLAINED = 32  # of mismatches
_MISMATCH = (
    "The rpc node checksum failed. Make sure to have the same methods on both nodes. Node path: "
)


class Numbered:
    """A node that has a number here.

    Attributes:
        number: the number.
        node: the node.
        confirmed: the peers that were told, and whether they have confirmed it.
        unconfirmed: how many of them have not.
        heads: of calls that were made by number, between the server and one peer: by peer, method
            and number of arguments how they begin, and their transfer mode and channel.
        forget: what the node's `tree_exited` calls.
    """

    __slots__ = ("confirmed", "forget", "heads", "node", "number", "unconfirmed")

    forget: Callable[[], None]

    def __init__(self, number: int, node: Node) -> None:
        self.number = number
        self.node = node
        self.confirmed: dict[int, bool] = {}
        self.unconfirmed = 0
        self.heads: dict[tuple[int, str, int], tuple[bytes, int, int]] = {}


class _Named(NamedTuple):
    """What a peer's number means: a node, and its path for when the node has gone."""

    node: weakref.ref[Node]
    path: str


Called = tuple[weakref.ref["Node"], "Method", Callable[..., Any]]
"""A node, a method, and the function of the node's class."""


class PathCache:
    """The numbers of one multiplayer API.

    Args:
        api: whose they are; it sends, and finds nodes.

    Attributes:
        nodes: those that have a number here.
        calls: what was called, by the sender and the first three bytes of a call by number.
    """

    __slots__ = ("_api", "_by_number", "_count", "_explained", "_of_peers", "calls", "nodes")

    def __init__(self, api: SceneMultiplayer) -> None:
        self._api = api
        self.nodes: dict[Node, Numbered] = {}
        self._by_number: dict[int, Numbered] = {}
        self._of_peers: dict[int, dict[int, _Named]] = {}
        self.calls: dict[tuple[int, bytes], Called] = {}
        self._count = 0
        self._explained = 0

    def peer_came(self, peer: int) -> None:
        """Makes room for the numbers of a peer."""
        _forget_calls(self.calls, peer)  # it may have been there
        self._of_peers[peer] = {}

    def peer_left(self, peer: int) -> None:
        """Forgets the numbers of a peer, and what it has confirmed."""
        self._of_peers.pop(peer, None)
        _forget_calls(self.calls, peer)
        for numbered in self.nodes.values():
            _forget_calls(numbered.heads, peer)
            if numbered.confirmed.pop(peer, True) is False:
                numbered.unconfirmed -= 1

    def clear(self) -> None:
        """Forgets everything; numbers begin at 1 again."""
        for node, numbered in list(self.nodes.items()):
            if not type(node)._freed:
                node.tree_exited.disconnect(numbered.forget)
        self.nodes.clear()
        self._by_number.clear()
        self._of_peers.clear()
        self.calls.clear()
        self._count = 0

    # One's own numbers ---------------------------------------------------------------------------

    def numbered(self, node: Node) -> Numbered:
        """The number of a node, which it gets now if it has none."""
        found = self.nodes.get(node)
        if found is None:
            self._count += 1
            found = Numbered(self._count, node)
            self.nodes[node] = self._by_number[self._count] = found
            found.forget = partial(self._forget, found)
            node.tree_exited.connect(found.forget)
        return found

    def number(self, node: Node, peer: int) -> tuple[int, bool]:
        """The number of a node, and whether a peer has confirmed it.

        The peer is told if it has not been.
        """
        numbered = self.nodes.get(node) or self.numbered(node)
        known = numbered.confirmed.get(peer)
        if known is None:
            self.tell(numbered, peer)
            known = False
        return numbered.number, known

    def tell(self, numbered: Numbered, peer: int) -> None:
        """Tells a peer what a number means."""
        numbered.confirmed[peer] = False
        numbered.unconfirmed += 1
        node = numbered.node
        packet = _wire.encode_simplify_path(
            methods_of(node).md5, numbered.number, self._api._path_of(node)
        )
        self._api._send_command(peer, packet)

    def _forget(self, numbered: Numbered) -> None:
        node = numbered.node
        node.tree_exited.disconnect(numbered.forget)
        self.nodes.pop(node, None)
        self._by_number.pop(numbered.number, None)

    def receive_confirm_path(self, sender: int, packet: bytes) -> None:
        """Handles a CONFIRM_PATH packet."""
        confirmed = _wire.decode_confirm_path(packet)
        if isinstance(confirmed, _wire.Malformed):
            output.error(confirmed.text)
            return
        numbered = self._by_number.get(confirmed.number)
        if numbered is None or type(numbered.node)._freed:
            return  # the node may have gone meanwhile, even without a signal
        if not confirmed.same_methods:
            node = numbered.node
            self._mismatch(f"{_MISMATCH}{node.get_path()}", node)
        known = numbered.confirmed.get(sender)
        if known is None:
            output.error(
                "Invalid packet received. Tries to confirm a node which was not requested."
            )
        elif not known:
            numbered.confirmed[sender] = True
            numbered.unconfirmed -= 1

    def _mismatch(self, text: str, node: Node, methods: str = "") -> None:
        """Reports that the methods differ, at length as long as that is no way to keep us busy."""
        self._explained += 1
        if self._explained > _MOST_EXPLAINED:
            output.error(text)
        else:
            _rpc_mismatch.report(text, node, methods)

    # The numbers of others -----------------------------------------------------------------------

    def receive_simplify_path(self, sender: int, packet: bytes) -> None:
        """Handles a SIMPLIFY_PATH packet."""
        known = self._of_peers.get(sender)
        if known is None:
            output.error('Condition "!peers_info.has(p_from)" is true.')
            return
        named = _wire.decode_simplify_path(packet)
        if isinstance(named, _wire.Malformed):
            output.error(named.text)
        elif named.number in known:
            number = named.number
            output.error(f"Duplicate remote cache ID {number} for peer {sender}")
        elif len(known) >= self._api.max_peer_paths:
            output.error(
                f"Peer {sender} has numbered {len(known)} nodes, and `max_peer_paths` allows no "
                "more. It has to call further nodes by their paths."
            )
        else:
            self._keep(sender, known, named)

    def _keep(self, sender: int, known: dict[int, _Named], named: _wire.SimplifyPath) -> None:
        node = self._api._node_at(named.path)
        if node is None:
            output.error('Parameter "node" is null.')
            return
        same_methods = methods_of(node).md5 == named.methods
        if not same_methods:
            self._mismatch(_MISMATCH + named.path, node, named.methods)
        # Not the path as it came, which may be long for no reason.
        known[named.number] = _Named(weakref.ref(node), self._api._path_of(node))
        answer = _wire.encode_confirm_path(same_methods, named.number)
        self._api._send_command(sender, answer)

    def node(self, peer: int, number: int) -> Any:
        """The node that a peer means by a number; None, with an error, when there is none."""
        known = self._of_peers.get(peer)
        if known is None:
            output.error('Parameter "pinfo" is null.')
            return None
        named = known.get(number)
        if named is None:
            output.error(f"ID {number} not found in cache of peer {peer}.")
            return None
        node = named.node()
        if node is None or type(node)._freed:
            node = self._api._node_at(named.path)
            if node is None:
                output.error(f"Failed to get cached node from peer {peer} with cache ID {number}.")
                return None
            known[number] = _Named(weakref.ref(node), named.path)
        return node


def _forget_calls(calls: dict[Any, Any], peer: int) -> None:
    """Forgets the calls from or to a peer."""
    for key in [key for key in calls if key[0] == peer]:
        del calls[key]
