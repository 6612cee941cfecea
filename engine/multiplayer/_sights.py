"""What peers see, and when they were sent it: what those that are alike share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from engine.multiplayer.multiplayer_synchronizer import MultiplayerSynchronizer


class Turns:
    """When synchronizers with an interval were last sent to a peer, for DELTA packets.

    Peers that are alike share it, so that it is copied rather than changed.

    Attributes:
        last: the poll and the time of the last delta of each.
        first: before this time no interval has passed.
        latest: from this time on all have.
        complete: up to which poll it has all changes that were found; 0 when that is not sure.
    """

    __slots__ = ("complete", "first", "last", "latest")

    def __init__(self, last: dict[MultiplayerSynchronizer, tuple[int, int]]) -> None:
        self.last = last
        self.first = self.latest = self.complete = 0

    def copy(self) -> Turns:
        """Another one with the same."""
        return Turns(self.last.copy())

    def without(self, sync: MultiplayerSynchronizer) -> Turns:
        """Another one, without a synchronizer."""
        return Turns({one: last for one, last in self.last.items() if one is not sync})

    def sum_up(self, is_complete: bool, poll: int) -> None:
        """Finds out what follows from `last`.

        Args:
            is_complete: whether nothing else is left to send.
            poll: the number of this poll.
        """
        turns = [sent + sync._delta_interval for sync, (_, sent) in self.last.items()]
        self.first, self.latest = min(turns, default=0), max(turns, default=0)
        self.complete = 0
        if is_complete and all(
            sync._state.kept.newest <= sent for sync, (sent, _) in self.last.items()
        ):
            # More may be found in this poll, for another peer, unless everything was looked at.
            all_seen = all(sync._state.looked_poll == poll for sync in self.last)
            self.complete = poll if all_seen else poll - 1

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Turns) and self.last == other.last)

    __hash__ = None  # type: ignore[assignment]


class LastTurns(NamedTuple):
    """What the last peer with intervals got in a poll.

    Attributes:
        before: its turns before that.
        after: its turns after that.
        packets: DELTA packets.
        looks: how many synchronizers with an interval had been looked at by then: a further look,
            made for another peer, may find more.
    """

    before: Turns
    after: Turns
    packets: list[bytes]
    looks: int


class Sight:
    """The synchronizers that some peers see and know the numbers of, and what was made of them.

    Args:
        ready: the synchronizers, in the order in which they are sent.

    Attributes:
        ready: the same.
        always: those with properties that are always sent.
        watched: those with properties that are sent on change.
        prompt: those of `watched` without an interval.
        timed: how many of `watched` have one.
        next_due: before this time the round of none is due.
        poll: the poll to which the rest belongs.
        bodies: SYNC packets without their heads.
        changed: those of `prompt` that have changed.
        deltas: DELTA packets with these changes; None as long as nobody wanted them.
        last_turns: where there are intervals, what the last peer got; None before there was one.
        newest: the poll of the newest change in `watched`; None as long as nobody asked.
    """

    __slots__ = (
        "always",
        "bodies",
        "changed",
        "deltas",
        "last_turns",
        "newest",
        "next_due",
        "poll",
        "prompt",
        "ready",
        "timed",
        "watched",
    )

    deltas: list[bytes] | None
    last_turns: LastTurns | None
    newest: int | None

    def __init__(self, ready: list[MultiplayerSynchronizer]) -> None:
        self.ready = ready
        self.always = [sync for sync in ready if sync._lists().always.paths]
        self.watched = [sync for sync in ready if sync._lists().on_change.paths]
        self.prompt = [sync for sync in self.watched if not sync._delta_interval]
        self.timed = len(self.watched) - len(self.prompt)
        self.next_due = 0
        self.poll = 0
        self.bodies: list[bytes] = []
        self.changed: list[MultiplayerSynchronizer] = []
        self.deltas = self.last_turns = self.newest = None
