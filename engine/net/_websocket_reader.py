"""Frames that come: read flat where they are as they should be, judged by wsproto where not.

`take_messages` reads runs of whole, unfragmented messages. It stops in front of anything else.
`_take_parts` goes on with whole frames that are fragments, or compressed. It too stops in front of
anything else, and then `_take_unusual` looks at one frame: it begins with a data frame that is not
all there, of which the bytes are read as they come, takes pings and pongs, turns away what Godot
turns away and wsproto would not (and the other way round), and hands everything else to wsproto:
close frames, and frames that something is wrong with.

What the payload means is for the `Assembly`: inflating, text, the limit of the whole. wsproto has
seen nothing of the messages, but it has to know whether one is half done: `_align` tells it by an
empty fragment.

A long binary message that is not all there gets its room at once, and what is still to come of it
is read to its place: `place`.

What does not fit is not read: when so many messages or bytes wait to be taken as the limits allow,
parsing stops, `full` turns true and the rest waits in TCP. `resume` goes on.
"""

from __future__ import annotations

import sys
from collections import deque
from typing import Protocol

from wsproto.connection import Connection, ConnectionState, ConnectionType
from wsproto.events import CloseConnection

from engine.net._websocket_assembly import Assembly
from engine.net._websocket_deflate import Inflater
from engine.net._websocket_frames import (
    BINARY,
    CLOSE,
    COMPRESSED,
    CONTINUATION,
    FIN,
    LONG,
    PING,
    PONG,
    SHORT,
    TEXT,
    Buffer,
    Head,
    Packet,
    is_utf8,
    read_head,
    take_messages,
)
from engine.net._websocket_masks import apply_mask
from engine.net._websocket_states import BAD_TEXT, NO_STATUS, TOO_BIG

_BEGINNINGS = frozenset((TEXT, BINARY))
_BEGINNINGS_COMPRESSED = frozenset(
    first | flags for first in (TEXT, BINARY) for flags in (0, COMPRESSED, FIN | COMPRESSED)
)
"""The first bytes of frames with which `_take_parts` begins."""

_WHOLE = frozenset((FIN | TEXT, FIN | BINARY))
"""It begins with these, too, while messages are thrown away: then `take_messages` takes none."""

_HEAD_MAX = 14  # bytes in front of a payload
_LEAST = 1024  # bytes that are read at once, in any case

_SPARE = 0x10000  # bytes
_SPARES_MAX = 8
_spares: list[bytearray] = []  # places that were used; what is unmasked is another's

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
        held: bytes that were not parsed yet.
        patience: frames that are no whole plain messages, of which so many more are read before
            the rest has to wait; each poll gives new patience.
        place: where the next bytes are to be put, if there is a place for them; see `placed`.
        room: bytes that unread messages may still have; who takes one gives its bytes back.
        stopped: nothing more is read.
    """

    __slots__ = (
        "_assembly",
        "_beginnings",
        "_enough",
        "_frame_final",
        "_frame_judged",
        "_frame_key",
        "_frame_left",
        "_joining",
        "_largest",
        "_least",
        "_listener",
        "_masked",
        "_max_packets",
        "_needed",
        "_placed_key",
        "_placed_size",
        "_placed_whole",
        "_top",
        "_wire",
        "count",
        "discard",
        "held",
        "packets",
        "patience",
        "place",
        "room",
        "stopped",
    )

    def __init__(self, masked: bool, listener: Listener) -> None:
        self.packets: deque[Packet] = deque()
        self.count = 0
        self.discard = False
        self.patience = sys.maxsize
        self.place: memoryview | None = None
        self.room = 0
        self.stopped = False
        self._masked = masked
        self._least, self._top = (6, 0x80) if masked else (2, 0)
        self._listener = listener
        self._largest = 0
        self._max_packets = 0
        self._needed = 1  # room that the next frame needs
        self.held = bytearray()
        self._enough = 0  # parsing `held` is not worth while below this size
        self._placed_whole = bytearray()
        self._placed_key = b""
        self._placed_size = 0
        self._assembly: Assembly | None = None
        self._beginnings = _BEGINNINGS
        self._joining = False  # a message is half done
        self._wire: Connection | None = None
        self._frame_left = 0  # bytes that are still to come of the frame that was begun
        self._frame_judged = False  # it is wsproto that reads it
        self._frame_final = False  # it is the last of its message
        self._frame_key = b""  # of what is still to come

    def set_limits(self, buffer_size: int, max_packets: int) -> None:
        """Lets reading begin.

        Args:
            buffer_size: bytes of the largest message; unread ones may fill what it stands for.
            max_packets: messages that may wait to be taken; negative: any number.
        """
        self._largest = max(0, buffer_size)
        self.room = capacity_of(buffer_size)
        self._max_packets = max_packets if max_packets >= 0 else sys.maxsize

    def inflate_with(self, inflater: Inflater) -> None:
        """From now on messages may be compressed; to be called behind `set_limits`."""
        self._get_assembly().inflater = inflater
        self._beginnings = _BEGINNINGS_COMPRESSED

    def _get_assembly(self) -> Assembly:
        if self._assembly is None:
            self._assembly = Assembly()
            self._assembly.largest = self._largest
        return self._assembly

    def receive(self, data: bytes) -> bool:
        """Takes bytes that came; true: they were whole messages, and there is room for more."""
        held = self.held
        size = len(data) - self._least
        if (  # mostly one short message came, and nothing else
            0 <= size < SHORT
            and data[1] - size == self._top
            and size < self.room
            and size <= self._largest
            and not (held or self._joining or self.discard or self.stopped)
            and self.place is None
            and self._take_one(data, size)
        ):
            return self.room > 0 and len(self.packets) < self._max_packets
        if self.place is not None:
            count = min(len(data), len(self.place))
            self.place[:count] = data[:count]
            self.placed(count)
            data = data[count:]
        if not held:
            usual = self.patience
            used = self._parse(data)
            if used < len(data):
                self.held = bytearray(memoryview(data)[used:])
                return False
            if usual != self.patience or self.stopped or self.discard:
                return False
            return self.room > 0 and len(self.packets) < self._max_packets
        held += data
        if len(held) >= self._enough:
            del held[: self._parse(held)]
        return False

    def _take_one(self, data: bytes, size: int) -> bool:
        """Takes a whole short message, if it is one."""
        first = data[0]
        text = first == FIN | TEXT
        if not (text or first == FIN | BINARY) or len(self.packets) >= self._max_packets:
            return False
        payload: Buffer = data[self._least :]
        if self._masked:
            payload = apply_mask(payload, data[2:6])
        if text and not payload.isascii() and not is_utf8(payload):
            return False
        self.packets.append((payload, text))
        self.count += 1
        self.room -= size
        return True

    def placed(self, count: int) -> None:
        """Takes so many bytes that came to `place`."""
        assert self.place is not None
        if count < len(self.place):
            self.place = self.place[count:]
            return
        whole = self._placed_whole
        self.place, self._placed_whole = None, bytearray()
        if not (self.discard or self.stopped):
            payload: Buffer = whole
            if self._masked:
                payload = apply_mask(memoryview(whole)[: self._placed_size], self._placed_key)
            self.packets.append((payload, False))
            self.count += 1
        if self._masked and len(whole) == _SPARE and len(_spares) < _SPARES_MAX:
            _spares.append(whole)

    def _make_place(self, source: Buffer, start: int, size: int) -> int:
        """Begins with a long message of which only a part is there; all of that is done with."""
        if self._masked and size <= _SPARE:
            whole = _spares.pop() if _spares else bytearray(_SPARE)
        else:
            whole = bytearray(size)
        here = len(source) - start
        view = memoryview(whole)[:size]
        view[:here] = memoryview(source)[start:]
        self._placed_whole, self.place = whole, view[here:]
        self._placed_key, self._placed_size = bytes(source[start - 4 : start]), size
        self.room -= size
        return len(source)

    def resume(self) -> None:
        """Goes on with bytes that were held back while too many messages waited."""
        if len(self.held) >= self._enough and not (self.stopped or self.full):
            del self.held[: self._parse(self.held)]

    @property
    def full(self) -> bool:
        """Whether what comes next has to wait: until messages are taken, or for the next poll."""
        if self.place is not None:
            return False  # there is room for what has begun
        if self.patience <= 0:
            return True
        if self.discard or self._frame_left or (self._joining and not self.packets):
            return False
        return self.room < self._needed or len(self.packets) >= self._max_packets

    def worth_reading(self, most: int) -> int:
        """How many bytes to ask for: what there is no room for would only be copied about."""
        if self.discard or self._joining:
            return most
        return min(most, max(self.room + _HEAD_MAX, _LEAST))

    def take(self) -> Packet:
        """Takes the oldest message; there has to be one."""
        packet = self.packets.popleft()
        self.room += len(packet[0])
        return packet

    def take_all(self) -> list[Packet]:
        """Takes all messages that wait."""
        packets = list(self.packets)
        self.packets.clear()
        self.room += sum([len(payload) for payload, _ in packets])
        return packets

    def discard_messages(self) -> None:
        """From now on throws messages away, waiting ones too."""
        self.discard = True
        self._beginnings |= _WHOLE
        self.packets.clear()
        if self._assembly is not None:
            self._assembly.forget()

    def stop(self) -> None:
        """From now on reads nothing."""
        if not self.stopped:
            self.stopped = True
            self._wire = self.place = None
            del self._listener  # it has us too, and that would keep both

    def _parse(self, source: Buffer) -> int:
        """Reads frames; returns how many bytes are done with."""
        used = 0
        packets = self.packets
        self._enough, self._needed = 0, 1
        while not self.stopped:
            if not self._joining and not self.discard:
                waiting = len(packets)
                used, self.room, ahead = take_messages(
                    source,
                    used,
                    self._masked,
                    self._largest,
                    self._max_packets - waiting,
                    self.room,
                    packets,
                )
                self.count += len(packets) - waiting
                if used == len(source):
                    return used
                if ahead < 0:
                    self._needed = -ahead
                    return used
                if ahead:
                    self.patience -= 1
                    start = used + self._least + (2 if ahead < 0x10000 else 8)
                    return self._make_place(source, start, ahead)
            if not self._frame_left:
                begun = used
                used = self._take_parts(source, begun)
                if used > begun:
                    continue
            step = self._take_unusual(source, used)
            if not step:
                break
            used += step
        return len(source) if self.stopped else used

    # Parts ---------------------------------------------------------------------------------------

    def _take_parts(self, source: Buffer, pos: int) -> int:
        """Takes whole data frames that are fragments, or compressed; returns where it stopped."""
        end, masked = len(source), self._masked
        least = 6 if masked else 2
        while pos + least <= end and not self.full and not self.stopped:
            first, size = source[pos], source[pos + 1]
            if first & 0x7F if self._joining else first not in self._beginnings:
                break
            start = pos + least
            if masked:
                size -= 128
            if size > 125:
                width = 2 if size == 126 else 8
                start += width
                if start > end or size > 127:
                    break
                size = int.from_bytes(source[pos + 2 : pos + 2 + width], "big")
                if size < (126 if width == 2 else 0x10000):
                    break
            if size < 0 or start + size > end or not self._begin_frame(first, size):
                break
            self.patience -= 1
            pos = start + size
            payload: Buffer = source[start:pos]
            if masked:
                payload = apply_mask(payload, source[start - 4 : start])
            self._add(payload, first >= FIN)
        return pos

    def _begin_frame(self, first: int, size: int) -> bool:
        """Makes room for a data frame; false: it does not fit, now or ever."""
        assembly = self._get_assembly()
        joining = self._joining
        if not (assembly.compressed if joining else first & COMPRESSED):
            if size + (assembly.size if joining else 0) > self._largest:
                return False
            if not self.discard:
                if size > self.room:
                    return False
                self.room -= size
        if not joining:
            self._joining = True
            assembly.begin(first & 0xF == TEXT, first & COMPRESSED != 0)
        return True

    def _add(self, data: Buffer, final: bool) -> None:
        """Takes a part of the message that is half done."""
        assembly = self._get_assembly()
        before = assembly.size
        fault = assembly.add(data, final, not self.discard)
        if fault:
            self._listener.on_fault(fault)
            return
        if assembly.compressed:
            self.room -= assembly.size - before  # nobody knew before
        if final:
            self._joining = False
            if not self.discard:
                self.packets.append(assembly.take())
                self.count += 1

    # What is unusual -----------------------------------------------------------------------------

    def _take_unusual(self, source: Buffer, pos: int) -> int:
        """Reads one frame, or a part of one; returns its bytes, 0 when it has to wait."""
        if self._frame_left:
            chunk = source[pos : pos + self._frame_left]
            if chunk:
                self._frame_left -= len(chunk)
                (self._feed if self._frame_judged else self._go_on)(chunk)
            return len(chunk)
        if self.full or self.stopped or pos == len(source):
            return 0
        allowed = self._allowed(source[pos])
        head = read_head(source, pos, self._masked, allowed)
        if head is None:
            return 0
        here = min(head.size, len(source) - head.start)
        step = head.start + here - pos
        if head.broken:
            self._listener.on_broken()
            return step
        self.patience -= 1
        if head.clean and head.opcode & 0x8:
            if here < head.size:
                return 0
            if self._take_control(source, head):
                return step
        elif head.clean and (head.opcode == CONTINUATION) == self._joining:
            return step if self._begin(source, pos, head, here) else 0
        self._align()
        self._frame_left, self._frame_judged = head.size - here, True
        frame = bytearray(memoryview(source)[pos : pos + step])
        frame[0] &= ~allowed
        self._feed(frame)
        return step

    def _allowed(self, first: int) -> int:
        """The reserved bits that a frame with the opcode in `first` may have."""
        return COMPRESSED if not self._joining and first | COMPRESSED in self._beginnings else 0

    def _begin(self, source: Buffer, pos: int, head: Head, here: int) -> bool:
        """Begins with a data frame of which `here` bytes are there; false: it has to wait.

        It may be too big; then the listener is told.
        """
        if not here and head.size:
            return False
        first = source[pos]
        fits = head.size <= min(self.room, self._largest)
        if fits and here < head.size and first == FIN | BINARY and not self.discard:
            if head.size < LONG:  # nothing in it can be wrong
                self._enough = head.start - pos + head.size
                return False
            self._make_place(source, head.start, head.size)
            return True
        if not self._begin_frame(first, head.size):
            assembly = self._get_assembly()
            if head.size + (assembly.size if self._joining else 0) > self._largest:
                self._listener.on_fault(TOO_BIG)
                return True
            self._needed = head.size
            return False
        self._frame_left, self._frame_final = head.size - here, head.final
        self._frame_key = bytes(source[head.start - 4 : head.start]) if self._masked else b""
        self._go_on(source[head.start : head.start + here])
        return True

    def _go_on(self, chunk: Buffer) -> None:
        """Takes more of the frame that was begun."""
        key = self._frame_key
        if key:
            turn = len(chunk) & 3
            chunk = apply_mask(chunk, key)
            self._frame_key = key[turn:] + key[:turn]
        self._add(chunk, self._frame_final and not self._frame_left)

    def _take_control(self, source: Buffer, head: Head) -> bool:
        """Takes a ping, a pong, or a close frame that is for us to judge; false: it is for wsproto.

        Pings and pongs cost wsproto so much that a flood of them would stop everything else.
        """
        body: Buffer = source[head.start : head.start + head.size]
        if self._masked:
            body = apply_mask(body, source[head.start - 4 : head.start])
        if head.opcode == PING:
            self._listener.on_ping(bytes(body))
        elif head.opcode == PONG:
            self._listener.on_pong()
        else:
            return head.opcode == CLOSE and self._take_odd_close(body)
        return True

    def _take_odd_close(self, body: Buffer) -> bool:
        """Takes a close frame that wsproto would not, but Godot does; false: it is none."""
        if len(body) == 1:
            self._listener.on_close(0, "")
        elif int.from_bytes(body[:2], "big") != _LATE_CODE:
            return False
        elif is_utf8(body[2:]):
            self._listener.on_close(_LATE_CODE, body[2:].decode("utf-8"))
        else:
            self._listener.on_fault(BAD_TEXT)
        return True

    def _align(self) -> None:
        """Lets wsproto know whether a message is half done; it is asked once."""
        if self._joining:
            begun = bytes((BINARY, 0x80, 0, 0, 0, 0)) if self._masked else bytes((BINARY, 0))
            wire = self._get_wire()
            wire.receive_data(begun)
            for _ in wire.events():
                pass

    def _get_wire(self) -> Connection:
        if self._wire is None:
            side = ConnectionType.SERVER if self._masked else ConnectionType.CLIENT
            self._wire = Connection(side)
        return self._wire

    def _feed(self, data: Buffer) -> None:
        """Has wsproto read bytes of one frame."""
        if self.stopped:
            return
        wire, listener = self._get_wire(), self._listener
        wire.receive_data(bytes(data))
        for event in wire.events():
            if not isinstance(event, CloseConnection):
                continue
            if wire.state is ConnectionState.OPEN:  # wsproto found a fault, no close frame
                listener.on_fault(int(event.code))
            else:
                code = 0 if event.code == NO_STATUS else int(event.code)
                listener.on_close(code, event.reason or "")
