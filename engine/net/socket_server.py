"""`SocketServer`: what takes connections."""

from __future__ import annotations

from engine.core.ref_counted import RefCounted
from engine.net.stream_peer_socket import StreamPeerSocket


class SocketServer(RefCounted):
    """The base of servers that take connections."""

    __slots__ = ()

    def is_listening(self) -> bool:
        """Whether connections can come."""
        return False

    def is_connection_available(self) -> bool:
        """Whether a connection waits to be taken."""
        return False

    def take_socket_connection(self) -> StreamPeerSocket | None:
        """The connection that has waited longest, or None."""
        return None

    def stop(self) -> None:
        """Listens no longer; connections that were not taken are reset."""
