"""Frames that come: read flat where they are common, by wsproto where they are not.

`take_messages` reads runs of whole, unfragmented messages. It stops in front of anything else, and
then `_take_unusual` looks at one frame: it turns away what Godot turns away and wsproto would not
(and the other way round), keeps the limits, and hands the frame to wsproto, which checks it, joins
fragments and checks text as its bytes come. While wsproto is inside a message it gets everything.

What does not fit is not read: when so many messages or bytes wait to be taken as the limits allow,
parsing stops, `full` turns true and the rest waits in TCP. `resume` goes on.
"""

from __future__ import annotations

import sys
from collections import deque
from typing import Any, Protocol

from wsproto.connection import Connection, ConnectionState, ConnectionType
from wsproto.events import CloseConnection, Message, Ping, Pong, TextMessage

from engine.net._websocket_frames import (
    BINARY,
    CLOSE,
    CONTINUATION,
    Buffer,
    Head,
    Packet,
    apply_mask,
    is_utf8,
    read_head,
    take_messages,
)
from engine.net._websocket_states import BAD_TEXT, NO_STATUS, TOO_BIG

_LATE_CODE = 1014
"""A close code that is registered, though wsproto does not know it yet."""


def capacity_of(size: int) -> int:
    """Bytes of unread messages that an inbound buffer of `size` holds, as Godot rounds it."""
    return (1 << size.bit_length()) - 1 if size > 0 else 0


class Listener(Protocol):
    """Who is told of everything but messages."""

    def on_ping(self, payload: bytes) -> None:
        """A ping came."""

    def on_pong(self) -> None:
        """A pong came."""

    def on_close(self, code: int, reason: str) -> None:
        """A close frame came; 0 is one without a code."""

    def on_fault(self, code: int) -> None:
        """The rules were broken in a way that a close frame with `code` tells of."""

    def on_broken(self) -> None:
        """A length makes no sense, so that no later frame can be found."""


class Reader:
    """Turns the bytes of one direction into messages.

    Args:
        masked: whether the frames have to be masked.
        listener: is told of everything but messages.

    Attributes:
        packets: messages to be taken, oldest first; take them with `take`.
        count: messages that came.
        discard: messages are read and thrown away.
        stopped: nothing more is read.
    """

    __slots__ = (
        "_enough",
        "_frame_left",
        "_held",
        "_joined",
        "_joining",
        "_largest",
        "_listener",
        "_masked",
        "_max_packets",
        "_needed",
        "_parts",
        "_room",
        "_wire",
        "count",
        "discard",
        "packets",
        "stopped",
    )

    def __init__(self, masked: bool, listener: Listener) -> None:
        self.packets: deque[Packet] = deque()
        self.count = 0
        self.discard = False
        self.stopped = False
        self._masked = masked
        self._listener = listener
        self._largest = 0
        self._max_packets = 0
        self._room = 0
        self._needed = 1  # room that the next frame needs
        self._held = bytearray()  # bytes that were not parsed yet
        self._enough = 0  # parsing `_held` is not worth while below this size
        self._wire: Connection | None = None
        self._joining = False  # wsproto is inside a message
        self._joined = 0  # bytes of its payload
        self._frame_left = 0  # bytes of the frame that wsproto is inside of
        self._parts: list[bytes] = []

    def set_limits(self, buffer_size: int, max_packets: int) -> None:
        """Lets reading begin.

        Args:
            buffer_size: bytes of the largest message; unread ones may fill what it stands for.
            max_packets: messages that may wait to be taken; negative: any number.
        """
        self._largest = max(0, buffer_size)
        self._room = capacity_of(buffer_size)
        self._max_packets = max_packets if max_packets >= 0 else sys.maxsize

    def receive(self, data: bytes) -> None:
        """Takes bytes that came."""
        held = self._held
        if not held:
            used = self._parse(data)
            if used < len(data):
                self._held = bytearray(memoryview(data)[used:])
            return
        held += data
        if len(held) >= self._enough:
            del held[: self._parse(held)]

    def resume(self) -> None:
        """Goes on with bytes that were held back while too many messages waited."""
        if self._held and not self.full and len(self._held) >= self._enough:
            del self._held[: self._parse(self._held)]

    @property
    def full(self) -> bool:
        """Whether what comes next has to wait until messages are taken."""
        if self.discard or self._frame_left or (self._joining and not self.packets):
            return False  # there is room for what has begun
        return self._room < self._needed or len(self.packets) >= self._max_packets

    def take(self) -> Packet:
        """Takes the oldest message; there has to be one."""
        packet = self.packets.popleft()
        self._room += len(packet[0])
        return packet

    def discard_messages(self) -> None:
        """From now on throws messages away, waiting ones too."""
        self.discard = True
        self.packets.clear()
        self._parts.clear()

    def stop(self) -> None:
        """From now on reads nothing."""
        if not self.stopped:
            self.stopped = True
            self._wire = None
            del self._listener  # it has us too, and that would keep both

    def _parse(self, source: Buffer) -> int:
        """Reads frames; returns how many bytes are done with."""
        used = 0
        packets = self.packets
        self._enough, self._needed = 0, 1
        while not self.stopped:
            if not self._joining and not self.discard:
                waiting = len(packets)
                used, self._room = take_messages(
                    source,
                    used,
                    self._masked,
                    self._largest,
                    self._max_packets - waiting,
                    self._room,
                    packets.append,
                )
                self.count += len(packets) - waiting
            step = self._take_unusual(source, used)
            if not step:
                return used
            used += step
        return len(source)

    def _take_unusual(self, source: Buffer, pos: int) -> int:
        """Reads one frame, or a part of one; returns its bytes, 0 when it has to wait."""
        if self._frame_left:
            chunk = source[pos : pos + self._frame_left]
            self._frame_left -= len(chunk)
            self._feed(chunk)
            return len(chunk)
        head = None if self.full else read_head(source, pos, self._masked)
        if head is None:
            return 0
        here = min(head.size, len(source) - head.start)
        step = head.start + here - pos
        if head.broken:
            self._listener.on_broken()
            return step
        if head.clean:
            if head.opcode & 0x8:
                if here < head.size:
                    return 0
                if head.opcode == CLOSE and self._take_odd_close(source, head):
                    return step
            elif not self._may_begin(head, here, pos):
                return 0
        self._frame_left = head.size - here
        self._feed(source[pos : pos + step])
        return step

    def _may_begin(self, head: Head, here: int, pos: int) -> bool:
        """Whether a data frame may be read now; tells the listener when it is too big."""
        if not here and head.size:
            return False
        goes_on = head.opcode == CONTINUATION
        if goes_on != self._joining or head.opcode > BINARY:
            return True  # wsproto will find the fault
        total = self._joined + head.size if goes_on else head.size
        if total > self._largest:
            self._listener.on_fault(TOO_BIG)
            return True
        if not self.discard:
            if head.size > self._room:
                self._needed = head.size
                return False
            if head.opcode == BINARY and head.final and here < head.size:
                self._enough = head.start - pos + head.size
                return False
            self._room -= head.size
        self._joining = True
        self._joined = total
        return True

    def _take_odd_close(self, source: Buffer, head: Head) -> bool:
        """Takes a close frame that wsproto would not, but Godot does; false: it is none."""
        body: Buffer = source[head.start : head.start + head.size]
        if self._masked:
            body = apply_mask(body, source[head.start - 4 : head.start])
        if len(body) == 1:
            self._listener.on_close(0, "")
        elif int.from_bytes(body[:2], "big") != _LATE_CODE:
            return False
        elif is_utf8(body[2:]):
            self._listener.on_close(_LATE_CODE, body[2:].decode("utf-8"))
        else:
            self._listener.on_fault(BAD_TEXT)
        return True

    def _feed(self, data: Buffer) -> None:
        """Has wsproto read bytes of one frame."""
        if self.stopped:
            return
        if self._wire is None:
            self._wire = Connection(
                ConnectionType.SERVER if self._masked else ConnectionType.CLIENT
            )
        wire, listener = self._wire, self._listener
        wire.receive_data(bytes(data))
        for event in wire.events():
            if isinstance(event, Message):
                self._take_part(event)
            elif isinstance(event, Ping):
                listener.on_ping(bytes(event.payload))
            elif isinstance(event, Pong):
                listener.on_pong()
            elif isinstance(event, CloseConnection):
                if wire.state is ConnectionState.OPEN:  # wsproto found a fault, no close frame
                    listener.on_fault(int(event.code))
                else:
                    code = 0 if event.code == NO_STATUS else int(event.code)
                    listener.on_close(code, event.reason or "")

    def _take_part(self, part: Message[Any]) -> None:
        if not self.discard:
            data = part.data
            self._parts.append(data.encode("utf-8") if isinstance(data, str) else bytes(data))
        if part.message_finished:
            self._joining = False
            self._joined = 0
            if not self.discard:
                self.packets.append((b"".join(self._parts), isinstance(part, TextMessage)))
                self.count += 1
                self._parts.clear()
