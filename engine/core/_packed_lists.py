"""What the packed arrays of strings and of vectors have in common: they are `list`s."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self, TypeVar

from engine.core.packed_array import PackedArray

T = TypeVar("T")


class ListArray(PackedArray[T], list[T]):  # type: ignore[misc]
    """Base of the packed arrays that are lists."""

    __slots__ = ()

    def _made(self, items: Iterable[T]) -> Self:
        made = type(self).__new__(type(self))
        list.extend(made, items)
        return made

    def __eq__(self, other: object) -> bool:
        if type(other) is type(self):
            return list.__eq__(self, other)
        # Otherwise a list would answer for itself.
        return False if isinstance(other, list) else NotImplemented

    def __ne__(self, other: object) -> bool:
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __bytes__(self) -> bytes:
        return bytes(self.to_byte_array())
