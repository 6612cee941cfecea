"""`StreamPeerSocket`: a stream over a socket."""

from __future__ import annotations

from engine.core.error import OK, Error
from engine.net._channel import Status
from engine.net.stream_peer import StreamPeer


class StreamPeerSocket(StreamPeer):
    """The base of streams that connect to somewhere."""

    __slots__ = ()

    Status = Status
    STATUS_NONE = Status.STATUS_NONE
    STATUS_CONNECTING = Status.STATUS_CONNECTING
    STATUS_CONNECTED = Status.STATUS_CONNECTED
    STATUS_ERROR = Status.STATUS_ERROR

    def poll(self) -> Error:
        """Brings `get_status()` up to date."""
        return OK

    def get_status(self) -> Status:
        """Where the connection stands, as far as the last `poll` knows."""
        return Status.STATUS_NONE

    def disconnect_from_host(self) -> None:
        """Ends the connection."""
