"""A stream as the carrier of another protocol's bytes: what `Channel` asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.core.error import OK, Error
from engine.net._channel import Status

if TYPE_CHECKING:
    from engine.net.stream_peer import StreamPeer


class StreamBelow:
    """Any stream; it is there, and nothing is known of the way that it goes.

    Args:
        stream: the stream, connected.
    """

    __slots__ = ("_kept", "_stream", "bytes_in", "bytes_out", "status")

    fd = -1
    holding = False
    inner = False
    host = ""
    port = 0

    def __init__(self, stream: StreamPeer) -> None:
        self._stream = stream
        self._kept = b""  # what `wait` has read
        self.status = Status.STATUS_CONNECTED
        self.bytes_in = self.bytes_out = 0

    def advance(self, now: float) -> Error:
        """It is connected already."""
        return OK

    def ready(self) -> bool:
        """Only a try can tell."""
        return True

    def receive(self, size: int) -> bytes | None:
        """Reads at most `size` bytes; None: nothing now, `b""`: the end, or an error."""
        if self._kept:
            data, self._kept = self._kept[:size], self._kept[size:]
        else:
            problem, data = self._stream._take(size, False)
            if not data:
                return None if problem is OK else b""
        self.bytes_in += len(data)
        return data

    def transmit(self, data: bytes | bytearray | memoryview) -> int:
        """Writes what is taken now; -1: the connection is gone."""
        problem, count = self._stream._give(data, False)
        if problem is not OK:
            return -1
        self.bytes_out += count
        return count

    def push(self) -> None:
        """Nothing is held."""

    def wait(self, interest: int) -> None:
        """Blocks until there is something to read."""
        self._kept += self._stream._take(1, True)[1]

    def watch(self, reading: bool, writing: bool) -> None:
        """It is not known what to wait for."""

    def set_no_delay(self, enabled: bool) -> None:
        """It is not known whom to ask."""

    def close(self, after_words: bool = False) -> None:
        """The stream is left to its owner."""
        self.status = Status.STATUS_NONE
