"""`SwapList`: a set with an order, in which the last one takes the place of one that goes.

Godot keeps its sets so, and the order of packets follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class SwapList(Generic[T]):
    """A set with an order.

    Attributes:
        items: what is in it, in order; not to be changed from outside.
    """

    __slots__ = ("_places", "items")

    def __init__(self) -> None:
        self.items: list[T] = []
        self._places: dict[T, int] = {}

    def add(self, item: T) -> bool:
        """Puts one at the end; False when it is there already."""
        if item in self._places:
            return False
        self._places[item] = len(self.items)
        self.items.append(item)
        return True

    def discard(self, item: T) -> bool:
        """Takes one out; False when it is not there."""
        place = self._places.pop(item, None)
        if place is None:
            return False
        last = self.items.pop()
        if place < len(self.items):
            self.items[place] = last
            self._places[last] = place
        return True

    def clear(self) -> None:
        """Takes all out."""
        self.items.clear()
        self._places.clear()

    def __contains__(self, item: object) -> bool:
        return item in self._places

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items.copy())
