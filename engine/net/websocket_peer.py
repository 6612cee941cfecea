"""`WebSocketPeer`: a WebSocket connection, client or server, that is polled."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING

from engine.core._lazy import lazy
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
from engine.net._poller import poller
from engine.net._statistics import WebSocketStatistics
from engine.net._tcp_channel import TcpChannel
from engine.net._time import time_of
from engine.net._websocket_handshake import ClientHandshake, ServerHandshake, header_problem
from engine.net._websocket_link import WebSocketLink
from engine.net._websocket_options import NONE, _WebSocketOptions
from engine.net._websocket_session import NOT_OPEN, WebSocketSession
from engine.net._websocket_states import Phase
from engine.net._websocket_url import parse_url
from engine.net.stream_peer import StreamPeer

if TYPE_CHECKING:
    from engine.net import _tls_channel, tls_options
    from engine.net.tls_options import TLSOptions
else:
    _tls_channel = lazy("engine.net._tls_channel")  # it loads Python's ssl
    tls_options = lazy("engine.net.tls_options")

_SERVER_OPTIONS = (
    'Condition "p_options.is_valid() && p_options->is_server()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
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

_NO_BASE = (
    'Condition "base_stream.is_null() || '
    '!base_stream->is_class_ptr(StreamPeerTCP::get_class_ptr_static())" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)

_net = poller()
_new: Callable[[type[PackedByteArray]], PackedByteArray] = bytearray.__new__
_extend = bytearray.extend
_TOLD_MAX = 0x10000  # bytes
_told: tuple[str, bytes] = ("", b"")  # the text that was sent last: often the same goes to many
_ACTIVE = (Phase.CONNECTING, Phase.OPEN, Phase.ENDING)


class WebSocketPeer(_WebSocketOptions):
    """A WebSocket connection.

    Nothing happens by itself: call `poll` regularly, also while closing. Where Godot loses messages
    that come together with the end of the connection, here the peer stays open for one more poll
    whenever messages are unread, and those that are still there when it is closed can be read then.

    Args:
        clock: what the heartbeat and the timeouts go by; by default the engine's.
    """

    __slots__ = ("_requested_url", "_time", "_was_string")

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

    STATE_CONNECTING = State.STATE_CONNECTING
    STATE_OPEN = State.STATE_OPEN
    STATE_CLOSING = State.STATE_CLOSING
    STATE_CLOSED = State.STATE_CLOSED
    WRITE_MODE_TEXT = WriteMode.WRITE_MODE_TEXT
    WRITE_MODE_BINARY = WriteMode.WRITE_MODE_BINARY

    def __init__(self, *, clock: Clock | None = None) -> None:
        super().__init__()
        self._time = time_of(clock)
        self._requested_url = ""
        self._was_string = False

    # Beginning and ending ------------------------------------------------------------------------

    def connect_to_url(self, url: str, tls_client_options: TLSOptions | None = None) -> Error:
        """Begins to connect as a client; a connection that is closing is dropped.

        Args:
            url: `ws://host[:port][/path][?query]`; without a scheme it is `ws://`.
            tls_client_options: for `wss://`; by default `TLSOptions.client()`.

        Returns:
            `OK` when it is under way; `ERR_ALREADY_IN_USE` while connecting or open;
            `ERR_INVALID_PARAMETER` for a bad URL, or headers or protocols with line breaks;
            `FAILED` when the system refuses at once.
        """
        server_options = tls_client_options is not None and tls_client_options.is_server()
        if not url or server_options:
            error(_SERVER_OPTIONS if url else _NO_URL)
            return ERR_INVALID_PARAMETER
        if self._is_active():
            error(_IN_USE)
            return ERR_ALREADY_IN_USE
        self._forget()
        parts = parse_url(url)
        problem = header_problem(self._handshake_headers, self._supported_protocols)
        if isinstance(parts, str) or problem:
            error(parts if isinstance(parts, str) else problem)
            return ERR_INVALID_PARAMETER
        tcp = TcpChannel()
        if tcp.connect(parts.host, parts.port, self._time.now()) is not OK:
            return FAILED
        handshake = ClientHandshake(
            parts.host_header,
            parts.target,
            self._supported_protocols,
            self._handshake_headers,
            deflate=self._settings.permessage_deflate,
        )
        self._requested_url = url
        channel = self._encrypted(tcp, parts.host, tls_client_options) if parts.secure else tcp
        self._begin(handshake, channel, client=True)
        return OK

    def _encrypted(self, tcp: TcpChannel, host: str, options: TLSOptions | None) -> Channel:
        options = options or tls_options.TLSOptions.client()
        timeout = self._settings.handshake_timeout
        return _tls_channel.TlsChannel.client(tcp, host, options, timeout)

    def accept_stream(self, stream: StreamPeer | None) -> Error:
        """Begins as the server of a connection; the client's request is read by `poll`.

        Args:
            stream: a connected `StreamPeerTCP`, usually from `TCPServer.take_connection`, or a
                `StreamPeerTLS` over one.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` while connecting or open; `ERR_INVALID_PARAMETER` for a
            stream of another kind, or headers with line breaks.
        """
        if stream is None or self._is_active():
            error(_NO_STREAM if stream is None else _IN_USE)
            return ERR_INVALID_PARAMETER if stream is None else ERR_ALREADY_IN_USE
        channel = stream._get_channel() if isinstance(stream, StreamPeer) else None
        problem = header_problem(self._handshake_headers, self._supported_protocols)
        if channel is None or problem:
            error(problem or _stream_problem(stream))
            return ERR_INVALID_PARAMETER
        self._forget()
        scheme = "ws://" if isinstance(channel, TcpChannel) else "wss://"
        handshake = ServerHandshake(
            self._supported_protocols,
            self._handshake_headers,
            scheme,
            deflate=self._settings.permessage_deflate,
        )
        self._begin(handshake, channel, client=False)
        return OK

    def _is_active(self) -> bool:
        return self._link is not None and self._link.session.phase in _ACTIVE

    def _forget(self) -> None:
        if self._link is not None:
            self._link.end()
            self._link = None
        self._fd = -1
        self._reader, self._packets = None, NONE
        self._requested_url = ""
        self._was_string = False

    def _begin(
        self, handshake: ClientHandshake | ServerHandshake, channel: Channel, client: bool
    ) -> None:
        session = WebSocketSession(handshake, self._settings)
        self._link = WebSocketLink(session, channel, client, self._time)
        self._reader, self._packets = session.reader, self._link.packets
        self._asked = -1

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Closes the connection; keep polling until the state is `STATE_CLOSED`.

        Args:
            code: 1000 to 4999; 0 sends none, a negative one drops the connection at once.
            reason: at most 123 bytes of UTF-8; what is longer is cut.
        """
        if self._link is not None:
            self._link.close(code, reason)
            self._fd = -1

    def poll(self) -> None:
        """Reads, writes and brings the state up to date."""
        again = self._asked == _net.tick
        if not again:
            self._asked = _net.tick
            if self._fd not in _net.ready:
                return
        link = self._link
        if link is not None:
            if again or self._fd >= 0:
                link.move_on(again)
            else:
                link.poll()
            if not link.quiet or (self._fd < 0 and not link.timed):
                self._look(link)

    def _look(self, link: WebSocketLink) -> None:
        """Notes what a call may have changed, and passes complaints on."""
        self._fd = link.channel.fd if link.quiet and not link.timed else -1
        if link.session.complaints:
            self._complain()

    def _complain(self) -> None:
        assert self._link is not None
        complaints = self._link.session.complaints
        for text in complaints:
            error(text)
        complaints.clear()

    # Messages ------------------------------------------------------------------------------------

    def send(self, message: BytesLike, write_mode: int = WriteMode.WRITE_MODE_BINARY) -> Error:
        """Sends a message at once, as far as the system takes it; the rest follows with `poll`.

        Args:
            message: bytes or a PackedByteArray.
            write_mode: `WRITE_MODE_BINARY` or `WRITE_MODE_TEXT`.

        Returns:
            `OK`; `FAILED` when the connection is not open, or gone; `ERR_OUT_OF_MEMORY` when more
            messages or bytes wait than `max_queued_packets` and `outbound_buffer_size` allow.
        """
        link = self._link
        kind = message.__class__
        if kind is not PackedByteArray and kind is not bytes:
            message = bytes_of(message, "send")
        if link is None:
            error(NOT_OPEN)
            return FAILED
        result = link.send(message, write_mode is not _BINARY and write_mode == 0)
        if result is not OK:
            self._look(link)
        elif not link.quiet:
            self._fd = -1
        return result

    def send_text(self, message: str) -> Error:
        """Sends a text message; see `send`."""
        if not isinstance(message, str):
            raise TypeError(
                f"send_text() takes a str, not {type(message).__name__}; for bytes use send()"
            )
        global _told
        known, data = _told
        if message is not known:
            data = message.encode("utf-8", "replace")
            if len(data) <= _TOLD_MAX:
                _told = message, data
        return self.send(data, 0)

    def put_packet(self, buffer: BytesLike) -> Error:
        """Sends a binary message; see `send`. Nothing at all is not sent, and that is `OK`."""
        data = bytes_of(buffer, "put_packet")
        return self.send(data) if data else OK

    def get_available_packet_count(self) -> int:
        """Messages that wait to be taken."""
        return len(self._packets)

    def get_packet(self) -> PackedByteArray:
        """Takes the oldest message.

        When there is none it is empty, and `get_packet_error` tells why: `ERR_UNAVAILABLE`, or
        `FAILED` when the connection is not open.
        """
        reader = self._reader
        if reader is not None and self._packets:
            payload, self._was_string = self._packets.popleft()
            reader.room += len(payload)
            self._packet_error = OK
            packet = _new(PackedByteArray)  # `__init__` would only do the same, with more ado
            _extend(packet, payload)
            return packet
        if self.get_ready_state() == self.STATE_OPEN:
            self._packet_error = ERR_UNAVAILABLE
        else:
            error(NOT_OPEN)
            self._packet_error = FAILED
        return PackedByteArray()

    def was_string_packet(self) -> bool:
        """Whether the message that was taken last was text."""
        return self._was_string

    def get_current_outbound_buffered_amount(self) -> int:
        """Bytes of the messages that are not wholly sent."""
        return self._link.unsent() if self._link is not None else 0

    # What is known of the connection -------------------------------------------------------------

    def get_ready_state(self) -> State:
        """Where the connection stands, as of the last `poll` or `close`."""
        if self._fd >= 0:
            return _OPEN
        link = self._link
        if link is None:
            return _CLOSED
        return _OPEN if link.quiet else _STATES[link.session.phase]

    def get_close_code(self) -> int:
        """The code it was closed with; 0 for a close without one, -1 without a close frame."""
        return self._link.session.close_code if self._link is not None else -1

    def get_close_reason(self) -> str:
        """The reason it was closed with."""
        return self._link.session.close_reason if self._link is not None else ""

    def get_requested_url(self) -> str:
        """The URL of `connect_to_url`; for a server the one the client asked for."""
        handshake = self._link.session.handshake if self._link is not None else None
        return handshake.url if isinstance(handshake, ServerHandshake) else self._requested_url

    def get_selected_protocol(self) -> str:
        """The sub-protocol that was agreed upon."""
        return self._link.session.handshake.protocol if self._link is not None else ""

    def get_connected_host(self) -> str:
        """The other side's address, or the one being tried; "" while a name is looked up."""
        channel = self._open_channel(f"{_NO_TCP} Returning: IPAddress()")
        return channel.host if channel is not None else ""

    def get_connected_port(self) -> int:
        """The other side's port."""
        channel = self._open_channel(f"{_NO_TCP} Returning: 0")
        return channel.port if channel is not None else 0

    def set_no_delay(self, enabled: bool) -> None:
        """Whether small messages go out at once instead of waiting for more; they do by default."""
        if self._open_channel(_NO_TCP) is not None and self._link is not None:
            self._link.set_no_delay(enabled)

    def _open_channel(self, complaint: str) -> Channel | None:
        if self._link is None or self._link.session.phase is Phase.CLOSED:
            error(complaint)
            return None
        return self._link.channel

    def statistics(self) -> WebSocketStatistics:
        """What the connection has carried."""
        if self._link is None:
            return WebSocketStatistics()
        self._link.spill()  # what is put together is to be counted
        session, channel = self._link.session, self._link.channel
        return WebSocketStatistics(
            channel.bytes_in,
            channel.bytes_out,
            session.reader.count,
            session.messages_out + self._link.messages_out,
            len(session.reader.packets),
            session.outbox.count,
            session.outbox.size,
        )


_BINARY = WebSocketPeer.WRITE_MODE_BINARY
_OPEN = WebSocketPeer.State.STATE_OPEN
_CLOSED = WebSocketPeer.State.STATE_CLOSED
_STATES = {
    Phase.CONNECTING: WebSocketPeer.State.STATE_CONNECTING,
    Phase.OPEN: WebSocketPeer.State.STATE_OPEN,
    Phase.ENDING: WebSocketPeer.State.STATE_OPEN,
    Phase.CLOSING: WebSocketPeer.State.STATE_CLOSING,
    Phase.CLOSED: WebSocketPeer.State.STATE_CLOSED,
}


def _stream_problem(stream: StreamPeer) -> str:
    """What is said about a stream that nothing can be accepted from."""
    return _NO_BASE if stream.is_class("StreamPeerTLS") else _WRONG_STREAM
