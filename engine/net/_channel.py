"""What carries the bytes of a WebSocket: a TCP connection, or TLS over one.

Reading follows Python's raw streams: None when there is nothing now, `b""` at the end. The calls
never block and never raise for what happens on the network.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Protocol

from engine.core.error import Error


class Status(IntEnum):
    """Where a stream's connection stands."""

    STATUS_NONE = 0
    STATUS_CONNECTING = 1
    STATUS_CONNECTED = 2
    STATUS_ERROR = 3


class Channel(Protocol):
    """A connection that bytes go through.

    Attributes:
        status: where it stands.
    """

    status: Status

    @property
    def fd(self) -> int:
        """The file descriptor that the poller may be asked for; -1: ask `ready` instead."""

    @property
    def inner(self) -> bool:
        """Whether the other end is in this process, too."""

    @property
    def bytes_in(self) -> int:
        """Bytes that were read."""

    @property
    def bytes_out(self) -> int:
        """Bytes that were written."""

    @property
    def holding(self) -> bool:
        """Whether bytes that `transmit` took still wait to be written; `push` does that."""

    def push(self) -> None:
        """Writes what is held."""

    @property
    def host(self) -> str:
        """The other side's address as Godot spells it; "" when there is none."""

    @property
    def port(self) -> int:
        """The other side's port; 0 when there is none."""

    def advance(self, now: float) -> Error:
        """Goes on with connecting; `now` is the engine's time in seconds."""

    def ready(self) -> bool:
        """Whether it is worth while to read now; see `_poller`."""

    def receive(self, size: int) -> bytes | None:
        """Reads at most `size` bytes; None: nothing now, `b""`: the end, or an error."""

    def transmit(self, data: bytes | memoryview) -> int:
        """Writes what the system takes now; -1: the connection is gone."""

    def watch(self, reading: bool, writing: bool) -> None:
        """Says what is waited for, so that the loop can sleep until then."""

    def set_no_delay(self, enabled: bool) -> None:
        """Whether small pieces go out at once."""

    def close(self, after_words: bool = False) -> None:
        """Ends the connection.

        Args:
            after_words: what was written last is to reach the other side, so bytes that nobody
                read are thrown away first: closing over them would reset the connection.
        """
