"""What sockets and peers count."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StreamStatistics:
    """What a stream has carried.

    Attributes:
        bytes_in: bytes that were read.
        bytes_out: bytes that were written.
    """

    bytes_in: int = 0
    bytes_out: int = 0


@dataclass(frozen=True, slots=True)
class ServerStatistics:
    """What a listening socket has done.

    Attributes:
        listening: whether it listens.
        taken: connections that were taken since the object was made.
    """

    listening: bool = False
    taken: int = 0


@dataclass(frozen=True, slots=True)
class PacketStatistics:
    """What a peer of single packets has carried, since it was made.

    Attributes:
        bytes_in: bytes of the packets that came.
        bytes_out: bytes of the packets that were sent.
        packets_in: packets that came.
        packets_out: packets that were sent.
        packets_unread: packets that wait for `get_packet`.
        packets_dropped: packets that came while there was no room for them.
    """

    bytes_in: int = 0
    bytes_out: int = 0
    packets_in: int = 0
    packets_out: int = 0
    packets_unread: int = 0
    packets_dropped: int = 0


@dataclass(frozen=True, slots=True)
class PacketServerStatistics:
    """What a server of single packets has done.

    Attributes:
        listening: whether it listens.
        taken: peers that were taken since the object was made.
        pending: peers that wait to be taken.
        packets_in: packets that came.
        packets_dropped: those of peers for whom there was no place.
    """

    listening: bool = False
    taken: int = 0
    pending: int = 0
    packets_in: int = 0
    packets_dropped: int = 0


@dataclass(frozen=True, slots=True)
class HTTPStatistics:
    """What an HTTP client has carried.

    Attributes:
        bytes_in: bytes that were read from the connection, with everything around the bodies.
        bytes_out: bytes that were written to it.
        bytes_unsent: bytes of the request that wait to be written.
        requests: requests that were begun since the object was made.
    """

    bytes_in: int = 0
    bytes_out: int = 0
    bytes_unsent: int = 0
    requests: int = 0


@dataclass(frozen=True, slots=True)
class WebSocketStatistics:
    """What a WebSocket connection has carried; it begins anew with each connection.

    Attributes:
        bytes_in: bytes that were read from the stream, with handshake and frame heads.
        bytes_out: bytes that were written to the stream.
        packets_in: messages that came.
        packets_out: messages that were taken for sending.
        packets_unread: messages that wait for `get_packet`.
        packets_unsent: messages that wait for the stream.
        bytes_unsent: the payload of those.
    """

    bytes_in: int = 0
    bytes_out: int = 0
    packets_in: int = 0
    packets_out: int = 0
    packets_unread: int = 0
    packets_unsent: int = 0
    bytes_unsent: int = 0
