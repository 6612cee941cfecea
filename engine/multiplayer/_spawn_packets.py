"""SPAWN and DESPAWN packets: made from nodes, and made into nodes.

The state of a spawned node is set before it is ready, one synchronizer after another: each of them,
as it enters the tree, takes the next net id of the packet and reads its properties from the state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core import _variant_codec, output
from engine.core._string_methods_paths import validate_node_name
from engine.core.error import (
    ERR_DOES_NOT_EXIST,
    ERR_INVALID_DATA,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.multiplayer import _wire
from engine.multiplayer._state_properties import encode_values
from engine.multiplayer.multiplayer_spawner import MultiplayerSpawner

if TYPE_CHECKING:
    from engine.multiplayer._replicated import ReplicationPeer, Tracked
    from engine.multiplayer._scene_replicator import SceneReplicator
    from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer
    from engine.scene.node import Node


class _Pending:
    """A received node on its way into the tree.

    Attributes:
        node: the node.
        sender: the peer that spawned it.
        ids: net ids that its synchronizers have not taken.
        state: state that they have not read.
    """

    __slots__ = ("ids", "node", "sender", "state")

    def __init__(self, node: Node, sender: int, spawn: _wire.Spawn) -> None:
        self.node = node
        self.sender = sender
        self.ids = list(spawn.sync_ids)
        self.state = spawn.state


class SpawnPackets:
    """Sends and receives nodes.

    Args:
        replicator: who knows nodes and peers.
    """

    __slots__ = ("_pending", "_replicator")

    def __init__(self, replicator: SceneReplicator) -> None:
        self._replicator = replicator
        self._pending: _Pending | None = None

    # Sending -------------------------------------------------------------------------------------

    def send(self, tracked: Tracked, peers: list[int]) -> None:
        """Spawns a node for some peers."""
        if not peers:
            return
        packet = self._packet(tracked)
        if packet is None:
            return
        api = self._replicator.api
        assert tracked.spawner is not None
        for peer in peers:
            api._cache.number(tracked.spawner, peer)
            api._send_command(peer, packet)
            known = self._replicator.peers.get(peer)
            if known is not None:
                known.spawned.add(tracked.node)

    def _packet(self, tracked: Tracked) -> bytes | None:
        replicator, spawner, node = self._replicator, tracked.spawner, tracked.node
        assert spawner is not None
        made = spawner._made[node]
        data = None
        if made.scene == _wire.CUSTOM_SPAWN:
            data = encode_values((made.data,))
            if data is None:
                output.error("Unable to encode spawn argument.")
                return None
        ids: list[int] = []
        values: list[Any] = []
        for sync in tracked.synchronizers:
            if not replicator.has_authority(sync):
                continue
            if not self._add_state(node, sync, values):
                return None
            if sync._state.net_id == 0:
                sync._state.net_id = replicator.next_net_id()
            ids.append(sync._state.net_id)
        state = encode_values(values)
        if state is None:
            output.error("Unable to encode spawn state.")
            return None
        if tracked.net_id == 0:
            tracked.net_id = replicator.next_net_id()
        number = replicator.api._cache.numbered(spawner).number
        name = str(node.name)
        return _wire.encode_spawn(made.scene, number, tracked.net_id, ids, name, data, state)

    def _add_state(self, node: Node, sync: MultiplayerSynchronizer, values: list[Any]) -> bool:
        config = sync._config
        if config is None:
            output.error('Parameter "sync->get_replication_config_ptr()" is null.')
            return False
        state = config._lists().spawn.read(node)
        if state is None:
            output.error("Unable to retrieve spawn state.")
            return False
        values.extend(state)
        return True

    # Receiving -----------------------------------------------------------------------------------

    def receive_spawn(self, sender: int, packet: bytes) -> None:
        """Handles a SPAWN packet."""
        spawn = _wire.decode_spawn(packet)
        if isinstance(spawn, _wire.Malformed):
            output.error(spawn.text)
            return
        spawner = self._spawner(sender, spawn)
        parent = None if spawner is None else _parent(spawner, spawn)
        if spawner is None or parent is None:
            return
        node = _made(spawner, spawn)
        if node is None:
            return
        node.name = spawn.name
        known = self._replicator.peers.get(sender)
        if known is None or not self._take(known, spawn, node):
            if node.get_parent() is None:
                node.free()
            return
        tracked = self._replicator.track(node)
        tracked.spawner = spawner
        tracked.net_id = spawn.net_id
        tracked.remote = sender
        self._enter(sender, spawn, parent, node)
        if not type(spawner)._freed:
            spawner.spawned.emit(node)

    def _spawner(self, sender: int, spawn: _wire.Spawn) -> MultiplayerSpawner | None:
        spawner = self._replicator.api._cache.node(sender, spawn.spawner)
        if not isinstance(spawner, MultiplayerSpawner):
            output.error('Parameter "spawner" is null.')
            return None
        if spawner.get_multiplayer_authority() != sender:
            output.error(_unauthorized("p_from != spawner->get_multiplayer_authority()"))
            return None
        return spawner

    def _take(self, known: ReplicationPeer, spawn: _wire.Spawn, node: Node) -> bool:
        """Keeps a node as one that a peer has spawned."""
        if spawn.net_id in known.received_nodes:
            output.error(
                'Condition "peers_info[p_from].recv_nodes.has(net_id)" is true. Returning: '
                "ERR_ALREADY_IN_USE"
            )
            return False
        limit = self._replicator.api.max_peer_nodes
        if len(known.received_nodes) >= limit:
            output.error(f"A peer has spawned {limit} nodes, and `max_peer_nodes` allows no more.")
            return False
        known.received_nodes[spawn.net_id] = node
        return True

    def _enter(self, sender: int, spawn: _wire.Spawn, parent: Node, node: Node) -> None:
        outer, pending = self._pending, _Pending(node, sender, spawn)
        self._pending = pending
        try:
            parent.add_child(node)
        finally:
            self._pending = outer
        if pending.ids:
            output.error("Method/function failed. Returning: ERR_INVALID_DATA")

    def start(self, node: Node, sync: MultiplayerSynchronizer) -> Error:
        """Gives a synchronizer of a received node, as it enters the tree, its number and state."""
        pending = self._pending
        if pending is None or pending.node is not node:
            return OK
        if sync.get_multiplayer_authority() != pending.sender:
            return OK
        if not pending.ids:
            output.error(
                f'The MultiplayerSynchronizer at path "{sync.get_path()}" is unable to process the '
                "pending spawn since it has no network ID. This might happen when changing the "
                'multiplayer authority during the "_ready" callback. Make sure to only change the '
                'authority of multiplayer synchronizers during the "_enter_tree" callback of their '
                "multiplayer spawner."
            )
            return ERR_INVALID_DATA
        known = self._replicator.peers.get(pending.sender)
        if known is None:
            return ERR_INVALID_DATA
        sync._state.net_id = pending.ids.pop(0)
        known.received_syncs[sync._state.net_id] = sync
        return _apply(pending, sync) if pending.state else OK

    def receive_despawn(self, sender: int, packet: bytes) -> None:
        """Handles a DESPAWN packet."""
        despawn = _wire.decode_despawn(packet)
        if isinstance(despawn, _wire.Malformed):
            output.error(despawn.text)
            return
        known = self._replicator.peers.get(sender)
        node = None if known is None else known.received_nodes.get(despawn.net_id)
        if known is None or node is None:
            output.error(_unauthorized("!pinfo.recv_nodes.has(net_id)"))
            return
        del known.received_nodes[despawn.net_id]
        tracked = self._replicator.tracked.get(node)
        spawner = None if tracked is None else tracked.spawner
        if spawner is None or type(spawner)._freed:
            output.error('Parameter "spawner" is null.')
            return
        if spawner.get_multiplayer_authority() != sender:
            output.error(_unauthorized("p_from != spawner->get_multiplayer_authority()"))
            return
        parent = node.get_parent()
        if parent is not None:
            parent.remove_child(node)
        node.queue_free()
        spawner.despawned.emit(node)


def _parent(spawner: MultiplayerSpawner, spawn: _wire.Spawn) -> Node | None:
    """Where a received node goes; None, after an error, when it must not."""
    name = spawn.name
    if spawn.problem:
        output.error(spawn.problem)
    elif validate_node_name(name) != name:
        output.error(
            f"Invalid node name received: '{name}'. Make sure to add nodes via 'add_child(node, "
            "true)' remotely."
        )
    else:
        parent: Node | None = spawner.get_node_or_null(spawner._path)
        if parent is None:
            output.error('Parameter "parent" is null.')
        elif name and parent.has_node(name):
            output.error(_invalid("parent->has_node(name)"))
        else:
            return parent
    return None


def _made(spawner: MultiplayerSpawner, spawn: _wire.Spawn) -> Node | None:
    """A received node, outside of the tree; None, after an error, when it cannot be made."""
    if spawn.data_problem:
        output.error(spawn.data_problem)
        return None
    node: Node | None
    if spawn.data is None:
        node = spawner._make_scene(spawn.scene)
    else:
        problem, data, _ = _variant_codec.decode_compressed(spawn.data)
        if problem is not OK:
            output.error('Condition "err != OK" is true. Returning: err')
            return None
        node = spawner._make_custom(data)
    if node is None:
        output.error('Parameter "node" is null.')
    return node


def _apply(pending: _Pending, sync: MultiplayerSynchronizer) -> Error:
    config = sync._config
    if config is None:
        output.error(
            'Condition "!node || !sync->get_replication_config_ptr()" is true. Returning: '
            "ERR_UNCONFIGURED"
        )
        return ERR_UNCONFIGURED
    properties = config._lists().spawn
    problem, values, used = _variant_codec.decode_all(pending.state, len(properties))
    if problem is not OK:
        output.error('Condition "err" is true. Returning: err')
        return problem
    pending.state = pending.state[used:]
    return OK if properties.write(pending.node, values) else ERR_DOES_NOT_EXIST


def _invalid(condition: str) -> str:
    return f'Condition "{condition}" is true. Returning: ERR_INVALID_DATA'


def _unauthorized(condition: str) -> str:
    return f'Condition "{condition}" is true. Returning: ERR_UNAUTHORIZED'
