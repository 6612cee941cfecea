"""`TCPServer`: takes TCP connections."""

from __future__ import annotations

from engine.core.error import ERR_ALREADY_IN_USE, ERR_INVALID_PARAMETER, OK, Error
from engine.core.output import error
from engine.net._addresses import read_address
from engine.net._statistics import ServerStatistics
from engine.net._tcp_listener import TcpListener
from engine.net.socket_server import SocketServer
from engine.net.stream_peer_tcp import StreamPeerTCP

_OPEN = 'Condition "_sock->is_open()" is true. Returning: ERR_ALREADY_IN_USE'
_NOT_OPEN = 'Condition "!is_open()" is true. Returning: FAILED'
_BAD_ADDRESS = (
    'Condition "!p_bind_address.is_valid() && !p_bind_address.is_wildcard()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)


class TCPServer(SocketServer):
    """Listens on a port. Many connections may wait to be taken, where Godot's keeps only a few."""

    __slots__ = ("_listener", "_taken")

    def __init__(self) -> None:
        super().__init__()
        self._listener: TcpListener | None = None
        self._taken = 0

    def listen(self, port: int, bind_address: str = "*") -> Error:
        """Begins to listen.

        Args:
            port: cut to 16 bits; 0 is any free one.
            bind_address: `*` for all of this machine's, by IPv4 and IPv6; or an address.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` for what is no address; `ERR_ALREADY_IN_USE` when the port
            is taken, the address is not this machine's, or this object listens already.
        """
        address = read_address(bind_address)
        if self._listener is not None:
            error(_OPEN)
            return ERR_ALREADY_IN_USE
        if address is None:
            error(_BAD_ADDRESS)
            return ERR_INVALID_PARAMETER
        try:
            dual = bind_address == "*" and address.ipv6
            self._listener = TcpListener(address, port & 0xFFFF, dual)
        except OSError:
            return ERR_ALREADY_IN_USE
        return OK

    def is_listening(self) -> bool:
        """Whether connections can come."""
        return self._listener is not None

    def get_local_port(self) -> int:
        """The port it listens on; 0 when it does not."""
        if self._listener is None:
            error(_NOT_OPEN)
            return 0
        return self._listener.port

    def is_connection_available(self) -> bool:
        """Whether a connection waits to be taken."""
        return self._listener is not None and self._listener.is_available()

    def take_connection(self) -> StreamPeerTCP | None:
        """The connection that has waited longest, or None."""
        channel = None if self._listener is None else self._listener.take()
        if channel is None:
            return None
        self._taken += 1
        return StreamPeerTCP._over(channel)

    def take_socket_connection(self) -> StreamPeerTCP | None:
        """The same as `take_connection`."""
        return self.take_connection()

    def stop(self) -> None:
        """Listens no longer; connections that were not taken are reset."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def statistics(self) -> ServerStatistics:
        """What the server has done."""
        return ServerStatistics(self.is_listening(), self._taken)
