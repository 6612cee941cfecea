"""`WebSocketPeer`: a WebSocket connection, client or server, that is polled."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from engine.core.clock import Clock
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.net._bytes import BytesLike, bytes_of
from engine.net._channel import Channel
from engine.net._statistics import WebSocketStatistics
from engine.net._tcp_channel import TcpChannel
from engine.net._time import time_of
from engine.net._websocket_handshake import ClientHandshake, ServerHandshake, header_problem
from engine.net._websocket_link import WebSocketLink
from engine.net._websocket_session import NOT_OPEN, WebSocketSession, WebSocketSettings
from engine.net._websocket_states import Phase
from engine.net._websocket_url import parse_url
from engine.net.packet_peer import PacketPeer
from engine.net.stream_peer import StreamPeer

_IN_USE = (
    'Condition "ready_state != STATE_CLOSED && ready_state != STATE_CLOSING" is true. '
    "Returning: ERR_ALREADY_IN_USE"
)
_NO_TCP = 'Condition "tcp.is_null()" is true.'
_NO_URL = 'Condition "p_url.is_empty()" is true. Returning: ERR_INVALID_PARAMETER'
_NO_STREAM = 'Condition "p_stream.is_null()" is true. Returning: ERR_INVALID_PARAMETER'
_WRONG_STREAM = (
    'Condition "connection.is_null() || tcp.is_null()" is true. Returning: ERR_INVALID_PARAMETER'
)


class State(IntEnum):
    """Where a connection stands."""

    STATE_CONNECTING = 0
    STATE_OPEN = 1
    STATE_CLOSING = 2
    STATE_CLOSED = 3


class WriteMode(IntEnum):
    """How a message is sent."""

    WRITE_MODE_TEXT = 0
    WRITE_MODE_BINARY = 1


_STATES = {
    Phase.CONNECTING: State.STATE_CONNECTING,
    Phase.OPEN: State.STATE_OPEN,
    Phase.ENDING: State.STATE_OPEN,
    Phase.CLOSING: State.STATE_CLOSING,
    Phase.CLOSED: State.STATE_CLOSED,
}


class WebSocketPeer(PacketPeer):
    """A WebSocket connection.

    Nothing happens by itself: call `poll` regularly, also while closing. Where Godot loses messages
    that come together with the end of the connection, here the peer stays open for one more poll
    whenever messages are unread, and those that are still there when it is closed can be read then.

    Args:
        clock: what the heartbeat and the timeouts go by; by default the engine's.
    """

    __slots__ = (
        "_handshake_headers",
        "_link",
        "_requested_url",
        "_settings",
        "_supported_protocols",
        "_time",
        "_was_string",
    )

    State = State
    WriteMode = WriteMode
    STATE_CONNECTING = State.STATE_CONNECTING
    STATE_OPEN = State.STATE_OPEN
    STATE_CLOSING = State.STATE_CLOSING
    STATE_CLOSED = State.STATE_CLOSED
    WRITE_MODE_TEXT = WriteMode.WRITE_MODE_TEXT
    WRITE_MODE_BINARY = WriteMode.WRITE_MODE_BINARY

    def __init__(self, *, clock: Clock | None = None) -> None:
        super().__init__()
        self._time = time_of(clock)
        self._settings = WebSocketSettings()
        self._supported_protocols: list[str] = []
        self._handshake_headers: list[str] = []
        self._link: WebSocketLink | None = None
        self._requested_url = ""
        self._was_string = False

    # Properties ----------------------------------------------------------------------------------

    @property
    def inbound_buffer_size(self) -> int:
        """Bytes of the largest message that is taken, from the next connection on."""
        return self._settings.inbound_buffer_size

    @inbound_buffer_size.setter
    def inbound_buffer_size(self, size: int) -> None:
        self._settings.inbound_buffer_size = size

    @property
    def outbound_buffer_size(self) -> int:
        """Bytes that may wait to be sent, the next message included; 0 or less: any number."""
        return self._settings.outbound_buffer_size

    @outbound_buffer_size.setter
    def outbound_buffer_size(self, size: int) -> None:
        self._settings.outbound_buffer_size = size

    @property
    def max_queued_packets(self) -> int:
        """Messages that may wait to be sent, and from the next connection on to be read."""
        return self._settings.max_queued_packets

    @max_queued_packets.setter
    def max_queued_packets(self, count: int) -> None:
        self._settings.max_queued_packets = count

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
        if self._link is not None:
            self._link.wake()

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
    def supported_protocols(self) -> list[str]:
        """Sub-protocols, the best first. This is a copy: assign a list to change them."""
        return list(self._supported_protocols)

    @supported_protocols.setter
    def supported_protocols(self, protocols: Iterable[str]) -> None:
        self._supported_protocols = _strings(protocols, "supported_protocols")

    @property
    def handshake_headers(self) -> list[str]:
        """Header lines to add to the handshake. This is a copy: assign a list to change them."""
        return list(self._handshake_headers)

    @handshake_headers.setter
    def handshake_headers(self, headers: Iterable[str]) -> None:
        self._handshake_headers = _strings(headers, "handshake_headers")

    # Beginning and ending ------------------------------------------------------------------------

    def connect_to_url(self, url: str, tls_client_options: object = None) -> Error:
        """Begins to connect as a client; a connection that is closing is dropped.

        Args:
            url: `ws://host[:port][/path][?query]`; without a scheme it is `ws://`.
            tls_client_options: for `wss://`.

        Returns:
            `OK` when it is under way; `ERR_ALREADY_IN_USE` while connecting or open;
            `ERR_INVALID_PARAMETER` for a bad URL, or headers or protocols with line breaks;
            `FAILED` when the host can be no name or the system refuses at once.
        """
        if self._is_active():
            error(_IN_USE)
            return ERR_ALREADY_IN_USE
        self._forget()
        parts = parse_url(url) if url else _NO_URL
        problem = header_problem(self._handshake_headers, self._supported_protocols)
        if isinstance(parts, str) or problem:
            error(parts if isinstance(parts, str) else problem)
            return ERR_INVALID_PARAMETER
        if parts.secure:
            error("wss:// needs TLS, which is not available.")
            return ERR_UNAVAILABLE
        channel = TcpChannel()
        if channel.connect(parts.host, parts.port, self._time.now()) is not OK:
            return FAILED
        handshake = ClientHandshake(
            parts.host_header, parts.target, self.supported_protocols, self.handshake_headers
        )
        self._requested_url = url
        self._begin(handshake, channel, client=True)
        return OK

    def accept_stream(self, stream: StreamPeer | None) -> Error:
        """Begins as the server of a connection; the client's request is read by `poll`.

        Args:
            stream: a connected `StreamPeerTCP`, usually from `TCPServer.take_connection`.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` while connecting or open; `ERR_INVALID_PARAMETER` for a stream
            of another kind, or headers with line breaks.
        """
        if self._is_active():
            error(_IN_USE)
            return ERR_ALREADY_IN_USE
        channel = stream._get_channel() if isinstance(stream, StreamPeer) else None
        problem = header_problem(self._handshake_headers, self._supported_protocols)
        if channel is None or problem:
            error(problem or (_NO_STREAM if stream is None else _WRONG_STREAM))
            return ERR_INVALID_PARAMETER
        self._forget()
        handshake = ServerHandshake(self.supported_protocols, self.handshake_headers)
        self._begin(handshake, channel, client=False)
        return OK

    def _is_active(self) -> bool:
        return self.get_ready_state() in (State.STATE_CONNECTING, State.STATE_OPEN)

    def _forget(self) -> None:
        if self._link is not None:
            self._link.end()
            self._link = None
        self._requested_url = ""
        self._was_string = False

    def _begin(
        self, handshake: ClientHandshake | ServerHandshake, channel: Channel, client: bool
    ) -> None:
        session = WebSocketSession(handshake, self._settings, self._time.now())
        self._link = WebSocketLink(session, channel, client, self._time)

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Closes the connection; keep polling until the state is `STATE_CLOSED`.

        Args:
            code: 1000 to 4999; 0 sends none, a negative one drops the connection at once.
            reason: at most 123 bytes of UTF-8; what is longer is cut.
        """
        if self._link is not None:
            self._link.close(code, reason)

    def poll(self) -> None:
        """Reads, writes and brings the state up to date."""
        link = self._link
        if link is not None:
            link.poll()
            if link.session.complaints:
                self._complain()

    def _complain(self) -> None:
        assert self._link is not None
        complaints = self._link.session.complaints
        for text in complaints:
            error(text)
        complaints.clear()
