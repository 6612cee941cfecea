"""The properties of `WebSocketMultiplayerPeer`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.core.accessors import accessors
from engine.core.output import error
from engine.core.packed_string_array import PackedStringArray
from engine.net.websocket_peer import WebSocketPeer
from engine.scene.multiplayer_peer import MultiplayerPeer

_BUFFER_SIZE = 65535
_MAX_QUEUED = 4096
_TIMEOUT = 3.0
_BAD_TIMEOUT = 'Condition "p_timeout <= 0.0" is true.'


class WebSocketPeerOptions(MultiplayerPeer):
    """What each connection is made with: the server's later ones, or the client's next."""

    __slots__ = (
        "_handshake_headers",
        "_handshake_timeout",
        "_inbound_buffer_size",
        "_max_queued_packets",
        "_outbound_buffer_size",
        "_supported_protocols",
    )
    _class_name = "WebSocketMultiplayerPeer"

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state."""
        self = super().__new__(cls)
        self._handshake_headers = PackedStringArray()
        self._supported_protocols = PackedStringArray()
        self._handshake_timeout = _TIMEOUT
        self._inbound_buffer_size = self._outbound_buffer_size = _BUFFER_SIZE
        self._max_queued_packets = _MAX_QUEUED
        return self

    def get_handshake_headers(self) -> PackedStringArray:
        """The value of `handshake_headers`."""
        return self._handshake_headers.duplicate()

    def set_handshake_headers(self, protocols: Iterable[str]) -> None:
        """Sets `handshake_headers`: lines that are added to the handshake."""
        self._handshake_headers = PackedStringArray(protocols)

    def get_supported_protocols(self) -> PackedStringArray:
        """The value of `supported_protocols`."""
        return self._supported_protocols.duplicate()

    def set_supported_protocols(self, protocols: Iterable[str]) -> None:
        """Sets `supported_protocols`: the sub-protocols, the best first."""
        self._supported_protocols = PackedStringArray(protocols)

    def get_handshake_timeout(self) -> float:
        """The value of `handshake_timeout`."""
        return self._handshake_timeout

    def set_handshake_timeout(self, timeout: float) -> None:
        """Sets `handshake_timeout`: seconds until a connection has to be there."""
        if timeout <= 0.0:
            error(_BAD_TIMEOUT)
            return
        self._handshake_timeout = float(timeout)

    def get_inbound_buffer_size(self) -> int:
        """The value of `inbound_buffer_size`."""
        return self._inbound_buffer_size

    def set_inbound_buffer_size(self, buffer_size: int) -> None:
        """Sets `inbound_buffer_size`: bytes of the largest packet that is taken."""
        self._inbound_buffer_size = int(buffer_size)

    def get_outbound_buffer_size(self) -> int:
        """The value of `outbound_buffer_size`."""
        return self._outbound_buffer_size

    def set_outbound_buffer_size(self, buffer_size: int) -> None:
        """Sets `outbound_buffer_size`: bytes that may wait to be sent to each peer."""
        self._outbound_buffer_size = int(buffer_size)

    def get_max_queued_packets(self) -> int:
        """The value of `max_queued_packets`."""
        return self._max_queued_packets

    def set_max_queued_packets(self, max_queued_packets: int) -> None:
        """Sets `max_queued_packets`: packets that may wait for each peer, each way."""
        self._max_queued_packets = int(max_queued_packets)

    def _new_websocket(self) -> WebSocketPeer:
        """A WebSocket as the properties say."""
        peer = WebSocketPeer()
        peer.supported_protocols = self._supported_protocols
        peer.handshake_headers = self._handshake_headers
        peer.inbound_buffer_size = self._inbound_buffer_size
        peer.outbound_buffer_size = self._outbound_buffer_size
        peer.max_queued_packets = self._max_queued_packets
        peer.handshake_timeout = 0.0  # looked after by this class, which counts from the beginning
        return peer

    handshake_headers = accessors(get_handshake_headers, set_handshake_headers)
    supported_protocols = accessors(get_supported_protocols, set_supported_protocols)
    handshake_timeout = accessors(get_handshake_timeout, set_handshake_timeout)
    inbound_buffer_size = accessors(get_inbound_buffer_size, set_inbound_buffer_size)
    outbound_buffer_size = accessors(get_outbound_buffer_size, set_outbound_buffer_size)
    max_queued_packets = accessors(get_max_queued_packets, set_max_queued_packets)
