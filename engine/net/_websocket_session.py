"""One WebSocket connection without a socket and without a clock: bytes and time in, bytes out.

Bytes that came go into `receive_data`, their end into `receive_end`; `tick` is told the time. Out
come messages (in `reader`), frames in `outbox`, `complaints` (what the script is told as errors)
and `phase`. Nothing here raises for what the other side sent: `_websocket_states` says what follows
from what.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.core.error import ERR_OUT_OF_MEMORY, FAILED, OK, Error
from engine.net._websocket_deflate import COMPRESS_FROM, Deflater, streams
from engine.net._websocket_frames import (
    BINARY,
    CLOSE,
    COMPRESSED,
    PING,
    PONG,
    TEXT,
    Buffer,
    build_frame,
)
from engine.net._websocket_handshake import Handshake, Verdict
from engine.net._websocket_outbox import Outbox
from engine.net._websocket_reader import Reader
from engine.net._websocket_states import NO_STATUS, TABLE, Cause, Phase, Reply, Told, text_of

REASON_MAX = 123
"""Bytes that a close frame has for its reason."""

_PONGS_MAX = 100
"""Nothing more is read while so many pongs could not be written."""

_COUNT_FULL = (
    'Condition "wslay_event_get_queued_msg_count(wsl_ctx) >= (uint32_t)max_queued_packets" '
    "is true. Returning: ERR_OUT_OF_MEMORY"
)
_SIZE_FULL = (
    'Condition "outbound_buffer_size > 0 && (wslay_event_get_queued_msg_length(wsl_ctx) '
    '+ p_buffer_size > (uint32_t)outbound_buffer_size)" is true. Returning: ERR_OUT_OF_MEMORY'
)
NOT_OPEN = 'Condition "ready_state != STATE_OPEN" is true. Returning: FAILED'


@dataclass(slots=True)
class WebSocketSettings:
    """What a peer's properties say; it outlives the connections.

    Attributes:
        inbound_buffer_size: bytes of the largest message that is taken; read when a connection
            opens.
        outbound_buffer_size: bytes that may wait to be written; 0 or less: any number.
        max_queued_packets: messages that may wait to be written, or to be read (looked up when a
            connection opens); negative: any number.
        heartbeat_msec: milliseconds between two pings; 0: none.
        handshake_timeout: seconds; 0: none.
        close_timeout: seconds; 0: none.
        idle_timeout: seconds without a byte from the other side; 0: any time.
        permessage_deflate: whether compression is offered, and accepted.
        last_ping: when the last ping went out, in seconds.
    """

    inbound_buffer_size: int = 65535
    outbound_buffer_size: int = 65535
    max_queued_packets: int = 4096
    heartbeat_msec: int = 0
    handshake_timeout: float = 30.0
    close_timeout: float = 30.0
    idle_timeout: float = 0.0
    permessage_deflate: bool = False
    last_ping: float = 0.0


def cut_reason(reason: str) -> bytes:
    """`reason` in UTF-8, cut at a character to what a close frame holds."""
    data = reason.encode("utf-8", "replace")
    if len(data) > REASON_MAX:
        data = data[:REASON_MAX].decode("utf-8", "ignore").encode("utf-8")
    return data


class WebSocketSession:
    """One connection, from the opening handshake to its end.

    Args:
        handshake: the opening handshake, of the side that this is.
        settings: the limits and times.

    Attributes:
        phase: where the connection stands.
        outbox: bytes to be written.
        complaints: what the script is to be told as errors; the reader clears it.
        close_code: what `get_close_code()` tells.
        close_reason: what `get_close_reason()` tells.
        deflater: compresses messages that go out; None: they go out as they are.
        handshake: the one that was given.
        heard: bytes came since the time was looked at.
        reader: the frames that come; `reader.packets` are the messages to be taken.
        messages_out: messages that were taken for sending.
        settings: the limits and times.
    """

    __slots__ = (
        "_deadline",
        "_heard_at",
        "_held_reply",
        "_masked_out",
        "_pong_due",
        "_sent_code",
        "_told",
        "close_code",
        "close_reason",
        "complaints",
        "deflater",
        "handshake",
        "heard",
        "messages_out",
        "outbox",
        "phase",
        "reader",
        "settings",
    )

    def __init__(self, handshake: Handshake, settings: WebSocketSettings) -> None:
        self.phase = Phase.CONNECTING
        self.outbox = Outbox()
        self.complaints: list[str] = []
        self.close_code = -1
        self.close_reason = ""
        self.deflater: Deflater | None = None
        self.handshake = handshake
        self.messages_out = 0
        self.reader = Reader(handshake.masked_in, self)
        self.settings = settings
        self._masked_out = not handshake.masked_in
        self._deadline = math.inf
        self.heard = True
        self._heard_at = 0.0
        self._pong_due = False
        self._sent_code = 0
        self._told = (-1, "")
        self._held_reply = b""

    # Reading -------------------------------------------------------------------------------------

    def receive_data(self, data: bytes) -> None:
        """Takes bytes that came."""
        if self.phase is Phase.CONNECTING:
            self._shake_hands(data)
        else:
            self.heard = True
            self.reader.receive(data)

    def receive_placed(self, count: int) -> None:
        """Takes so many bytes that came to `reader.place`."""
        self.heard = True
        self.reader.placed(count)

    def receive_end(self) -> None:
        """Takes the end of the stream."""
        self._follow(Cause.END)

    def resume(self) -> None:
        """Goes on with bytes that were held back while too many messages waited."""
        if self.outbox.urgent < _PONGS_MAX:
            self.reader.resume()

    @property
    def wants_data(self) -> bool:
        """Whether it is any use to read from the stream now."""
        if self.phase is Phase.CONNECTING:
            return True
        reader = self.reader
        return not (reader.stopped or reader.full or self.outbox.urgent >= _PONGS_MAX)

    def _shake_hands(self, data: bytes) -> None:
        handshake = self.handshake
        handshake.receive(data)
        self.complaints += handshake.complaints
        handshake.complaints.clear()
        if handshake.verdict is Verdict.REFUSED:
            self._follow(Cause.REFUSED)
        elif handshake.verdict is Verdict.ACCEPTED:
            self._say_handshake()
            self._follow(Cause.OPENED)
            settings = self.settings
            self.reader.set_limits(settings.inbound_buffer_size, settings.max_queued_packets)
            if handshake.agreement is not None:
                self.deflater, inflater = streams(handshake.agreement, handshake.masked_in)
                self.reader.inflate_with(inflater)
            self.reader.receive(handshake.rest)

    def on_ping(self, payload: bytes) -> None:
        """Answers, unless the connection is being closed."""
        if self.phase is Phase.OPEN:
            self.outbox.add_urgent(self._frame(PONG, payload))

    def on_pong(self) -> None:
        """Notes that the other side lives."""
        self._pong_due = False

    def on_close(self, code: int, reason: str) -> None:
        """Follows the other side's close frame."""
        self._follow(Cause.THEIR_CLOSE, code, reason)

    def on_fault(self, code: int) -> None:
        """Ends the connection over a broken rule."""
        self._follow(Cause.FAULT, code)

    def on_broken(self) -> None:
        """Ends the connection without a word."""
        self._follow(Cause.BROKEN)

    # Writing -------------------------------------------------------------------------------------

    def start(self, now: float) -> None:
        """Begins, once there is a connection: a client sends its request."""
        self._deadline = _later(now, self.settings.handshake_timeout)
        self._say_handshake()

    def _say_handshake(self) -> None:
        if self.handshake.reply:
            self.outbox.add_urgent(self.handshake.reply)  # nothing may overtake it
            self.handshake.reply = b""

    def message(self, payload: Buffer | memoryview, text: bool) -> bytes | Error:
        """The frame of a message to be sent: to be written at once, or put into `outbox`.

        Returns:
            The frame; or `FAILED` when the connection is not open, `ERR_OUT_OF_MEMORY` when too
            much waits already.
        """
        problem = self.refusal(len(payload))
        if problem is not OK:
            return problem
        self.messages_out += 1
        opcode = TEXT if text else BINARY
        if self.deflater is not None and len(payload) >= COMPRESS_FROM:
            payload = self.deflater.deflate(payload)
            opcode |= COMPRESSED
        return build_frame(opcode, payload, self._masked_out)

    def refusal(self, size: int) -> Error:
        """Why a message of so many bytes cannot be sent now, said as a complaint; or `OK`."""
        if self.phase is not Phase.OPEN and self.phase is not Phase.ENDING:
            self.complaints.append(NOT_OPEN)
            return FAILED
        outbox, settings = self.outbox, self.settings
        if 0 <= settings.max_queued_packets <= outbox.count:
            self.complaints.append(_COUNT_FULL)
            return ERR_OUT_OF_MEMORY
        if 0 < settings.outbound_buffer_size < outbox.size + size:
            self.complaints.append(_SIZE_FULL)
            return ERR_OUT_OF_MEMORY
        return OK

    def fits(self, size: int) -> bool:
        """Whether the limits allow one more message to wait."""
        outbox, settings = self.outbox, self.settings
        count, largest = settings.max_queued_packets, settings.outbound_buffer_size
        return not (0 <= count <= outbox.count or 0 < largest < outbox.size + size)

    def _frame(self, opcode: int, payload: bytes) -> bytes:
        return build_frame(opcode, payload, self._masked_out)

    def _close_frame(self, code: int, reason: str) -> bytes:
        return self._frame(CLOSE, code.to_bytes(2, "big") + cut_reason(reason) if code else b"")

    # Ending --------------------------------------------------------------------------------------

    def close(self, code: int, reason: str, now: float) -> None:
        """Says goodbye, behind all messages that wait; unread ones are thrown away.

        Args:
            code: cut to 16 bits; 0 sends neither code nor reason.
            reason: cut to 123 bytes.
            now: the time in seconds.
        """
        self.discard_messages()
        if self.phase is Phase.OPEN:
            self._sent_code = code & 0xFFFF
            self._deadline = _later(now, self.settings.close_timeout)
        self._follow(Cause.CLOSE, code & 0xFFFF, reason)

    def discard_messages(self) -> None:
        """Throws away what is unread, and all that is still to come."""
        self.reader.discard_messages()

    def drop(self) -> None:
        """Ends the connection at once, without a close frame."""
        self.outbox.clear()
        self._follow(Cause.DROP)

    def settle(self) -> None:
        """Ends a connection that was only kept for its last messages to be read."""
        self._follow(Cause.SETTLED)

    def tick(self, now: float) -> None:
        """Looks at the time: timeouts and the heartbeat."""
        if self.phase is Phase.OPEN:
            self._beat(now)
            self._listen(now)
        elif now >= self._deadline:
            self._follow(Cause.TIMEOUT)

    @property
    def timed(self) -> bool:
        """Whether `tick` has anything to look at."""
        settings = self.settings
        return (
            self.phase is not Phase.OPEN or settings.heartbeat_msec > 0 or settings.idle_timeout > 0
        )

    def due(self, now: float) -> float:
        """When `tick` will have something to do, if the connection stays open and nothing comes."""
        settings, due = self.settings, math.inf
        if settings.heartbeat_msec > 0:
            due = settings.last_ping + settings.heartbeat_msec / 1000.0
        if settings.idle_timeout > 0.0:
            due = min(due, (now if self.heard else self._heard_at) + settings.idle_timeout)
        return due

    def _beat(self, now: float) -> None:
        settings = self.settings
        if not settings.heartbeat_msec:
            return
        if (now - settings.last_ping) * 1000.0 <= settings.heartbeat_msec:
            return
        if not self._pong_due:
            settings.last_ping = now
            self._pong_due = True
            self.outbox.add_urgent(self._frame(PING, b""))
        elif self.wants_data:  # else the pong may be among what is not read yet
            self._follow(Cause.TIMEOUT)

    def listen_anew(self) -> None:
        """Counts the silence from the next `tick` on."""
        self.heard = True

    def _listen(self, now: float) -> None:
        timeout = self.settings.idle_timeout
        if self.heard or not self.wants_data:  # what is not read yet may be more
            self.heard, self._heard_at = False, now
        elif 0.0 < timeout <= now - self._heard_at:
            self._follow(Cause.TIMEOUT)

    def _follow(self, cause: Cause, code: int = 0, reason: str = "") -> None:
        """Does what the table says for `cause`."""
        step = TABLE.get((self.phase, cause))
        if step is None:
            return
        self.phase = step.phase
        self._tell(step.told, code, reason)
        if step.reply is Reply.OWN:
            self.outbox.add_last(self._close_frame(code, reason))
        elif step.reply is Reply.HELD:
            if self._held_reply:
                self.outbox.add_last(self._held_reply)
        elif step.reply is not Reply.NONE:
            self._held_reply = self._close_frame(code, reason)
        if self.phase is Phase.CLOSED:
            self.close_code, self.close_reason = self._told
        if step.phase in (Phase.ENDING, Phase.CLOSED):
            self.reader.stop()
            if step.phase is Phase.ENDING and not self.reader.packets:
                self.settle()

    def _tell(self, told: Told, code: int, reason: str) -> None:
        if told is Told.NOTHING:
            self._told = (-1, "")
        elif told is Told.THEIRS:
            self._told = (code, reason)
        elif told is Told.FAULT:
            self._told = (code, text_of(code))
        elif told is Told.OURS:
            sent = self._sent_code or NO_STATUS
            self._told = (sent, text_of(sent))


def _later(now: float, timeout: float) -> float:
    return now + timeout if timeout > 0.0 else math.inf
