"""A WebSocket connection at work: a session, the channel under it, and the polls that move both.

A poll settles what the last one left, goes on with connecting, reads, looks at the time, writes,
and closes the channel when the session is over. Most polls find nothing: while a link is `_quiet`
(open, nothing to write, nothing held back, no heartbeat) a look at the channel is all.

A message is written at once. Only within a tick of a running loop, after the first few messages,
are more of them put together for one write, at the latest when the tick ends; that saves most of
the time of sending in bulk.
"""

from __future__ import annotations

from engine.core.error import FAILED, OK, Error
from engine.net._channel import Channel, Status
from engine.net._farewell import remember
from engine.net._poller import poller
from engine.net._time import EngineTime
from engine.net._websocket_frames import Buffer
from engine.net._websocket_session import WebSocketSession
from engine.net._websocket_states import Phase

_READ_SIZE = 0x10000
_READS_MAX = 256  # a poll ends, however fast the other side sends

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
    """

    __slots__ = (
        "__weakref__",
        "_burst",
        "_burst_tick",
        "_client",
        "_net",
        "_no_delay",
        "_quiet",
        "_stalled",
        "_started",
        "_time",
        "_waiting",
        "_watched",
        "channel",
        "packets",
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
        self._quiet = False
        self._stalled = False  # the last poll could not read for lack of room
        self._no_delay = True
        self._watched = (True, False)
        self._net = poller()
        self._burst_tick = 0
        self._burst = 0  # messages that were sent in that tick
        self._waiting = False  # the end of the tick will write
        self.packets = session.reader.packets
        remember(self)

    def __del__(self) -> None:
        self.end()

    def poll(self) -> None:
        """Moves everything on."""
        channel = self.channel
        ready = None
        if self._quiet:
            if not channel.ready():
                return
            ready = True
        session = self.session
        if session.phase is Phase.CLOSED:
            return
        if session.phase is Phase.ENDING:
            session.settle()
        if not self._started and not self._start():
            self._after()
            return
        session.resume()
        if session.wants_data and (ready or channel.ready()):
            self._read()
        if session.timed:
            session.tick(self._time.now())
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

    def _read(self) -> None:
        channel, session = self.channel, self.session
        for _ in range(_READS_MAX):
            data = channel.receive(_READ_SIZE)
            if data is None:
                return
            if not data:
                session.receive_end()
                return
            session.receive_data(data)
            if len(data) < _READ_SIZE or not session.wants_data:
                return

    def send(self, payload: Buffer | memoryview, text: bool) -> Error:
        """Sends a message, or as much of it as the system takes now."""
        session, outbox = self.session, self.session.outbox
        if self._waiting and not session.fits(len(payload)):
            self.flush()
        frame = session.message(payload, text)
        if not isinstance(frame, bytes):
            return frame
        if outbox or self._net.in_tick:
            outbox.add_message(frame, len(payload))
            if self._may_wait() or self.flush():
                return OK
        else:
            count = self.channel.transmit(frame)
            if count == len(frame):
                if self.channel.holding:
                    self._quiet = False
                return OK
            if count >= 0:
                outbox.add_message(frame, len(payload))
                outbox.written(count)
                self._quiet = False
                return OK
            session.drop()
        self._after()
        return FAILED

    def _may_wait(self) -> bool:
        """Whether what is in the outbox may be written later in this tick."""
        net = self._net
        if not net.in_tick:
            return False
        if self._burst_tick != net.tick:
            self._burst_tick, self._burst = net.tick, 0
        self._burst += 1
        if self._burst <= _AT_ONCE:
            return False
        outbox = self.session.outbox
        if outbox.size >= _TOGETHER_SIZE or outbox.count >= _TOGETHER_COUNT:
            return False
        if not self._waiting:
            self._waiting = True
            self._quiet = False
            net.before_end(self._write_together)
        return True

    def flush(self) -> bool:
        """Writes what the system takes; false: the connection is gone."""
        outbox, channel = self.session.outbox, self.channel
        self._waiting = False
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
            self._quiet = False
        return True

    def _write_together(self) -> None:
        if not self.flush():
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
        self._quiet = False

    def _after(self) -> None:
        """Closes the channel when it is over; else says what is waited for."""
        session, channel = self.session, self.channel
        if session.phase is Phase.CLOSED:
            self._quiet = False
            channel.close(after_words=session.close_code >= 0)
            return
        if not self._started:
            return
        reading, writing = session.wants_data, bool(session.outbox) or channel.holding
        self._quiet = session.phase is _OPEN and reading and not writing and not session.timed
        # A script that takes its messages between polls makes room again: not worth two calls.
        watched = (reading or not self._stalled, writing)
        self._stalled = not reading
        if watched != self._watched:
            self._watched = watched
            channel.watch(*watched)
