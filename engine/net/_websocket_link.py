"""A WebSocket connection at work: a session, the channel under it, and the polls that move both.

A poll settles what the last one left, goes on with connecting, reads, looks at the time, writes,
and closes the channel when the session is over. Most polls find nothing: while a link is `quiet`
(open, nothing to write, nothing held back, nothing that depends on the time) a look at the poller's
answer is all, and what comes is read without any of the rest.

A message is written at once, with two exceptions within a tick of a running loop. Who sends while
messages of this link are unread is in the middle of answering them: what is sent then goes out with
the answer to the last, in one write. And after the first few messages of a tick more of them are
put together. Both go out when the tick ends, at the latest; that saves most of the time of sending.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable

from engine.core.error import FAILED, OK, Error
from engine.net._channel import Channel, Status
from engine.net._farewell import remember
from engine.net._poller import poller
from engine.net._tcp_channel import TcpChannel
from engine.net._time import EngineTime
from engine.net._websocket_frames import BINARY_HEADS, SHORT, TEXT_HEADS, Buffer
from engine.net._websocket_session import WebSocketSession
from engine.net._websocket_states import Phase

_READ_SIZE = 0x10000
_READS_MAX = 256  # a poll ends, however fast the other side sends

_PATIENCE = 2000
"""Pings, pongs and fragments that a poll reads at most: a stranger may send nothing else."""

_AT_ONCE = 8  # messages in a tick that are written one by one
_TOGETHER_SIZE = 0x8000  # bytes that are put together at most, roughly
_TOGETHER_COUNT = 1000

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
    """

    __slots__ = (
        "__weakref__",
        "_at_end",
        "_burst",
        "_burst_tick",
        "_calm",
        "_client",
        "_flat",
        "_net",
        "_no_delay",
        "_outbox",
        "_plain",
        "_server",
        "_settings",
        "_stalled",
        "_started",
        "_time",
        "_waiting",
        "_watched",
        "channel",
        "looked",
        "packets",
        "quiet",
        "session",
    )

    def __init__(
        self, session: WebSocketSession, channel: Channel, client: bool, time: EngineTime
    ) -> None:
        self.session = session
        self.channel = channel
        self._client = client
        self._time = time
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
        self._plain = isinstance(channel, TcpChannel)
        self._server = session.handshake.masked_in
        self._flat = False  # messages go out as they are, unmasked
        self.quiet = False
        self.looked = -1
        self.packets = session.reader.packets
        remember(self)

    def __del__(self) -> None:
        self.end()

    def poll(self) -> None:
        """Moves everything on."""
        net = self._net
        if self.looked == net.tick:
            self.move_on(True)
            return
        self.looked = net.tick
        fd = self.channel.fd
        if not self.quiet or fd in net.ready or (net.stale and net.finds(fd)):
            self.move_on(False)

    def move_on(self, again: bool) -> None:
        """A poll that may find something; `again`: not the first of this tick."""
        channel, session = self.channel, self.session
        session.reader.patience = _PATIENCE
        if self.quiet:
            if again or self._plain or channel.ready():
                self._take()
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
        if self._outbox or channel.holding:
            self.flush()
        self._after()

    def _take(self) -> None:
        """Reads what came while all was quiet."""
        session = self.session
        data = self.channel.receive(_READ_SIZE)
        if data is None:
            return
        if data:
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
        if not reading or self._outbox.length or self.channel.holding:
            self.flush()
            self._after()

    def _start(self) -> bool:
        """Whether bytes can be exchanged; a client that just got through sends its request."""
        channel, session = self.channel, self.session
        if self._client:
            channel.advance(self._time.now())
            if channel.status is Status.STATUS_CONNECTING:
                return False
            channel.advance(self._time.now())  # the other side may have gone again
        if channel.status is not Status.STATUS_CONNECTED:
            session.receive_end()
            return False
        self._started = True
        channel.set_no_delay(self._no_delay)
        session.start(self._time.now())
        self.flush()
        return not self._client

    def _read(self) -> bool:
        """Reads what there is; whether there is room for more."""
        channel, session = self.channel, self.session
        for _ in range(_READS_MAX):
            data = channel.receive(_READ_SIZE)
            if data is None:
                return True
            if not data:
                session.receive_end()
                return False
            session.receive_data(data)
            wanted = session.wants_data
            if len(data) < _READ_SIZE or not wanted:
                return wanted
        return True

    def send(self, payload: Buffer | memoryview, text: bool) -> Error:
        """Sends a message, or as much of it as the system takes now."""
        size = len(payload)
        outbox, settings, session = self._outbox, self._settings, self.session
        if (
            size < SHORT
            and self._flat
            and session.phase is _OPEN
            and not 0 <= settings.max_queued_packets <= outbox.count
            and not 0 < settings.outbound_buffer_size < outbox.size + size
        ):
            session.messages_out += 1
            frame = (TEXT_HEADS if text else BINARY_HEADS)[size] + payload
            if not (outbox.length or self.packets or self._burst_tick == self._net.tick):
                self._burst_tick, self._burst = self._net.tick, 1
                count = self.channel.transmit(frame)
                if count == size + 2 and not self.channel.holding:
                    return OK  # nearly always
                return self._written(count, frame, size)
            return self._write(frame, size)
        if self._waiting and not session.fits(size):
            self.flush()
        made = session.message(payload, text)
        return self._write(made, size) if isinstance(made, bytes) else made

    def send_frame(self, frame: bytes, size: int) -> Error:
        """Sends a frame that was made for several links: a message of `size` bytes, unmasked.

        It has to be a link of a server, and one that does not compress.
        """
        session = self.session
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
        if self.channel.inner:
            net.stale = True
        if not self._waiting:
            self._waiting = True
            self._calm, self.quiet = self.quiet, False  # a poll is to write
            if self._at_end is None:
                self._at_end = weakref.WeakMethod(self._write_together)
            net.before_end(self._at_end)
        return True

    def flush(self) -> bool:
        """Writes what the system takes; false: the connection is gone."""
        outbox, channel = self._outbox, self.channel
        waiting, self._waiting = self._waiting, False
        if channel.holding:
            channel.push()
        while outbox:
            data = outbox.next_bytes()
            count = channel.transmit(data)
            if count < 0:
                self.session.drop()
                return False
            outbox.written(count)
            if count < len(data):
                break
        if outbox or channel.holding:
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
        self.quiet = self._calm = False

    def _after(self) -> None:
        """Closes the channel when it is over; else says what is waited for."""
        session, channel = self.session, self.channel
        if session.phase is Phase.CLOSED:
            self.quiet = False
            channel.close(after_words=session.close_code >= 0)
            return
        if not self._started:
            return
        reading, writing = session.wants_data, bool(session.outbox) or channel.holding
        if session.phase is _OPEN and reading and not writing and not session.timed:
            self.quiet = True
            self._flat = self._server and session.deflater is None
        else:
            self.quiet = False
        # A script that takes its messages between polls makes room again: not worth two calls.
        watched = (reading or not self._stalled, writing)
        if watched != self._watched:
            self._watched = watched
            channel.watch(*watched)
