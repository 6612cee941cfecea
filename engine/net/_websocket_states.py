"""The life of a WebSocket connection as one table.

What a script sees are Godot's four states. Inside there is one more, ENDING, shown as OPEN: the
connection is over for the other side, but messages that came with its end have not been read yet.
The script gets one more poll to read them (and to answer); the next poll settles it.

    CONNECTING --OPENED--> OPEN --CLOSE--> CLOSING --THEIR_CLOSE, ...--> CLOSED
                            |
                            +--THEIR_CLOSE, FAULT, ...--> ENDING --SETTLED--> CLOSED

Whatever happens to a connection is a `Cause`. `TABLE` says for each phase what follows from it: the
next phase, what `get_close_code()` and `get_close_reason()` will tell (`Told`), and the close frame
that goes out (`Reply`). A pair that is missing changes nothing.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Phase(Enum):
    """Where a connection stands."""

    __hash__ = object.__hash__  # Enum's own is a function in Python

    CONNECTING = "connecting"
    OPEN = "open"
    ENDING = "ending"
    CLOSING = "closing"
    CLOSED = "closed"


class Cause(Enum):
    """What can happen to a connection."""

    OPENED = "the opening handshake ended well"
    REFUSED = "the opening handshake ended badly"
    CLOSE = "close() was called"
    DROP = "close(-1) was called, or the system says that the connection is gone"
    THEIR_CLOSE = "a close frame came"
    FAULT = "a message broke the rules, and a close frame can say which"
    BROKEN = "a frame broke the rules so badly that nothing behind it can be read"
    END = "the stream ended"
    TIMEOUT = "the handshake, the answer to our close frame, a pong or anything took too long"
    SETTLED = "the script had its poll for the last messages"


class Told(Enum):
    """What the close code and reason say afterwards."""

    UNCHANGED = "as before"
    NOTHING = "-1 and an empty reason"
    THEIRS = "what the other side's close frame said"
    FAULT = "the code of the rule that was broken, with our text for it"
    OURS = "the code that we sent, with our text for it"


class Reply(Enum):
    """The close frame that goes out."""

    NONE = "none"
    OWN = "with the code and reason of close()"
    ECHO = "the other side's, back; held until the connection is settled"
    FAULT = "with the code of the rule that was broken; held until the connection is settled"
    HELD = "the one that was held"


class Step(NamedTuple):
    """What follows from a cause."""

    phase: Phase
    told: Told = Told.UNCHANGED
    reply: Reply = Reply.NONE


_LOST = (Cause.BROKEN, Cause.END, Cause.TIMEOUT)

TABLE: dict[tuple[Phase, Cause], Step] = {
    (Phase.CONNECTING, Cause.OPENED): Step(Phase.OPEN),
    **{
        (Phase.CONNECTING, cause): Step(Phase.CLOSED, Told.NOTHING)
        for cause in (Cause.REFUSED, Cause.CLOSE, Cause.DROP, Cause.END, Cause.TIMEOUT)
    },
    (Phase.OPEN, Cause.CLOSE): Step(Phase.CLOSING, reply=Reply.OWN),
    (Phase.OPEN, Cause.DROP): Step(Phase.CLOSED, Told.NOTHING),
    (Phase.OPEN, Cause.THEIR_CLOSE): Step(Phase.ENDING, Told.THEIRS, Reply.ECHO),
    (Phase.OPEN, Cause.FAULT): Step(Phase.ENDING, Told.FAULT, Reply.FAULT),
    **{(Phase.OPEN, cause): Step(Phase.ENDING, Told.NOTHING) for cause in _LOST},
    (Phase.ENDING, Cause.SETTLED): Step(Phase.CLOSED, reply=Reply.HELD),
    (Phase.ENDING, Cause.CLOSE): Step(Phase.CLOSED, reply=Reply.HELD),
    (Phase.ENDING, Cause.DROP): Step(Phase.CLOSED),
    (Phase.CLOSING, Cause.THEIR_CLOSE): Step(Phase.CLOSED, Told.THEIRS),
    (Phase.CLOSING, Cause.FAULT): Step(Phase.CLOSED, Told.OURS),
    (Phase.CLOSING, Cause.DROP): Step(Phase.CLOSED, Told.NOTHING),
    **{(Phase.CLOSING, cause): Step(Phase.CLOSED, Told.NOTHING) for cause in _LOST},
}

NO_STATUS = 1005
"""Stands for a close frame without a code; never on the wire."""

PROTOCOL_ERROR = 1002
BAD_TEXT = 1007
TOO_BIG = 1009

_TEXTS = {
    PROTOCOL_ERROR: "Protocol error",
    1006: "Abnormal closure",
    BAD_TEXT: "Invalid frame payload data",
    TOO_BIG: "Message too big",
}


def text_of(code: int) -> str:
    """The reason that is told for a close code of our own making."""
    return _TEXTS.get(code, "Unknown")
