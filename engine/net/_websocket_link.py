"""A WebSocket connection at work: a session, the channel under it, and the polls that move both.

A poll settles what the last one left, goes on with connecting, reads, looks at the time, writes,
and closes the channel when the session is over. Most polls find nothing: while a link is `quiet`
(open, nothing to write, nothing held back) a look at the poller's answer is all, or at the time
where there is a heartbeat, and what comes is read without any of the rest.

A message is written at once, with two exceptions within a tick of a running loop. Who sends while
messages of this link are unread is in the middle of answering them: what is sent then goes out with
the answer to the last, in one write. And after the first few messages of a tick more of them are
put together. Both go out when the tick ends, at the latest; that saves most of the time of sending.

What is put together are the frames in the outbox; but of a server's short messages, which are most,
only a list: the batch. It is begun where so many fit that the limits need not be looked at, and its
frames are counted when it ends. Whatever is not such a message first has it spill into the outbox.
"""

from __future__ import annotations

import math
import weakref
from collections.abc import Callable

from engine.core.error import FAILED, OK, Error
from engine.net._channel import Channel, Status
from engine.net._farewell import remember
from engine.net._forks import forks
from engine.net._poller import poller
from engine.net._tcp_channel import TcpChannel
from engine.net._time import EngineTime
from engine.net._websocket_frames import (
    BINARY,
    BINARY_HEADS,
    SHORT,
    TEXT,
    TEXT_HEADS,
    Buffer,
    frame_head,
)
from engine.net._websocket_session import WebSocketSession
from engine.net._websocket_states import Phase

_READ_SIZE = 0x10000
_READS_MAX = 256  # a poll ends, however fast the other side sends

_PATIENCE = 2000
"""Pings, pongs and fragments that a poll reads at most: a stranger may send nothing else."""

_AT_ONCE = 8  # messages in a tick that are written one by one
_TOGETHER_SIZE = 0x8000  # bytes that are put together at most, roughly
_TOGETHER_COUNT = 1000
_LARGE = 0x4000  # bytes of a message that is not copied behind its head

_BATCH = 256  # short messages

_OPEN = Phase.OPEN


class WebSocketLink:
    """One connection of a `WebSocketPeer`.

    Args:
        session: the protocol.
        channel: what carries it; connected already, or connecting if we are the client.
        client: whether we are the client.
        time: what timeouts and the heartbeat go by.

    Attributes:
        session: as given.
        channel: as given.
        packets: messages to be taken, oldest first.
        quiet: a poll has only to look whether something came.
        looked: the tick in which `poll` looked last.
        messages_out: messages that went out without a question to the session.
        timed: while it is quiet, a poll has to look at the time, too.
    """

    __slots__ = (
        "__weakref__",
        "_at_end",
        "_batch",
        "_began",
        "_burst",
        "_burst_tick",
        "_calm",
        "_client",
        "_direct",
        "_due",
        "_forks",
        "_net",
        "_no_delay",
        "_outbox",
        "_room",
        "_server",
        "_settings",
        "_stalled",
        "_started",
        "_tcp",
        "_time",
        "_waiting",
        "_watched",
        "channel",
        "looked",
        "messages_out",
        "packets",
        "quiet",
        "session",
        "timed",
    )

    def __init__(
        self, session: WebSocketSession, channel: Channel, client: bool, time: EngineTime
    ) -> None:
        self.session = session
        self.channel = channel
        self._client = client
        self._time = time
        self._forks = forks.count
        self._began = math.inf  # when TLS began with its handshake, which counts as part of ours
        self._started = False
        self._stalled = False  # the last poll found no room to read, as nothing was taken
        self._no_delay = True
        self._watched = (True, False)
        self._net = poller()
        self._at_end: Callable[[], Callable[[], object] | None] | None = None
        self._burst_tick = 0
        self._burst = 0  # messages that were sent in that tick
        self._waiting = False  # the end of the tick will write
        self._calm = False  # `quiet`, as it was before that
        self._outbox = session.outbox
        self._settings = session.settings
        self._tcp = channel if isinstance(channel, TcpChannel) else None
        self._server = session.handshake.masked_in
        self._direct = -1  # bytes of the largest message that may go out straight, as it is
        self._batch: list[bytes] = []
        self._room = 0  # messages that the batch surely has room for
        self._due = 0.0  # when to look at the time
        self.messages_out = 0
        self.timed = False
        self.quiet = False
        self.looked = -1
        self.packets = session.reader.packets
        remember(self)

    def __del__(self) -> None:
        if self.is_ours():
            self.end()

    def is_ours(self) -> bool:
        """Whether it is for this process to end it; a forked child may only have a hold on it."""
        return forks.ours(self._forks)

    def poll(self) -> None:
        """Moves everything on."""
        net = self._net
        if self.looked == net.tick:
            self.move_on(True)
            return
        self.looked = net.tick
        if not self.quiet or self.channel.fd in net.ready:
            self.move_on(False)
        elif self.timed and self._time.now() >= self._due:
            self._look_at_time()

    def move_on(self, again: bool) -> None:
        """A poll that may find something; `again`: not the first of this tick."""
        channel, session = self.channel, self.session
        session.reader.patience = _PATIENCE
        if self.quiet:
            if again or self._tcp is not None or channel.ready():
                self._take()
            if self.timed:
                self._look_at_time()
            return
        if session.phase is Phase.CLOSED:
            return
        if session.phase is Phase.ENDING:
            session.settle()
        if not self._started and not self._start():
            self._after()
            return
        reader = session.reader
        count = reader.count
        if reader.held:
            session.resume()
        reading = session.wants_data
        self._stalled = not reading
        if reading and (again or channel.ready()):
            reading = self._read()
        if not reading and reader.count != count:
            self._net.more = True  # there is room again once the script has taken some
        if session.timed:
            session.tick(self._time.now())
        if self._outbox.length or self._batch or channel.holding:
            self.flush()
        self._after()

    def _look_at_time(self) -> None:
        """Does what is due while all is quiet."""
        session, now = self.session, self._time.now()
        session.tick(now)
        self._due = session.due(now)
        if self._outbox.length or session.phase is not _OPEN:
            self.flush()
            self._after()

    def _take(self) -> None:
        """Reads what came while all was quiet."""
        session = self.session
        data = self.channel.receive(_READ_SIZE)
        if data is None:
            return
        if data:
            session.heard = True
            if session.reader.receive(data) and len(data) < _READ_SIZE:
                return  # nearly always
            reading = session.wants_data
            if reading and len(data) == _READ_SIZE:
                reading = self._read()
        else:
            session.receive_end()
            reading = False
        self._stalled = False
        if not reading and session.phase is _OPEN:
            self._net.more = True
        placing = session.reader.place is not None
        if not reading or placing or self._outbox.length or self.channel.holding:
            self.flush()
            self._after()

    def _start(self) -> bool:
        """Whether bytes can be exchanged; a client that just got through sends its request."""
        channel, session = self.channel, self.session
        now = self._time.now()
        if self._client:
            channel.advance(now)
            if channel.status is Status.STATUS_CONNECTING:
                if channel.bytes_out:
                    self._began = min(self._began, now)
                return False
            channel.advance(now)  # the other side may have gone again
        if channel.status is not Status.STATUS_CONNECTED:
            session.receive_end()
            return False
        self._started = True
        channel.set_no_delay(self._no_delay)
        session.start(min(self._began, now))
        self.flush()
        return not self._client

    def _read(self) -> bool:
        """Reads what there is; whether there is room for more."""
        channel, tcp, session = self.channel, self._tcp, self.session
        reader = session.reader
        for _ in range(_READS_MAX):
            place = reader.place
            if place is not None and tcp is not None:
                count = tcp.receive_into(place)
                if count is None:
                    return True
                if not count:
                    session.receive_end()
                    return False
                whole = count < len(place)
                session.receive_placed(count)
            else:
                size = reader.worth_reading(_READ_SIZE)
                data = channel.receive(size)
                if data is None:
                    return True
                if not data:
                    session.receive_end()
                    return False
                whole = len(data) < size
                session.receive_data(data)
            wanted = session.wants_data
            if whole or not wanted:
                return wanted
        return True

    def send(self, payload: Buffer | memoryview, text: bool) -> Error:
        """Sends a message, or as much of it as the system takes now."""
        size = len(payload)
        if self._room and size < SHORT:
            self._room -= 1
            self._batch.append((TEXT_HEADS if text else BINARY_HEADS)[size] + payload)
            return OK if self.packets else self._end_batch()
        if self.quiet and size <= self._direct:
            net = self._net
            if self._burst_tick != net.tick and not self.packets:
                self._burst_tick, self._burst = net.tick, 1
                self.messages_out += 1
                frame = (TEXT_HEADS if text else BINARY_HEADS)[size] + payload
                count = self.channel.transmit(frame)
                if count == size + 2 and not self.channel.holding:
                    return OK  # nearly always
                return self._written(count, frame, size)
            if self._begin_batch():
                return self.send(payload, text)
        return self._send_any(payload, size, text)

    def _send_any(self, payload: Buffer | memoryview, size: int, text: bool) -> Error:
        """Sends a message of any kind."""
        session = self.session
        if self._batch:
            if size < SHORT and self.flush() and self.quiet:  # it was full
                return self.send(payload, text)
            self.spill()
        if self._waiting and not session.fits(size):
            self.flush()
        tcp, waiting = self._tcp, self._waiting or self._outbox.length
        if size >= _LARGE and self._direct >= 0 and tcp and not waiting and session.fits(size):
            return self._send_large(tcp, payload, size, text)
        made = session.message(payload, text)
        return self._write(made, size) if isinstance(made, bytes) else made

    def _send_large(
        self, tcp: TcpChannel, payload: Buffer | memoryview, size: int, text: bool
    ) -> Error:
        """Sends a message without putting it behind its head, which would be a copy."""
        self.messages_out += 1
        head = frame_head(TEXT if text else BINARY, size, False)
        count = tcp.transmit_parts(head, payload)
        if count == len(head) + size:
            return OK
        return self._written(count, head + payload, size)

    # The batch -----------------------------------------------------------------------------------

    def _begin_batch(self) -> bool:
        """Whether short messages are put together from now on."""
        net, settings = self._net, self._settings
        if not net.in_tick or not (self.packets or self._burst >= _AT_ONCE):
            return False
        room, most, largest = _BATCH, settings.max_queued_packets, settings.outbound_buffer_size
        if most >= 0:
            room = min(room, most)
        if largest > 0:
            room = min(room, largest // SHORT)
        if room < 2:
            return False
        self._room = room
        self._wait()
        return True

    def _end_batch(self) -> Error:
        """The last unread message was answered: it goes out, unless this is a burst."""
        net = self._net
        if self._burst_tick != net.tick:
            self._burst_tick, self._burst = net.tick, 0
        self._burst += 1
        if self._burst > _AT_ONCE or self.flush():
            return OK
        self._after()
        return FAILED

    def spill(self) -> None:
        """Queues the batch as the messages that it is made of."""
        self.messages_out += len(self._batch)
        for frame in self._batch:
            self._outbox.add_message(frame, len(frame) - 2)
        self._batch.clear()
        self._room = 0

    def _write_batch(self) -> bool:
        """Writes the batch, while nothing else waits; false: the connection is gone."""
        batch = self._batch
        data = b"".join(batch)
        count = self.channel.transmit(data)
        if count == len(data):
            self.messages_out += len(batch)
            batch.clear()
            self._room = 0
            return True
        self.spill()
        if count < 0:
            self.session.drop()
            return False
        self._outbox.written(count)
        return True

    # Writing -------------------------------------------------------------------------------------

    def send_frame(self, frame: bytes, size: int) -> Error:
        """Sends a frame that was made for several links: a message of `size` bytes, unmasked.

        It has to be a link of a server, and one that does not compress.
        """
        session = self.session
        direct = self._direct if self.quiet and not self._net.in_tick else -1
        if direct >= 0 and (size <= direct or session.fits(size)):
            self.messages_out += 1
            count = self.channel.transmit(frame)
            if count == len(frame) and not self.channel.holding:
                return OK
            return self._written(count, frame, size)
        if self._batch:
            self.spill()
        if self._waiting and not session.fits(size):
            self.flush()
        problem = session.refusal(size)
        if problem is not OK:
            return problem
        session.messages_out += 1
        return self._write(frame, size)

    def _write(self, frame: bytes, size: int) -> Error:
        """Writes a message, or puts it off."""
        net, outbox = self._net, self._outbox
        if outbox.length or net.in_tick:
            if not self._may_wait(size):
                if not outbox.length:
                    return self._write_now(frame, size)
                outbox.add_message(frame, size)
                if self.flush():
                    return OK
                self._after()
                return FAILED
            outbox.add_message(frame, size)
            return OK
        return self._write_now(frame, size)

    def _write_now(self, frame: bytes, size: int) -> Error:
        return self._written(self.channel.transmit(frame), frame, size)

    def _written(self, count: int, frame: bytes, size: int) -> Error:
        """Goes on when the channel took so many bytes of a message's frame."""
        if count == len(frame):
            if self.channel.holding:
                self.quiet = False
            return OK
        if count >= 0:
            self._outbox.add_message(frame, size)
            self._outbox.written(count)
            self._after()
            return OK
        self.session.drop()
        self._after()
        return FAILED

    def _may_wait(self, size: int) -> bool:
        """Whether a message may be written later in this tick."""
        net, outbox = self._net, self._outbox
        if not net.in_tick or outbox.size + size >= _TOGETHER_SIZE:
            return False
        if not self.packets:
            if self._burst_tick != net.tick:
                self._burst_tick, self._burst = net.tick, 0
            self._burst += 1
            if self._burst <= _AT_ONCE:
                return False
        if outbox.count >= _TOGETHER_COUNT:
            return False
        self._wait()
        return True

    def _wait(self) -> None:
        """Has what is put together go out when the tick ends."""
        if self.channel.inner:
            self._net.look_again()
        if not self._waiting:
            self._waiting = True
            self._calm, self.quiet = self.quiet, False  # a poll is to write
            if self._at_end is None:
                self._at_end = weakref.WeakMethod(self._write_together)
            self._net.before_end(self._at_end)

    def flush(self) -> bool:
        """Writes what the system takes; false: the connection is gone."""
        outbox, channel = self._outbox, self.channel
        waiting, self._waiting = self._waiting, False
        if channel.holding:
            channel.push()
        if self._batch:
            if outbox.length:
                self.spill()
            elif not self._write_batch():
                return False
        while outbox.length:
            data = outbox.next_bytes()
            count = channel.transmit(data)
            if count < 0:
                self.session.drop()
                return False
            outbox.written(count)
            if count < len(data):
                break
        if outbox.length or channel.holding:
            self.quiet = False
        elif waiting:
            self.quiet = self._calm
        return True

    def _write_together(self) -> None:
        if self._waiting and (not self.flush() or self._outbox):
            self._after()

    def unsent(self) -> int:
        """Bytes of messages that the system does not take just now."""
        if self._waiting:
            self._write_together()
        return self.session.outbox.size

    def close(self, code: int, reason: str) -> None:
        """Says goodbye; with a negative code only drops the connection."""
        session = self.session
        if session.phase is Phase.CLOSED:
            return
        if code < 0:
            if self._waiting:
                self.flush()
            session.discard_messages()
            session.drop()
        else:
            self.spill()
            session.close(code, reason, self._time.now())
            self.flush()
        self._after()

    def end(self) -> None:
        """Drops the connection; what was put off still goes out."""
        session = self.session
        if session.phase is Phase.ENDING:
            session.settle()
            self.flush()
        elif self._waiting:
            self.flush()
        session.drop()
        self._after()

    def set_no_delay(self, enabled: bool) -> None:
        """Whether small pieces go out at once."""
        self._no_delay = enabled
        self.channel.set_no_delay(enabled)

    def wake(self) -> None:
        """To be called when something changed that polls have to look at."""
        self.spill()
        self.quiet = self._calm = False
        self._direct = -1

    def _after(self) -> None:
        """Closes the channel when it is over; else says what is waited for."""
        session, channel = self.session, self.channel
        self._forks = forks.count
        if session.phase is Phase.CLOSED:
            self.quiet = False
            self._direct = -1
            channel.close(after_words=session.close_code >= 0)
            return
        if not self._started:
            return
        reading = session.wants_data
        writing = self._outbox.length > 0 or len(self._batch) > 0 or channel.holding
        if session.phase is not _OPEN:
            self._direct = -1
        elif self._direct < 0:
            self._direct = self._direct_size()
        if session.phase is _OPEN and reading and not writing and session.reader.place is None:
            self.quiet = True
            self.timed = session.timed
            if self.timed:
                self._due = session.due(self._time.now())
        else:
            self.quiet = False
        # A script that takes its messages between polls makes room again: not worth two calls.
        watched = (reading or not self._stalled, writing)
        if watched != self._watched:
            self._watched = watched
            channel.watch(*watched)

    def _direct_size(self) -> int:
        """Bytes of the largest short message that fits while nothing waits; -1: none does."""
        settings = self._settings
        if not self._server or self.session.deflater is not None or not settings.max_queued_packets:
            return -1
        largest = settings.outbound_buffer_size
        return min(SHORT - 1, largest) if largest > 0 else SHORT - 1
