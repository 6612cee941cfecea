"""SYNC and DELTA packets that have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core import _variant_codec, output
from engine.core.error import OK
from engine.multiplayer import _wire
from engine.multiplayer._state_properties import StateProperties
from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer

if TYPE_CHECKING:
    from engine.multiplayer._scene_replicator import SceneReplicator
    from engine.scene.node import Node

_ERR = 'Condition "err" is true. Returning: err'


class StateReceiver:
    """Sets what other peers send.

    Args:
        replicator: who knows nodes and peers.
    """

    __slots__ = ("_replicator",)

    def __init__(self, replicator: SceneReplicator) -> None:
        self._replicator = replicator

    def receive(self, sender: int, packet: bytes) -> None:
        """Handles a SYNC or DELTA packet."""
        received = _wire.decode_sync(packet)
        if isinstance(received, _wire.Malformed):
            output.error(received.text)
            return
        if isinstance(received, _wire.Sync):
            time = received.time
            good = all(self._sync(sender, time, *element) for element in received.elements)
        else:
            good = all(self._delta(sender, *element) for element in received.elements)
        if good and received.problem:
            output.error(received.problem)

    def _sync(self, sender: int, time: int, net_id: int, state: bytes) -> bool:
        """Sets what is always sent; False when the rest of the packet is worth nothing."""
        sync = self._find(sender, net_id)
        if sync is None:
            return True
        root = _root_for(sync, sender)
        if root is None:
            output.error("Ignoring sync data from non-authority or for missing node.")
            return True
        if not sync._state.accept(time):
            return True
        properties = _lists(sync).always
        problem, values, _ = _variant_codec.decode_all(state, len(properties))
        if problem is not OK:
            output.error(_ERR)
            return False
        if not properties.write(root, values):
            output.error(_ERR)
            return False
        if not type(sync)._freed:
            sync._emit_if_heard("synchronized")
        return True

    def _delta(self, sender: int, net_id: int, mask: int, state: bytes) -> bool:
        """Sets what has changed; False when the rest of the packet is worth nothing."""
        sync = self._find(sender, net_id)
        root = None if sync is None else _root_for(sync, sender)
        if sync is None or root is None:
            output.error("Ignoring delta for non-authority or invalid synchronizer.")
            return True
        paths = _lists(sync).on_change.paths
        chosen = [path for place, path in enumerate(paths) if mask >> place & 1]
        if not chosen:
            output.error('Condition "props.is_empty()" is true. Returning: ERR_INVALID_DATA')
            return False
        problem, values, used = _variant_codec.decode_all(state, len(chosen))
        if problem is not OK:
            output.error('Condition "err != OK" is true. Returning: err')
            return False
        if used != len(state):
            output.error(
                'Condition "uint32_t(consumed) != size" is true. Returning: ERR_INVALID_DATA'
            )
            return False
        if not StateProperties(chosen).write(root, values):
            output.error('Condition "err != OK" is true. Returning: err')
            return False
        if not type(sync)._freed:
            sync._emit_if_heard("delta_synchronized")
        return True

    def _find(self, sender: int, net_id: int) -> MultiplayerSynchronizer | None:
        if net_id & _wire.BY_PATH:
            found = self._replicator.api._cache.node(sender, net_id ^ _wire.BY_PATH)
            return found if isinstance(found, MultiplayerSynchronizer) else None
        known = self._replicator.peers.get(sender)
        return None if known is None else known.received_syncs.get(net_id)


def _root_for(sync: MultiplayerSynchronizer, sender: int) -> Node | None:
    """The node whose state it is, if the sender may set that."""
    root = sync._root
    if root is None or type(root)._freed or sync._config is None:
        return None
    return root if sync.get_multiplayer_authority() == sender else None


def _lists(sync: MultiplayerSynchronizer):  # type: ignore[no-untyped-def]
    assert sync._config is not None
    return sync._config._lists()
