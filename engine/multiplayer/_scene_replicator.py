"""Replication: which nodes and whose state are sent to which peers.

Spawners and synchronizers announce themselves here through `object_configuration_add`. A node that
a spawner spawns, or a synchronizer speaks for, is tracked until it leaves the tree. For each peer
there is a record of what it can see and of what it has sent. The parts:

    here                  tracking, and visibility: of state, of spawned nodes, of calls
    `_spawn_packets`      SPAWN and DESPAWN, both ways
    `_state_sender`       SYNC and DELTA, in each poll
    `_state_receiver`     SYNC and DELTA that have come

When a spawned node is ready it is sent to each peer that can see it. When visibility changes, or a
peer comes, the node is sent or taken back, and its state begins or ceases to be sent. Orders are
Godot's, down to where the last of a list takes the place of one that goes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    OK,
    Error,
)
from engine.multiplayer import _wire
from engine.multiplayer._replicated import ReplicationPeer, Tracked
from engine.multiplayer._spawn_packets import SpawnPackets
from engine.multiplayer._state_receiver import StateReceiver
from engine.multiplayer._state_sender import StateSender
from engine.multiplayer._swap_list import SwapList
from engine.multiplayer.multiplayer_spawner import MultiplayerSpawner
from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer
from engine.scene.node import Node

if TYPE_CHECKING:
    from collections.abc import Callable as PyCallable

    from engine.multiplayer.scene_multiplayer import SceneMultiplayer

_NOT_READY = (
    "An error happened during last spawn, this usually means the 'ready' signal was not emitted "
    "by the spawned node."
)


class SceneReplicator:
    """What spawners and synchronizers have to do with other peers.

    Args:
        api: whose nodes these are; it sends.
    """

    __slots__ = (
        "_last_net_id",
        "_listening",
        "_queue",
        "_receiver",
        "_sender",
        "_spawned",
        "_spawns",
        "api",
        "peers",
        "syncs",
        "tracked",
    )

    def __init__(self, api: SceneMultiplayer) -> None:
        self.api = api
        self.peers: dict[int, ReplicationPeer] = {}
        self.tracked: dict[Node, Tracked] = {}
        self.syncs: SwapList[MultiplayerSynchronizer] = SwapList()
        self._listening: dict[MultiplayerSynchronizer, PyCallable[[int], None]] = {}
        self._spawned: SwapList[Node] = SwapList()
        self._queue: dict[Node, PyCallable[[], None]] = {}  # until they are ready
        self._last_net_id = 0
        self._spawns = SpawnPackets(self)
        self._sender = StateSender(self)
        self._receiver = StateReceiver(self)

    # Peers ---------------------------------------------------------------------------------------

    def peer_came(self, peer: int) -> None:
        """Sends what a new peer can see.

        What a peer that is there already has spawned stays its own: a server may name one twice.
        """
        before, self.peers[peer] = self.peers.get(peer), ReplicationPeer()
        if before is not None:
            self.peers[peer].received_nodes = before.received_nodes
            self.peers[peer].received_syncs = before.received_syncs
        for node in self._spawned:
            self._update_spawn(peer, node)
        for sync in self.syncs:
            self._update_sync(peer, sync)

    def peer_left(self, peer: int) -> None:
        """Frees what a peer has spawned, and forgets it."""
        gone = self.peers.pop(peer, None)
        if gone is not None:
            self._free_nodes_of(gone)

    def reset(self) -> None:
        """Frees what all peers have spawned; numbers begin at 1 again."""
        gone, self.peers = self.peers, {}
        for peer in gone.values():
            self._free_nodes_of(peer)
        for tracked in self.tracked.values():
            tracked.net_id = tracked.remote = 0
        for sync in self.syncs:
            sync._reset()
        self._last_net_id = 0

    def _free_nodes_of(self, peer: ReplicationPeer) -> None:
        for node in list(peer.received_nodes.values()):
            node.queue_free()

    def next_net_id(self) -> int:
        """A number that was not used since the connection was made."""
        self._last_net_id += 1
        return self._last_net_id

    def has_authority(self, node: Node) -> bool:
        """Whether this end is the authority of a node."""
        return node.get_multiplayer_authority() == self.api.get_unique_id()

    # Tracking ------------------------------------------------------------------------------------

    def configuration_added(self, obj: Any, config: Any) -> Error:
        """Takes a node that is spawned, or a node with a synchronizer that speaks for it."""
        if isinstance(obj, Node) and isinstance(config, MultiplayerSpawner):
            return self._add_spawn(obj, config)
        if isinstance(obj, Node) and isinstance(config, MultiplayerSynchronizer):
            return self._add_sync(obj, config)
        return ERR_INVALID_PARAMETER

    def configuration_removed(self, obj: Any, config: Any) -> Error:
        """Takes back what `configuration_added` was told."""
        if isinstance(obj, Node) and isinstance(config, MultiplayerSpawner):
            return self._remove_spawn(obj, config)
        if isinstance(obj, Node) and isinstance(config, MultiplayerSynchronizer):
            return self._remove_sync(obj, config)
        return ERR_INVALID_PARAMETER

    def track(self, node: Node) -> Tracked:
        """The record of a node, until that leaves the tree."""
        tracked = self.tracked.get(node)
        if tracked is None:
            forget = partial(self._untrack, node)
            tracked = self.tracked[node] = Tracked(node, forget)
            node.tree_exited.connect(forget, Node.CONNECT_ONE_SHOT)
        return tracked

    def _untrack(self, node: Node) -> None:
        tracked = self.tracked.pop(node, None)
        if tracked is None:
            return
        self._spawned.discard(node)
        self._queue.pop(node, None)
        remote = self.peers.get(tracked.remote)
        if remote is not None and remote.received_nodes.get(tracked.net_id) is node:
            del remote.received_nodes[tracked.net_id]  # else the peer has left and come again
        for peer in self.peers.values():
            peer.spawned.discard(node)

    # Spawned nodes -------------------------------------------------------------------------------

    def _add_spawn(self, node: Node, spawner: MultiplayerSpawner) -> Error:
        tracked = self.track(node)
        if tracked.spawner is not None:
            output.error(
                'Condition "tobj.spawner != ObjectID()" is true. Returning: ERR_ALREADY_IN_USE'
            )
            return ERR_ALREADY_IN_USE
        tracked.spawner = spawner
        when_ready = partial(self._node_ready, node)
        self._queue[node] = when_ready
        node.ready.connect(when_ready, Node.CONNECT_ONE_SHOT)
        return OK

    def _node_ready(self, node: Node) -> None:
        """Sends what was waiting; a node inside another one waits for that, too."""
        if node not in self._queue or node is not next(iter(self._queue)):
            return
        queue, self._queue = list(self._queue), {}
        for waiting in queue:
            tracked = self.tracked.get(waiting)
            if tracked is None or tracked.spawner is None:
                continue
            if self.has_authority(tracked.spawner):
                if tracked.net_id == 0:
                    tracked.net_id = self.next_net_id()
                self._spawned.add(waiting)
                self._update_spawn(0, waiting)

    def _remove_spawn(self, node: Node, spawner: MultiplayerSpawner) -> Error:
        tracked = self.tracked.get(node)
        if tracked is None or tracked.spawner is not spawner:
            return ERR_INVALID_PARAMETER
        packet = _wire.encode_despawn(tracked.net_id)
        for number, peer in self.peers.items():
            if node in peer.spawned:
                peer.spawned.discard(node)
                self.api._send_command(number, packet)
        tracked.spawner = None
        self._spawned.discard(node)
        return OK

    def _update_spawn(self, peer: int, node: Node) -> None:
        """Sends a node to those that can see it and have it not, and takes it back from others.

        Args:
            peer: a peer, or 0 for all.
            node: the node.
        """
        tracked = self.tracked[node]
        spawner = tracked.spawner
        if spawner is None:
            return
        if not self.has_authority(spawner):  # any more: it was spawned before there were peers
            output.error('Condition "!_has_authority(spawner)" is true. Returning: ERR_BUG')
            return
        visible = self._is_spawn_visible(peer, tracked)
        if peer == 0 and not visible:
            for one in list(self.peers):
                self._update_spawn(one, node)
            return
        asked = [peer] if peer else list(self.peers)
        if visible:
            self._spawns.send(
                tracked, [one for one in asked if node not in self.peers[one].spawned]
            )
        elif node in self.peers[peer].spawned:
            self.peers[peer].spawned.discard(node)
            self.api._send_command(peer, _wire.encode_despawn(tracked.net_id))

    def _is_spawn_visible(self, peer: int, tracked: Tracked) -> bool:
        own = [sync for sync in tracked.synchronizers if self.has_authority(sync)]
        return not own or any(sync._is_visible_to(peer) for sync in own)

    # Synchronizers -------------------------------------------------------------------------------

    def _add_sync(self, node: Node, sync: MultiplayerSynchronizer) -> Error:
        self.track(node).synchronizers.add(sync)
        self.syncs.add(sync)
        changed = partial(self._visibility_changed, sync)
        self._listening[sync] = changed
        sync.visibility_changed.connect(changed)
        self._update_sync(0, sync)
        return self._spawns.start(node, sync)

    def _remove_sync(self, node: Node, sync: MultiplayerSynchronizer) -> Error:
        changed = self._listening.pop(sync, None)
        if changed is None:
            return ERR_INVALID_PARAMETER
        sync.visibility_changed.disconnect(changed)
        self.syncs.discard(sync)
        tracked = self.tracked.get(node)
        if tracked is not None:
            tracked.synchronizers.discard(sync)
        net_id = sync._state.net_id
        for peer in self.peers.values():
            peer.hide(sync)
            if peer.received_syncs.get(net_id) is sync:
                del peer.received_syncs[net_id]
        return OK

    def _visibility_changed(self, sync: MultiplayerSynchronizer, peer: int) -> None:
        node = sync._root
        if peer and peer not in self.peers:
            return
        if node is not None and node in self._spawned:
            self._update_spawn(peer, node)
        self._update_sync(peer, sync)

    def _update_sync(self, peer: int, sync: MultiplayerSynchronizer) -> None:
        """Begins or ceases to send the state of a synchronizer to a peer, or to all with 0."""
        if not self.has_authority(sync) or peer == self.api.get_unique_id():
            return
        visible = sync._is_visible_to(peer)
        asked = {peer: self.peers[peer]} if peer else self.peers
        for one, known in list(asked.items()):
            if visible or (not peer and sync._is_visible_to(one)):
                known.show(sync)
            else:
                known.hide(sync)

    # Calls ---------------------------------------------------------------------------------------

    def has_visibility(self, node: Node) -> bool:
        """Whether there is anything that says which peers see a node."""
        tracked = self.tracked.get(node)
        return tracked is not None and len(tracked.synchronizers) > 0

    def is_rpc_visible(self, node: Node, peer: int) -> bool:
        """Whether a peer may get calls on a node."""
        tracked = self.tracked.get(node)
        if tracked is None or not len(tracked.synchronizers):
            return True
        if tracked.remote and tracked.remote == peer:
            return True
        if node in self._spawned:
            known = self.peers.get(peer)
            return known is not None and node in known.spawned
        return any(sync._is_visible_to(peer) for sync in tracked.synchronizers)

    # Packets -------------------------------------------------------------------------------------

    def process(self) -> None:
        """Sends the state that is due."""
        if self._queue:
            output.error(_NOT_READY)
            for node, when_ready in self._queue.items():
                if node.ready.is_connected(when_ready):
                    node.ready.disconnect(when_ready)
            self._queue.clear()
        self._sender.send()

    def receive_spawn(self, sender: int, packet: bytes) -> None:
        """Handles a SPAWN packet."""
        self._spawns.receive_spawn(sender, packet)

    def receive_despawn(self, sender: int, packet: bytes) -> None:
        """Handles a DESPAWN packet."""
        self._spawns.receive_despawn(sender, packet)

    def receive_sync(self, sender: int, packet: bytes) -> None:
        """Handles a SYNC or DELTA packet."""
        self._receiver.receive(sender, packet)
