"""`Kept`: what was made once and may be needed again, up to a limit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """A store that drops what was not used for the longest time.

    Args:
        limit: how much it holds, in whatever `put` counts.
    """

    __slots__ = ("_entries", "_held", "_limit")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held = 0
        self._entries: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> V | None:
        """What is kept under a key, or None."""
        found = self._entries.get(key)
        if found is None:
            return None
        self._entries.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, value: V, size: int = 1) -> V:
        """Keeps a value, and gives it back."""
        before = self._entries.pop(key, None)
        self._held += size - (before[1] if before is not None else 0)
        self._entries[key] = value, size
        while self._held > self._limit and len(self._entries) > 1:
            self._held -= self._entries.popitem(last=False)[1][1]
        return value

    def clear(self) -> None:
        """Drops everything."""
        self._entries.clear()
        self._held = 0
