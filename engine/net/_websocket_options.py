"""The properties of `WebSocketPeer`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from engine.core.output import error
from engine.core.packed_string_array import PackedStringArray
from engine.net._websocket_frames import Packet
from engine.net._websocket_link import WebSocketLink
from engine.net._websocket_reader import Reader
from engine.net._websocket_session import WebSocketSettings
from engine.net.packet_peer import PacketPeer

NONE: deque[Packet] = deque()
"""The messages of a peer without a connection."""


class _WebSocketOptions(PacketPeer):
    # What most polls look at is kept here, and close together: with thousands of peers every object
    # more that is looked at costs more than what is done with it.
    __slots__ = (
        "_asked",
        "_fd",
        "_handshake_headers",
        "_link",
        "_packets",
        "_reader",
        "_settings",
        "_supported_protocols",
    )

    def __init__(self) -> None:
        super().__init__()
        self._settings = WebSocketSettings()
        # A handshake under way has these very lists, and looks at them when it comes to it.
        self._supported_protocols: list[str] = []
        self._handshake_headers: list[str] = []
        self._link: WebSocketLink | None = None
        self._fd = -1  # of an open peer that has nothing to do until something comes
        self._asked = -1  # the tick of the last poll
        self._packets: deque[Packet] = NONE  # those of the link
        self._reader: Reader | None = None

    def _wake(self) -> None:
        """The next poll is to look at everything."""
        self._fd = -1
        if self._link is not None:
            self._link.wake()

    @property
    def inbound_buffer_size(self) -> int:
        """Bytes of the largest message that is taken, from the next connection on."""
        return self._settings.inbound_buffer_size

    @inbound_buffer_size.setter
    def inbound_buffer_size(self, size: int) -> None:
        self._settings.inbound_buffer_size = size

    def get_inbound_buffer_size(self) -> int:
        """The value of `inbound_buffer_size`."""
        return self.inbound_buffer_size

    def set_inbound_buffer_size(self, buffer_size: int) -> None:
        """Sets `inbound_buffer_size`."""
        self.inbound_buffer_size = buffer_size

    @property
    def outbound_buffer_size(self) -> int:
        """Bytes that may wait to be sent, the next message included; 0 or less: any number."""
        return self._settings.outbound_buffer_size

    @outbound_buffer_size.setter
    def outbound_buffer_size(self, size: int) -> None:
        self._settings.outbound_buffer_size = size
        self._wake()

    def get_outbound_buffer_size(self) -> int:
        """The value of `outbound_buffer_size`."""
        return self.outbound_buffer_size

    def set_outbound_buffer_size(self, buffer_size: int) -> None:
        """Sets `outbound_buffer_size`."""
        self.outbound_buffer_size = buffer_size

    @property
    def max_queued_packets(self) -> int:
        """Messages that may wait to be sent, and from the next connection on to be read."""
        return self._settings.max_queued_packets

    @max_queued_packets.setter
    def max_queued_packets(self, count: int) -> None:
        self._settings.max_queued_packets = count
        self._wake()

    def get_max_queued_packets(self) -> int:
        """The value of `max_queued_packets`."""
        return self.max_queued_packets

    def set_max_queued_packets(self, buffer_size: int) -> None:
        """Sets `max_queued_packets`."""
        self.max_queued_packets = buffer_size

    @property
    def heartbeat_interval(self) -> float:
        """Seconds between two pings, kept in whole milliseconds; 0 is none.

        When a ping is due and the last one was not answered, the connection is closed.
        """
        return self._settings.heartbeat_msec / 1000.0

    @heartbeat_interval.setter
    def heartbeat_interval(self, seconds: float) -> None:
        if seconds < 0:
            error('Condition "p_interval < 0" is true.')
            return
        self._settings.heartbeat_msec = int(seconds * 1000.0)
        self._wake()

    def get_heartbeat_interval(self) -> float:
        """The value of `heartbeat_interval`."""
        return self.heartbeat_interval

    def set_heartbeat_interval(self, interval: float) -> None:
        """Sets `heartbeat_interval`."""
        self.heartbeat_interval = interval

    @property
    def handshake_timeout(self) -> float:
        """Seconds for the opening handshake, once TCP is connected; 0: as long as it takes.

        Godot has none.
        """
        return self._settings.handshake_timeout

    @handshake_timeout.setter
    def handshake_timeout(self, seconds: float) -> None:
        self._settings.handshake_timeout = seconds

    @property
    def close_timeout(self) -> float:
        """Seconds for the other side to answer `close`; 0: as long as it takes. Godot has none."""
        return self._settings.close_timeout

    @close_timeout.setter
    def close_timeout(self, seconds: float) -> None:
        self._settings.close_timeout = seconds

    @property
    def idle_timeout(self) -> float:
        """Seconds without anything from the other side until it is given up; 0: for ever.

        With a shorter `heartbeat_interval` something comes from whoever still lives. Godot has
        none.
        """
        return self._settings.idle_timeout

    @idle_timeout.setter
    def idle_timeout(self, seconds: float) -> None:
        self._settings.idle_timeout = seconds
        if self._link is not None:
            self._link.session.listen_anew()
        self._wake()

    @property
    def permessage_deflate(self) -> bool:
        """Whether messages may be compressed (RFC 7692), from the next connection on.

        A client then offers it, a server accepts it when the client does; whether it is used is up
        to both. Messages of less than 64 bytes are sent as they are. `inbound_buffer_size` limits
        what a message is inflated to. Godot has no compression.
        """
        return self._settings.permessage_deflate

    @permessage_deflate.setter
    def permessage_deflate(self, enabled: bool) -> None:
        self._settings.permessage_deflate = enabled

    @property
    def supported_protocols(self) -> PackedStringArray:
        """Sub-protocols, the best first. This is a copy: assign a list to change them."""
        return PackedStringArray(self._supported_protocols)

    @supported_protocols.setter
    def supported_protocols(self, protocols: Iterable[str]) -> None:
        self._supported_protocols[:] = _strings(protocols, "supported_protocols")

    def get_supported_protocols(self) -> PackedStringArray:
        """The value of `supported_protocols`."""
        return self.supported_protocols

    def set_supported_protocols(self, protocols: Iterable[str]) -> None:
        """Sets `supported_protocols`."""
        self.supported_protocols = protocols

    @property
    def handshake_headers(self) -> PackedStringArray:
        """Header lines to add to the handshake. This is a copy: assign a list to change them."""
        return PackedStringArray(self._handshake_headers)

    @handshake_headers.setter
    def handshake_headers(self, headers: Iterable[str]) -> None:
        self._handshake_headers[:] = _strings(headers, "handshake_headers")

    def get_handshake_headers(self) -> PackedStringArray:
        """The value of `handshake_headers`."""
        return self.handshake_headers

    def set_handshake_headers(self, protocols: Iterable[str]) -> None:
        """Sets `handshake_headers`."""
        self.handshake_headers = protocols


def _strings(values: Iterable[str], name: str) -> list[str]:
    if isinstance(values, str):
        raise TypeError(f"{name} takes a list of strings, not one string: [{values!r}]")
    return [str(value) for value in values]
