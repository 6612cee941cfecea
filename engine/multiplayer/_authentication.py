"""Peers that have to authenticate before they count as connected.

An end with an `auth_callback` keeps each peer that connects as pending: bytes go to and fro as the
program likes, until both ends have said that they are done. What is kept of a pending peer:

    here    complete_auth was called here (and the other end was told)
    there   the other end said that it has completed
    since   when it connected, for `auth_timeout`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core import output
from engine.core.error import (
    ERR_FILE_CANT_WRITE,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    Error,
)
from engine.core.packed_byte_array import PackedByteArray
from engine.multiplayer import _wire

if TYPE_CHECKING:
    from engine.multiplayer.scene_multiplayer import SceneMultiplayer

_OFFLINE = (
    "multiplayer_peer.is_null() || multiplayer_peer->get_connection_status() != "
    "MultiplayerPeer::CONNECTION_CONNECTED"
)
_NO_AUTH = (
    "len < 2 || (packet[0] & CMD_MASK) != NETWORK_COMMAND_SYS || packet[1] != SYS_COMMAND_AUTH"
)
_OVER = "no more authentication data can be sent."


class _Pending:
    __slots__ = ("here", "since", "there")

    def __init__(self, since: float) -> None:
        self.here = self.there = False
        self.since = since


class Authentication:
    """The pending peers of one multiplayer API.

    Args:
        api: whose they are.
    """

    __slots__ = ("_api", "pending")

    def __init__(self, api: SceneMultiplayer) -> None:
        self._api = api
        self.pending: dict[int, _Pending] = {}

    def begin(self, peer: int) -> None:
        """A peer has connected that has to authenticate."""
        if len(self.pending) >= self._api.max_pending_peers:
            output.error(
                f"Peer {peer} is turned away: `max_pending_peers` allows no more than "
                f"{len(self.pending)} peers to be authenticating."
            )
            self._api.disconnect_peer(peer)
            return
        self.pending[peer] = _Pending(self._api._now())
        self._api._emit_if_heard("peer_authenticating", peer)

    def send(self, peer: int, data: bytes) -> Error:
        """Sends bytes for the other end's `auth_callback`."""
        if not self._api._is_connected():
            output.error(f'Condition "{_OFFLINE}" is true. Returning: ERR_UNCONFIGURED')
            return ERR_UNCONFIGURED
        pending = self.pending.get(peer)
        if pending is None:
            return _invalid("!pending_peers.has(p_to)")
        if not data:
            return _invalid("p_data.is_empty()")
        if pending.here:
            return _too_late(
                f"The authentication session was previously marked as completed, {_OVER}"
            )
        if pending.there:
            return _too_late(
                f"The remote peer notified that the authentication session was completed, {_OVER}"
            )
        return self._api._send_directly(peer, _wire.encode_auth(data))

    def complete(self, peer: int) -> Error:
        """Says that this end has completed; admits the peer if the other has, too."""
        if not self._api._is_connected():
            output.error(f'Condition "{_OFFLINE}" is true. Returning: ERR_UNCONFIGURED')
            return ERR_UNCONFIGURED
        pending = self.pending.get(peer)
        if pending is None:
            return _invalid("!pending_peers.has(p_peer)")
        if pending.here:
            return _too_late("The authentication session was already marked as completed.")
        pending.here = True
        problem = self._api._send_directly(peer, _wire.encode_auth(b""))
        if pending.there:
            self.pending.pop(peer, None)
            self._api._admit(peer)
        return problem

    def receive(self, sender: int, packet: bytes) -> None:
        """Handles a packet of a pending peer: it may only be AUTH."""
        pending = self.pending[sender]
        if len(packet) < 2 or packet[0] & 7 != _wire.SYS or packet[1] != _wire.AUTH:
            output.error(f'Condition "{_NO_AUTH}" is true. Continuing.')
        elif len(packet) > 2:
            self._hand_over(sender, packet[2:])
        else:
            pending.there = True
            if pending.here:
                self.pending.pop(sender, None)
                self._api._admit(sender)

    def _hand_over(self, sender: int, data: bytes) -> None:
        callback = self._api._auth_callback
        try:
            callback.call(sender, PackedByteArray(data))
        except Exception as exception:
            output.script_error(exception)
            output.error("Failed to call authentication callback")

    def drop_late(self) -> None:
        """Disconnects peers that take longer than `auth_timeout`."""
        timeout = self._api._auth_timeout
        if not timeout:
            return
        now = self._api._now()
        late = [peer for peer, one in self.pending.items() if one.since + timeout <= now]
        for peer in late:
            del self.pending[peer]
            if self._api._peer is not None:
                self._api._peer.disconnect_peer(peer)
        for peer in late:  # each signal may change everything
            self._api._emit_if_heard("peer_authentication_failed", peer)


def _invalid(condition: str) -> Error:
    output.error(f'Condition "{condition}" is true. Returning: ERR_INVALID_PARAMETER')
    return ERR_INVALID_PARAMETER


def _too_late(text: str) -> Error:
    output.error(text)
    return ERR_FILE_CANT_WRITE
