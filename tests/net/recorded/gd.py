"""What the ported programs need of GDScript, and the classes they use."""

from __future__ import annotations

import select
import time
from collections.abc import Iterable
from os import environ
from typing import TypeVar

from engine.core.error import OK
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray
from engine.core.print import print_
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

T = TypeVar("T")

__all__ = [
    "OK",
    "PackedByteArray",
    "PackedStringArray",
    "StreamPeerTCP",
    "TCPServer",
    "WebSocketPeer",
    "delay_msec",
    "each",
    "environ",
    "object_",
    "print_",
    "ticks_msec",
]

_start = time.monotonic()


def ticks_msec() -> int:
    return int((time.monotonic() - _start) * 1000)


def delay_msec(msec: int) -> None:
    select.select((), (), (), msec / 1000)


def each(values: int | Iterable[T]) -> Iterable[int | T]:
    """What a GDScript loop goes over: a number stands for so many turns."""
    return range(values) if isinstance(values, int) else values


def object_(value: object) -> object:
    """A value whose type is a class, as it is printed: null is not just null."""
    return "<Object#null>" if value is None else value
