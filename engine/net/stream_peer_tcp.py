"""`StreamPeerTCP`: a TCP connection."""

from __future__ import annotations

from engine.core.clock import Clock
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CANT_RESOLVE,
    ERR_FILE_EOF,
    ERR_INVALID_PARAMETER,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.net._addresses import is_host, read_address
from engine.net._bytes import BytesLike
from engine.net._channel import Status
from engine.net._poller import READ, WRITE
from engine.net._statistics import StreamStatistics
from engine.net._tcp_channel import TcpChannel
from engine.net._time import time_of
from engine.net.stream_peer_socket import StreamPeerSocket

_NOT_OPEN = 'Condition "!is_open()" is true. Returning: -1'
_NO_SOCKET = 'Condition "_sock.is_null() || !_sock->is_open()" is true.'
_IN_USE = 'Condition "status != STATUS_NONE" is true. Returning: ERR_ALREADY_IN_USE'
_OPEN = 'Condition "_sock->is_open()" is true. Returning: ERR_ALREADY_IN_USE'
_NO_PORT = 'Condition "!is_open()" is true. Returning: FAILED'
_BAD_BIND = 'Condition "!_can_use_ip(p_addr, true)" is true. Returning: ERR_INVALID_PARAMETER'
_READ_SIZE = 1 << 20


class StreamPeerTCP(StreamPeerSocket):
    """A TCP connection.

    Other than Godot's it never blocks for a name: `connect_to_host` returns at once, the look-up
    goes on while the status is `STATUS_CONNECTING`, and all addresses of the name are tried.

    Args:
        clock: what the time-out of connecting goes by; by default the engine's.

    Attributes:
        connect_timeout: seconds for each address; 0 is as long as the system likes.
    """

    __slots__ = ("_channel", "_time")

    def __init__(self, *, clock: Clock | None = None) -> None:
        super().__init__()
        self._channel = TcpChannel()
        self._time = time_of(clock)

    @classmethod
    def _over(cls, channel: TcpChannel) -> StreamPeerTCP:
        """A stream for a connection that is there already."""
        stream = cls()
        stream._channel = channel
        return stream

    def _get_channel(self) -> TcpChannel:
        return self._channel

    @property
    def connect_timeout(self) -> float:
        """Seconds for each address."""
        return self._channel.connect_timeout

    @connect_timeout.setter
    def connect_timeout(self, seconds: float) -> None:
        self._channel.connect_timeout = seconds

    def connect_to_host(self, host: str, port: int) -> Error:
        """Begins to connect; `poll` goes on with it.

        Returns:
            `OK` when it is under way. `ERR_ALREADY_IN_USE` unless the status is `STATUS_NONE`,
            `ERR_INVALID_PARAMETER` for a bad port, `ERR_CANT_RESOLVE` for what can be no name.
        """
        channel = self._channel
        if channel.status is Status.STATUS_NONE and 1 <= port <= 65535 and not is_host(host):
            return ERR_CANT_RESOLVE
        result = channel.connect(host, port, self._time.now())
        if result is ERR_ALREADY_IN_USE:
            error(_IN_USE)
        elif result is ERR_INVALID_PARAMETER:
            error("The remote port number must be between 1 and 65535 (inclusive).")
        elif result is FAILED:
            error("Connection to remote host failed!")
        return result

    def bind(self, port: int, host: str = "*") -> Error:
        """Takes a local port (0 is any) and address for `connect_to_host` to come.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` when there is a socket, `ERR_UNAVAILABLE` when the port is
            taken, `ERR_INVALID_PARAMETER` for what is no port or address.
        """
        valid = read_address(host) is not None
        result = self._channel.bind(port, host)
        if result is ERR_ALREADY_IN_USE:
            error(_OPEN)
        elif result is ERR_INVALID_PARAMETER and not 0 <= port <= 65535:
            error("The local port number must be between 0 and 65535 (inclusive).")
        elif not valid:
            error(_BAD_BIND)
        return result

    def poll(self) -> Error:
        """Goes on with connecting, or notices that the other side has gone.

        Returns:
            `OK`; when connecting has just failed `ERR_CONNECTION_ERROR` or, for a name that could
            not be found, `ERR_CANT_RESOLVE`; `FAILED` when the connection was reset.
        """
        return self._channel.advance(self._time.now())

    def get_status(self) -> Status:
        """Where the connection stands, as far as the last call knows."""
        return self._channel.status

    def disconnect_from_host(self) -> None:
        """Ends the connection; `connect_to_host` may be called again."""
        self._channel.close()

    def get_connected_host(self) -> str:
        """The other side's address; "" without one, and while a name is being looked up."""
        return self._channel.host

    def get_connected_port(self) -> int:
        """The other side's port; 0 without one."""
        return self._channel.port

    def get_local_port(self) -> int:
        """The port that was bound, or that the system chose; 0 for a connection a server took."""
        if not self._channel.has_socket:
            error(_NO_PORT)
        return self._channel.local_port

    def set_no_delay(self, enabled: bool) -> None:
        """Whether small pieces go out at once instead of waiting for more."""
        if not self._channel.has_socket:
            error(_NO_SOCKET)
        self._channel.set_no_delay(enabled)

    def get_available_bytes(self) -> int:
        """Bytes that can be read now; -1 when there is no connection."""
        count = self._channel.available()
        if count < 0:
            error(_NOT_OPEN)
        return count

    def statistics(self) -> StreamStatistics:
        """What the stream has carried since its last connection began."""
        return StreamStatistics(self._channel.bytes_in, self._channel.bytes_out)

    def _take(self, count: int, wait: bool) -> tuple[Error, bytes]:
        channel = self._channel
        if channel.status is not Status.STATUS_CONNECTED:
            return FAILED, b""
        found = bytearray()
        while len(found) < count:
            data = channel.receive(min(count - len(found), _READ_SIZE))
            if data is None:
                if not wait:
                    break
                channel.wait(READ)
            elif data:
                found += data
                if not wait:
                    break
            else:
                problem = FAILED if channel.was_reset else ERR_FILE_EOF
                channel.close()
                return problem, bytes(found)
        return OK, bytes(found)

    def _give(self, data: BytesLike, wait: bool) -> tuple[Error, int]:
        channel = self._channel
        if channel.status is not Status.STATUS_CONNECTED:
            return FAILED, 0
        rest = memoryview(data)
        while rest:
            count = channel.transmit(rest)
            if count < 0:
                channel.close()
                return FAILED, len(data) - len(rest)
            rest = rest[count:]
            if not wait:
                break
            if rest:
                channel.wait(WRITE)
        return OK, len(data) - len(rest)
