"""What is known of a synchronizer as long as it is in the tree and its connection lasts."""

from __future__ import annotations

from typing import Final

from engine.multiplayer._kept_values import KeptValues

BY_PATH: Final = 0x8000_0000  # of a net id: the rest is the number of its path
NEVER: Final = -(1 << 62)  # microseconds

_HALF: Final = 32_767


class SyncState:
    """The state of a synchronizer.

    Attributes:
        net_id: its number in packets; 0 when it has none yet.
        sent: when its round was last due, in microseconds.
        sent_poll: the number of that poll.
        element_poll: the poll for which `element` was made.
        element: its part of SYNC packets; None when there is nothing to send.
        looked_poll: the poll of the last look at what is sent on change.
        kept: what was seen in that look.
        parts: parts of DELTA packets of that look, by mask.
    """

    __slots__ = (
        "_received",
        "element",
        "element_poll",
        "kept",
        "looked_poll",
        "net_id",
        "parts",
        "sent",
        "sent_poll",
    )

    element: bytes | None

    def __init__(self) -> None:
        self.net_id = 0
        self.sent = NEVER
        self.sent_poll = self.element_poll = self.looked_poll = 0
        self.element = None
        self.kept = KeptValues()
        self.parts: dict[int, bytes] = {}
        self._received = -1

    def is_due(self, poll: int, now: int, interval: int) -> bool:
        """Whether its round is due; counted for all peers together.

        Args:
            poll: the number of this poll.
            now: microseconds.
            interval: microseconds between rounds.
        """
        if self.sent_poll == poll:
            return True
        if now < self.sent + interval:
            return False
        self.sent = now
        self.sent_poll = poll
        return True

    def accept(self, time: int) -> bool:
        """Whether state with this time is newer than the last that came.

        A time that is very much lower counts as wrapped round.
        """
        if time <= self._received and self._received - time < _HALF:
            return False
        self._received = time
        return True
