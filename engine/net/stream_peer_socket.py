"""`StreamPeerSocket`: a stream over a socket."""

from __future__ import annotations

from engine.core.error import OK, Error
from engine.net._channel import Status as SocketStatus
from engine.net.stream_peer import StreamPeer


class StreamPeerSocket(StreamPeer):
    """The base of streams that connect to somewhere."""

    __slots__ = ()

    Status = SocketStatus
    STATUS_NONE = SocketStatus.STATUS_NONE
    STATUS_CONNECTING = SocketStatus.STATUS_CONNECTING
    STATUS_CONNECTED = SocketStatus.STATUS_CONNECTED
    STATUS_ERROR = SocketStatus.STATUS_ERROR

    def poll(self) -> Error:
        """Brings `get_status()` up to date."""
        return OK

    def get_status(self) -> SocketStatus:
        """Where the connection stands, as far as the last `poll` knows."""
        return SocketStatus.STATUS_NONE

    def disconnect_from_host(self) -> None:
        """Ends the connection."""
