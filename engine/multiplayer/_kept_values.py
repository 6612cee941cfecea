"""The values that a synchronizer watches, and in which poll each of them changed.

A value has changed when its contents differ from a copy that was made at the last look, or its type
does. Most watched values cannot change in themselves (numbers, texts, vectors), and stay the very
same objects as long as nobody sets them: then a look is one comparison of identities.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_
from typing import Any

from engine.core._equality import equal_inside
from engine.core._stored_values import deep_copy
from engine.core._type_of import type_of
from engine.core.packed_array import PackedArray
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.multiplayer._state_properties import MISSING

_CONTAINERS = (list, dict, tuple, bytearray, PackedArray)
_WITH_CONTENTS = frozenset((list, dict, tuple, TypedArray, TypedDictionary))


class KeptValues:
    """What was seen at the last look.

    Attributes:
        polls: for each value the poll in which it changed last; 0 when it was never there.
        newest: the highest of them.
        copies: the values, containers copied.
    """

    __slots__ = ("_all_plain", "_seen", "copies", "newest", "polls")

    def __init__(self) -> None:
        self._seen: Sequence[Any] = ()
        self._all_plain = False
        self.copies: list[Any] = []
        self.polls: list[int] = []
        self.newest = 0

    def look(self, values: Sequence[Any], poll: int) -> None:
        """Compares values with those of the last look.

        Args:
            values: the values of now, `MISSING` for one that could not be read.
            poll: the number of this poll.
        """
        seen = self._seen
        if self._all_plain and all(map(is_, values, seen)):
            return
        if len(values) != len(seen):
            self.copies = [MISSING] * len(values)
            self.polls = [0] * len(values)
        copies = self.copies
        for place, value in enumerate(values):
            kept = copies[place]
            if value is MISSING or _same(kept, value):
                continue
            copies[place] = deep_copy(value) if isinstance(value, _CONTAINERS) else value
            self.polls[place] = self.newest = poll
        self._seen = values
        self._all_plain = not any(isinstance(value, _CONTAINERS) for value in values)

    def since(self, poll: int) -> tuple[int, list[Any]]:
        """A mask with the bits of what changed after a poll, and these values."""
        mask, values = 0, []
        for place, changed in enumerate(self.polls):
            if changed > poll:
                mask |= 1 << place
                values.append(self.copies[place])
        return mask & 0xFFFF_FFFF_FFFF_FFFF, values


def _same(kept: Any, value: Any) -> bool:
    kind = type(value)
    if type(kept) is kind and kind not in _WITH_CONTENTS:
        return kept is value or bool(kept == value) or (kept != kept and value != value)  # NaN
    if kept is MISSING or type_of(kept) != type_of(value):
        return False
    return equal_inside(kept, value)
