"""SYNC and DELTA packets to all peers, in each poll.

Godot goes through all synchronizers for each peer, and reads and encodes their properties each
time. Here a synchronizer's part of a packet is made once in a poll, for whoever gets it; and peers
that see the same synchronizers in the same order, which is usual, share a `Sight`: the packets that
are made for the first of them in a poll are only sent to the others.

What is special about a peer is kept in its `ReplicationPeer`: synchronizers whose path it has not
confirmed (`waiting`), and those of which it does not have all changes (`behind`). As long as
nothing is special, a poll in which nothing is due or changed costs one look at each watched
synchronizer, whatever the number of peers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from struct import Struct
from typing import TYPE_CHECKING

from engine.core import output
from engine.multiplayer import _wire
from engine.multiplayer._sights import LastTurns, Sight
from engine.multiplayer._state_properties import encode_values
from engine.multiplayer._sync_state import BY_PATH, NEVER
from engine.multiplayer.scene_replication_config import SceneReplicationConfig

if TYPE_CHECKING:
    from engine.multiplayer._replicated import ReplicationPeer
    from engine.multiplayer._scene_replicator import SceneReplicator
    from engine.multiplayer._sights import Turns
    from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer

_SYNC_HEAD = Struct("<BH")
_ELEMENT = Struct("<II")
_DELTA_ELEMENT = Struct("<IQI")
_DELTA_HEAD = bytes((_wire.SYNC | _wire.DELTA_FLAG,))
_SYNC_HEAD_SIZE, _DELTA_HEAD_SIZE = 3, 1
_UNRELIABLE, _RELIABLE = 0, 2


class StateSender:
    """Sends the state of one's own synchronizers.

    Args:
        replicator: who knows nodes and peers.
    """

    __slots__ = ("_changes", "_now", "_poll", "_replicator", "_timed_looks")

    def __init__(self, replicator: SceneReplicator) -> None:
        self._replicator = replicator
        self._poll = 0
        self._now = 0
        self._changes = 0
        self._timed_looks = 0

    def send(self) -> None:
        """Sends what is due to all peers."""
        if not self._replicator.syncs.items:
            return
        self._poll += 1
        self._now = int(self._replicator.api._now() * 1_000_000)
        self._timed_looks = 0
        if self._changes != SceneReplicationConfig._changes:
            self._changes = SceneReplicationConfig._changes
            for peer in self._replicator.peers.values():
                peer.sight = None
        for number, peer in list(self._replicator.peers.items()):
            if peer.syncs.items:
                peer.time = peer.time + 1 & 0xFFFF
                self._send_to(number, peer)

    def _send_to(self, number: int, peer: ReplicationPeer) -> None:
        if peer.untold:
            self._tell(number, peer)
            return
        if peer.waiting:
            self._use_up_turns(number, peer)
        sight = peer.sight or self._find_sight(peer)
        if sight.poll != self._poll:
            self._look_at(sight)
        send = self._replicator.api._send_command
        if sight.bodies:
            head = _SYNC_HEAD.pack(_wire.SYNC, peer.time)
            for body in sight.bodies:
                send(number, head + body, _UNRELIABLE)
        if sight.watched:
            for packet in self._deltas(peer, sight):
                send(number, packet, _RELIABLE)

    def _find_sight(self, peer: ReplicationPeer) -> Sight:
        """What a peer sees, shared with those that see the same."""
        waiting = peer.waiting
        ready = [sync for sync in peer.syncs.items if sync not in waiting]
        for other in self._replicator.peers.values():
            if other.sight is not None and other.sight.ready == ready:
                peer.sight = other.sight
                break
        else:
            peer.sight = Sight(ready)
        for sync in list(peer.behind):
            if not sync._lists().on_change.paths:
                del peer.behind[sync]
        return peer.sight

    def _look_at(self, sight: Sight) -> None:
        """Finds out what there is in this poll for the peers of a sight."""
        sight.poll = self._poll
        sight.deltas = sight.last_turns = sight.newest = None
        sight.bodies = []
        if sight.always and self._now >= sight.next_due:
            limit = self._replicator.api.max_sync_packet_size
            parts = map(self._element, sight.always)
            sight.bodies = list(_packed(parts, limit, _SYNC_HEAD_SIZE))
            sight.next_due = min(
                sync._state.sent + sync._replication_interval for sync in sight.always
            )
        sight.changed = [sync for sync in sight.prompt if self._looked(sync) == self._poll]

    # Peers that have to be told paths ------------------------------------------------------------

    def _tell(self, number: int, peer: ReplicationPeer) -> None:
        """A whole turn for a peer with new synchronizers, in exactly Godot's order."""
        peer.turns = peer.turns.copy()
        api = self._replicator.api
        head = _SYNC_HEAD.pack(_wire.SYNC, peer.time)

        def due() -> Iterator[bytes | None]:
            for sync in peer.syncs:
                turn = sync._state.is_due(self._poll, self._now, sync._replication_interval)
                if turn and self._is_verified(number, peer, sync):
                    yield self._element(sync)

        for body in _packed(due(), api.max_sync_packet_size, _SYNC_HEAD_SIZE):
            api._send_command(number, head + body, _UNRELIABLE)

        def changed() -> Iterator[bytes | None]:
            for sync in peer.syncs:
                if self._is_verified(number, peer, sync):
                    yield self._delta(peer, sync)

        for body in _packed(changed(), api.max_delta_packet_size, _DELTA_HEAD_SIZE):
            api._send_command(number, _DELTA_HEAD + body, _RELIABLE)

    def _use_up_turns(self, number: int, peer: ReplicationPeer) -> None:
        """Lets those wait whose path is not confirmed, and finds out which ones are, by now."""
        for sync in list(peer.waiting):
            sync._state.is_due(self._poll, self._now, sync._replication_interval)
            self._is_verified(number, peer, sync)

    def _is_verified(
        self, number: int, peer: ReplicationPeer, sync: MultiplayerSynchronizer
    ) -> bool:
        """Whether a peer knows a synchronizer by its number; it is told once what that means."""
        if sync not in peer.waiting:
            return True
        peer.untold.pop(sync, None)
        state = sync._state
        if state.net_id == 0 or state.net_id & BY_PATH:
            own, confirmed = self._replicator.api._cache.number(sync, number)
            if state.net_id == 0:
                state.net_id = own | BY_PATH
            if not confirmed:
                return False
        del peer.waiting[sync]
        peer.behind[sync] = 0
        peer.sight = None
        return True

    # SYNC ----------------------------------------------------------------------------------------

    def _element(self, sync: MultiplayerSynchronizer) -> bytes | None:
        """A synchronizer's part of SYNC packets; None when there is nothing to send."""
        state = sync._state
        if state.element_poll == self._poll:
            return state.element
        state.element_poll = self._poll
        state.element = None
        if not state.is_due(self._poll, self._now, sync._replication_interval):
            return None
        root, always = sync._root, sync._lists().always
        if root is None or not always.paths:
            return None
        values = always.read(root)
        if values is None:
            output.error("Unable to retrieve sync state.")
            return None
        encoded = encode_values(values)
        if encoded is None:
            output.error("Unable to encode sync state.")
            return None
        limit = self._replicator.api.max_sync_packet_size
        if len(encoded) > limit:
            output.error(
                f"Node states bigger than MTU will not be sent ({len(encoded)} > {limit}): "
                f"{root.get_path()}"
            )
            return None
        state.element = _ELEMENT.pack(state.net_id, len(encoded)) + encoded
        return state.element

    # DELTA ---------------------------------------------------------------------------------------

    def _deltas(self, peer: ReplicationPeer, sight: Sight) -> Iterable[bytes]:
        """The DELTA packets for a peer."""
        if not peer.behind:
            if not peer.turns.last and not sight.timed:
                return self._shared_deltas(peer, sight)
            if self._is_quiet(peer.turns, sight):
                return ()
            last = sight.last_turns
            if last is not None and last.looks == self._timed_looks and peer.turns == last.before:
                peer.turns = last.after
                return last.packets
        before, peer.turns = peer.turns, peer.turns.copy()
        packets = self._delta_packets(peer, sight.watched)
        peer.turns.sum_up(not peer.behind, self._poll)
        if not peer.behind:
            sight.last_turns = LastTurns(before, peer.turns, packets, self._timed_looks)
        return packets

    def _shared_deltas(self, peer: ReplicationPeer, sight: Sight) -> Iterable[bytes]:
        """What all peers get that have all earlier changes, where there are no intervals."""
        if not sight.changed:
            return ()
        if sight.deltas is not None:
            return sight.deltas
        packets = self._delta_packets(peer, sight.changed)
        if not peer.behind:  # else something could not be sent, which each peer has to know of
            sight.deltas = packets
        return packets

    def _is_quiet(self, turns: Turns, sight: Sight) -> bool:
        """Whether there can be nothing for a peer, some synchronizers having intervals."""
        if sight.changed or len(turns.last) != sight.timed:
            return False
        if self._now < turns.first:
            return not self._timed_looks
        if not turns.complete or self._now < turns.latest:
            return False
        if sight.newest is None:  # all are due for this peer
            sight.newest = max(map(self._looked, sight.watched))
        return sight.newest <= turns.complete

    def _delta_packets(
        self, peer: ReplicationPeer, syncs: Iterable[MultiplayerSynchronizer]
    ) -> list[bytes]:
        limit = self._replicator.api.max_delta_packet_size
        parts = (self._delta(peer, sync) for sync in syncs)
        return [_DELTA_HEAD + body for body in _packed(parts, limit, _DELTA_HEAD_SIZE)]

    def _delta(self, peer: ReplicationPeer, sync: MultiplayerSynchronizer) -> bytes | None:
        """A synchronizer's part of DELTA packets for a peer; None when there is nothing to send."""
        state, interval = sync._state, sync._delta_interval
        last = peer.turns.last.get(sync) if interval else None
        poll, sent = last or self._last(peer, sync)
        if state.looked_poll != self._poll:
            if self._now < sent + interval:
                return None
            self._looked(sync)
        if state.kept.newest <= poll:
            if not interval:
                peer.behind.pop(sync, None)
            return None
        part = self._part(sync, poll)
        if part is None:
            peer.behind[sync] = poll
            return None
        if peer.behind:
            peer.behind.pop(sync, None)
        if interval:
            peer.turns.last[sync] = self._poll, self._now
        return part

    def _last(self, peer: ReplicationPeer, sync: MultiplayerSynchronizer) -> tuple[int, int]:
        """Up to which poll a peer has all changes, and when the last of them was sent."""
        last = peer.turns.last.get(sync)
        if last is not None and sync._delta_interval:
            return last
        if last is not None:  # it has no interval any more
            del peer.turns.last[sync]
            return last
        return peer.behind.get(sync, self._poll - 1), NEVER

    def _looked(self, sync: MultiplayerSynchronizer) -> int:
        """Looks for changes, once in a poll; gives the poll of the newest change."""
        state = sync._state
        if state.looked_poll == self._poll:
            return state.kept.newest
        state.looked_poll = self._poll
        root = sync._root
        if root is None:
            return 0
        if sync._delta_interval:
            self._timed_looks += 1
        state.parts.clear()
        state.kept.look(sync._lists().on_change.read_each(root), self._poll)
        return state.kept.newest

    def _part(self, sync: MultiplayerSynchronizer, poll: int) -> bytes | None:
        """What has changed in a synchronizer after a poll; None when it cannot be sent."""
        state = sync._state
        mask, values = state.kept.since(poll)
        part = state.parts.get(mask)
        if part is not None:
            return part
        encoded = encode_values(values)
        if encoded is None:
            output.error("Unable to encode delta state.")
            return None
        limit = self._replicator.api.max_delta_packet_size
        if len(encoded) > limit:
            output.error(
                f"Synchronizer delta bigger than MTU will not be sent ({len(encoded)} > {limit}): "
                f"{sync.get_path()}"
            )
            return None
        part = _DELTA_ELEMENT.pack(state.net_id, mask, len(encoded)) + encoded
        state.parts[mask] = part
        return part


def _packed(parts: Iterable[bytes | None], limit: int, head: int) -> Iterator[bytes]:
    """Parts joined into bodies of packets, each as long as it may be with its head."""
    body: list[bytes] = []
    size = head
    for part in parts:
        if part is None:
            continue
        if size + len(part) > limit and body:
            yield b"".join(body)
            body, size = [], head
        body.append(part)
        size += len(part)
    if body:
        yield b"".join(body)
