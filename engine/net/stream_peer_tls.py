"""`StreamPeerTLS`: TLS over another stream."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from engine.core._lazy import lazy
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CONNECTION_ERROR,
    ERR_FILE_EOF,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.net._bytes import BytesLike
from engine.net._channel import Channel
from engine.net._channel import Status as ChannelStatus
from engine.net._poller import READ
from engine.net._statistics import StreamStatistics
from engine.net._stream_below import StreamBelow
from engine.net._tcp_channel import TcpChannel
from engine.net.stream_peer import StreamPeer
from engine.net.tls_options import TLSOptions

if TYPE_CHECKING:
    from engine.net import _tls_channel
    from engine.net._tls_channel import Below, TlsChannel
else:
    _tls_channel = lazy("engine.net._tls_channel")  # it loads Python's ssl

_NO_STREAM = 'Condition "p_base.is_null()" is true. Returning: ERR_INVALID_PARAMETER'
_NOT_CLIENT = (
    'Condition "p_options.is_null() || p_options->is_server()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
_NOT_SERVER = (
    'Condition "p_options.is_null() || !p_options->is_server()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
_NO_KEY = 'Condition "pkey.is_null() || certs.is_null()" is true. Returning: ERR_INVALID_PARAMETER'
_ACTIVE = "This SSL context is already active"
_PASSED_ON = 'Condition "err != OK" is true. Returning: err'
_NOT_CONNECTED = 'Condition "status != STATUS_CONNECTED" is true. Returning: {}'
_NOT_ALIVE = 'Condition "status != STATUS_CONNECTED && status != STATUS_HANDSHAKING" is true.'


class StreamPeerTLS(StreamPeer):
    """A stream that is encrypted, and whose other end is known if it is a server.

    The stream below stays open when this one ends. A server is `STATUS_CONNECTED` from the start;
    its handshake goes on with `poll`, and with reading and writing.
    """

    __slots__ = ("_channel", "_status", "_stream")

    class Status(IntEnum):
        """Where a connection stands."""

        STATUS_DISCONNECTED = 0
        STATUS_HANDSHAKING = 1
        STATUS_CONNECTED = 2
        STATUS_ERROR = 3
        STATUS_ERROR_HOSTNAME_MISMATCH = 4

    STATUS_DISCONNECTED = Status.STATUS_DISCONNECTED
    STATUS_HANDSHAKING = Status.STATUS_HANDSHAKING
    STATUS_CONNECTED = Status.STATUS_CONNECTED
    STATUS_ERROR = Status.STATUS_ERROR
    STATUS_ERROR_HOSTNAME_MISMATCH = Status.STATUS_ERROR_HOSTNAME_MISMATCH

    def __init__(self) -> None:
        super().__init__()
        self._channel: TlsChannel | None = None
        self._stream: StreamPeer | None = None
        self._status = self.Status.STATUS_DISCONNECTED

    # Beginning and ending ------------------------------------------------------------------------

    def connect_to_stream(
        self, stream: StreamPeer | None, common_name: str, client_options: TLSOptions | None = None
    ) -> Error:
        """Begins as a client; `poll` goes on with the handshake.

        Args:
            stream: a connected stream, usually a `StreamPeerTCP`.
            common_name: the server's name, as in its certificate.
            client_options: by default `TLSOptions.client()`.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` without a stream or with options of the wrong kind;
            `ERR_ALREADY_IN_USE` while a connection is active; `FAILED` when the handshake fails at
            once.
        """
        if stream is None:
            error(_NO_STREAM)
            return ERR_INVALID_PARAMETER
        options = TLSOptions.client() if client_options is None else client_options
        if options.is_server():
            error(_NOT_CLIENT)
            return self._refused(ERR_INVALID_PARAMETER)
        if self._is_active():
            return self._refused(ERR_ALREADY_IN_USE)
        below = _below(stream)
        self._begin(stream, _tls_channel.TlsChannel.client(below, common_name, options))
        if self._status is self.STATUS_ERROR:
            self._status = self.STATUS_ERROR_HOSTNAME_MISMATCH
            return FAILED
        return OK

    def accept_stream(self, stream: StreamPeer | None, server_options: TLSOptions | None) -> Error:
        """Begins as a server.

        Args:
            stream: a connected stream, usually from `TCPServer.take_connection`.
            server_options: made by `TLSOptions.server`.

        Returns:
            As `connect_to_stream`.
        """
        if stream is None:
            error(_NO_STREAM)
            return ERR_INVALID_PARAMETER
        if server_options is None or not server_options.is_server():
            error(_NOT_SERVER)
            return ERR_INVALID_PARAMETER
        if self._is_active():
            return self._refused(ERR_ALREADY_IN_USE)
        if server_options.get_private_key() is None or server_options._certificate is None:
            error(_NO_KEY)
            return self._refused(ERR_INVALID_PARAMETER)
        channel = _tls_channel.TlsChannel.server(_below(stream), server_options)
        self._begin(stream, channel)
        if channel.failed:
            channel.complain()
            self._end(self.STATUS_ERROR)
            return FAILED
        return OK

    def _is_active(self) -> bool:
        return self._bring_up_to_date() in (self.STATUS_HANDSHAKING, self.STATUS_CONNECTED)

    @staticmethod
    def _refused(result: Error) -> Error:
        if result is ERR_ALREADY_IN_USE:
            error(_ACTIVE)
            error(_PASSED_ON)
        error(_PASSED_ON)
        return result

    def _begin(self, stream: StreamPeer, channel: TlsChannel) -> None:
        self._stream, self._channel = stream, channel
        channel.shake()
        self._bring_up_to_date()

    def disconnect_from_stream(self) -> None:
        """Says goodbye; the stream below stays open."""
        if self._is_active():
            self._end(self.STATUS_DISCONNECTED)

    def _end(self, status: Status) -> None:
        if self._channel is not None:
            self._channel.part()
        self._channel = self._stream = None
        self._status = status

    def poll(self) -> None:
        """Goes on with the handshake, decrypts what has come, and notices the end."""
        channel = self._channel
        if channel is None or not self._is_active():
            error(_NOT_ALIVE)
        elif self._status is self.STATUS_HANDSHAKING:
            channel.shake()
            self._bring_up_to_date()
        elif not channel.look() or not self._is_carried():
            self._end(self.STATUS_DISCONNECTED)

    def _is_carried(self) -> bool:
        """Whether there is more to come, or something left to read."""
        channel = self._channel
        return channel is not None and (
            channel.below.status is ChannelStatus.STATUS_CONNECTED or channel.available() > 0
        )

    def _bring_up_to_date(self) -> Status:
        """The status; a WebSocket may have moved the channel on meanwhile."""
        channel = self._channel
        if channel is not None:
            status = self.Status(int(channel.status))
            if status in (self.STATUS_DISCONNECTED, self.STATUS_ERROR):
                self._end(status)
            self._status = status
        return self._status

    # What is known of it -------------------------------------------------------------------------

    def get_status(self) -> Status:
        """Where the connection stands, as of the last call."""
        return self._bring_up_to_date()

    def get_stream(self) -> StreamPeer | None:
        """The stream below; None without a connection."""
        return self._stream

    def get_available_bytes(self) -> int:
        """Bytes that are decrypted: those of one record, after a `poll` or the beginning of it."""
        if self._channel is None or self._bring_up_to_date() is not self.STATUS_CONNECTED:
            error(_NOT_CONNECTED.format(0))
            return 0
        return self._channel.available()

    def _get_channel(self) -> Channel | None:
        return (
            self._channel if isinstance(getattr(self._channel, "below", None), TcpChannel) else None
        )

    # Bytes ---------------------------------------------------------------------------------------

    def statistics(self) -> StreamStatistics:
        """What the stream below has carried, encrypted; nothing while there is none."""
        channel = self._channel
        if channel is None:
            return StreamStatistics()
        return StreamStatistics(channel.bytes_in, channel.bytes_out)

    def _take(self, count: int, wait: bool) -> tuple[Error, bytes]:
        channel = self._channel
        if channel is None or self._bring_up_to_date() is not self.STATUS_CONNECTED:
            error(_NOT_CONNECTED.format("ERR_UNCONFIGURED"))
            return ERR_UNCONFIGURED, b""
        found = bytearray()
        while len(found) < count:
            data = channel.receive(count - len(found))
            if data is None:
                if not wait:
                    break
                channel.wait(READ)
            elif data:
                found += data
                if not wait:
                    break
            else:
                problem = ERR_FILE_EOF if channel.clean else ERR_CONNECTION_ERROR
                self._end(self.STATUS_DISCONNECTED)
                return problem, bytes(found)
        return OK, bytes(found)

    def _give(self, data: BytesLike, wait: bool) -> tuple[Error, int]:
        channel = self._channel
        if channel is None or self._bring_up_to_date() is not self.STATUS_CONNECTED:
            error(_NOT_CONNECTED.format("ERR_UNCONFIGURED"))
            return ERR_UNCONFIGURED, 0
        rest = memoryview(data)
        while True:
            count = channel.transmit(rest)
            if count < 0:
                self._end(self.STATUS_DISCONNECTED)
                return ERR_CONNECTION_ERROR, 0
            rest = rest[count:]
            if not wait or not (rest or channel.holding):
                return OK, len(data) - len(rest)
            channel.wait(READ)


def _below(stream: StreamPeer) -> Below:
    """What carries the bytes: the TCP connection itself, or the stream whatever it is."""
    channel = stream._get_channel()
    return channel if isinstance(channel, TcpChannel) else StreamBelow(stream)
