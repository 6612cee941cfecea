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
from engine.core.basis import Basis
from engine.core.color import Color
from engine.core.packed_array import PackedArray
from engine.core.quaternion import Quaternion
from engine.core.transform3d import Transform3D
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.vector2 import Vector2
from engine.core.vector3 import Vector3
from engine.multiplayer._state_properties import MISSING

_CONTAINERS = (list, dict, tuple, bytearray, PackedArray)
_WITH_CONTENTS = frozenset((list, dict, tuple, TypedArray, TypedDictionary))
# Which are the same just when they are equal, or both not equal to themselves (NaN).
_USUAL = frozenset((int, float, bool, str, Vector2, Vector3, Color, Quaternion, Basis, Transform3D))
_MOST = 0xFFFF_FFFF_FFFF_FFFF  # bits of a mask


class KeptValues:
    """What was seen at the last look.

    Attributes:
        polls: for each value the poll in which it changed last; 0 when it was never there.
        newest: the highest of them.
        copies: the values, containers copied.
    """

    __slots__ = ("_all_plain", "_mask", "_seen", "copies", "newest", "polls")

    def __init__(self) -> None:
        self._seen: Sequence[Any] = ()
        self._all_plain = False
        self._mask = 0
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
            self._begin(len(values))
        copies, polls, all_plain = self.copies, self.polls, True
        for place, value in enumerate(values):
            kept = copies[place]
            if kept is value:  # no container: of those there are copies
                continue
            kind = type(value)
            if kind in _USUAL:
                if kind is type(kept) and (kept == value or (value != value and kept != kept)):
                    continue
                copies[place] = value
            elif isinstance(value, _CONTAINERS):
                all_plain = False
                if _same(kept, value):
                    continue
                copies[place] = deep_copy(value)
            elif value is MISSING or _same(kept, value):
                continue
            else:
                copies[place] = value
            polls[place] = self.newest = poll
        self._seen = values
        self._all_plain = all_plain

    def _begin(self, count: int) -> None:
        self.copies = [MISSING] * count
        self.polls = [0] * count
        self._mask = (1 << count) - 1 & _MOST

    def since(self, poll: int) -> tuple[int, list[Any]]:
        """A mask with the bits of what changed after a poll, and these values."""
        if self.polls and min(self.polls) > poll:
            return self._mask, self.copies
        mask, values = 0, []
        for place, changed in enumerate(self.polls):
            if changed > poll:
                mask |= 1 << place
                values.append(self.copies[place])
        return mask & _MOST, values


def _same(kept: Any, value: Any) -> bool:
    kind = type(value)
    if type(kept) is kind and kind not in _WITH_CONTENTS:
        return kept is value or bool(kept == value) or (kept != kept and value != value)  # NaN
    if kept is MISSING or type_of(kept) != type_of(value):
        return False
    return equal_inside(kept, value)
