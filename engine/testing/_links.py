"""One direction of a simulated connection: what is put in at one end comes out later, or not.

All that is random comes from one generator for each line, so that a run is the same every time, and
the packets of one client have no influence on what becomes of another's.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any

UNRELIABLE, UNRELIABLE_ORDERED, RELIABLE = 0, 1, 2
CONTROL = -1
"""The channel of what must not be overtaken, and overtakes nothing that is reliable."""

_ROUNDING = 1e-6  # six ticks of 1/60 s are a tenth of a second
_RESENT_AFTER = 3.0  # a lost packet is missed after so many times the delay


@dataclass(frozen=True, slots=True)
class LinkConditions:
    """How good a connection is, each way.

    Attributes:
        delay: seconds that every packet takes.
        jitter: it may take up to so many seconds more, each packet a random part of it.
        loss: the share of packets that are lost, from 0.0 to 1.0. Reliable ones are sent again.
        reordering: the share of packets that are overtaken by later ones; reliable ones are put
            back into order, and so are late for that.
        streamed: everything is reliable and in order, as over a WebSocket, whatever its mode.
    """

    delay: float = 0.0
    jitter: float = 0.0
    loss: float = 0.0
    reordering: float = 0.0
    streamed: bool = False

    def __post_init__(self) -> None:
        for name in ("delay", "jitter"):
            if getattr(self, name) < 0.0:
                raise ValueError(f"{name} is a time in seconds, not {getattr(self, name)}")
        for name in ("loss", "reordering"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"{name} is a share from 0.0 to 1.0, not {getattr(self, name)}")
        if self.loss == 1.0 and self.streamed:
            raise ValueError("nothing would ever arrive: loss is 1.0, and all is sent again")


@dataclass(frozen=True, slots=True)
class LinkStatistics:
    """What one direction of a connection has carried.

    Attributes:
        packets: packets that were put in.
        bytes: bytes of these.
        lost: times that a packet was lost; a reliable one may be lost again and again.
        late: packets that were overtaken, and dropped for that (unreliable, ordered).
        waiting: packets that are under way.
    """

    packets: int
    bytes: int
    lost: int
    late: int
    waiting: int


class Line:
    """One direction.

    Args:
        conditions: how good it is.
        seed: what its random numbers depend on.

    Attributes:
        conditions: as given; may be changed at any time.
        cut: everything that is put in is lost.
    """

    def __init__(self, conditions: LinkConditions, seed: str) -> None:
        self.conditions = conditions
        self.cut = False
        self._random = random.Random(seed)
        self._under_way: list[tuple[float, int, int, int, Any]] = []
        self._count = self._bytes = self._lost = self._late = 0
        self._last_due: dict[int, float] = {}  # of reliable packets, by channel
        self._last_seen: dict[int, int] = {}  # of ordered ones, by channel

    def put(self, item: Any, now: float, *, size: int, mode: int, channel: int) -> None:
        """Sends something.

        Args:
            item: what comes out at the other end.
            now: the time in seconds.
            size: how many bytes it stands for.
            mode: a transfer mode.
            channel: keeps an order of its own.
        """
        conditions = self.conditions
        self._count += 1
        self._bytes += size
        if conditions.streamed:
            mode, channel = RELIABLE, 0
        due = now + self._time_under_way(mode)
        if self.cut or due == float("inf"):
            self._lost += self.cut
            return
        last = self._last_due
        if mode == RELIABLE:
            earlier = last.values() if channel == CONTROL else (last.get(channel, 0.0),)
            due = last[channel] = max((due, *earlier))
        due = max(due, last.get(CONTROL, 0.0))
        heappush(self._under_way, (due, self._count, mode, channel, item))

    def _time_under_way(self, mode: int) -> float:
        conditions, rng = self.conditions, self._random
        taken = conditions.delay
        if conditions.jitter:
            taken += conditions.jitter * rng.random()
        if conditions.reordering and rng.random() < conditions.reordering:
            taken += self._step()
        while conditions.loss and rng.random() < conditions.loss:
            self._lost += 1
            if mode != RELIABLE or conditions.loss == 1.0:
                return float("inf")
            taken += _RESENT_AFTER * self._step()
        return taken

    def _step(self) -> float:
        """A time that is worth a delay: at least that of a tick or two."""
        return max(self.conditions.delay, 0.02)

    def take(self, now: float) -> Any:
        """What has arrived and waited longest; None when nothing has."""
        under_way = self._under_way
        while under_way and under_way[0][0] <= now + _ROUNDING:
            _, number, mode, channel, item = heappop(under_way)
            if mode == UNRELIABLE_ORDERED:
                if number < self._last_seen.get(channel, 0):
                    self._late += 1
                    continue
                self._last_seen[channel] = number
            return item
        return None

    def clear(self) -> None:
        """Loses everything that is under way."""
        self._under_way.clear()

    def statistics(self) -> LinkStatistics:
        """What it has carried."""
        return LinkStatistics(
            self._count, self._bytes, self._lost, self._late, len(self._under_way)
        )
