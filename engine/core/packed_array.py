"""What the packed arrays have in common.

A packed array is one of Python's own containers (bytes in a `bytearray`, numbers in an
`array.array`, strings and vectors in a `list`) that checks and converts what is put in. Reading,
iterating and measuring it therefore run no Python code of ours, and bytes and numbers have the
buffer protocol. `PackedArray` stands in front of that container in the list of bases, so its
`super()` is the container: it adds Godot's methods and narrows Python's.

All ten are passed by reference, as in Godot; `duplicate` makes a copy.

`PackedByteArray` turns into most of the others and all others turn into it. To keep the imports
free of cycles, its module imports those of the others and leaves itself in `PackedArray._bytes`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, SupportsIndex, TypeVar, overload

from engine.core.error import ERR_INVALID_PARAMETER, OK, Error
from engine.core.output import error

if TYPE_CHECKING:
    from engine.core.packed_byte_array import PackedByteArray

__all__ = ["PackedArray"]

T = TypeVar("T")

# The class has a method of that name.
Slice = slice

if TYPE_CHECKING:

    class _Container(Generic[T]):
        """The part of Python's containers that the packed arrays build on."""

        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[T]: ...
        def __contains__(self, value: object, /) -> bool: ...
        def __getitem__(self, index: Any, /) -> Any: ...
        def __setitem__(self, index: Any, value: Any, /) -> None: ...
        def __delitem__(self, index: SupportsIndex | Slice, /) -> None: ...
        def __mul__(self, times: SupportsIndex, /) -> Iterable[T]: ...
        def __iadd__(self, values: Any, /) -> Self: ...
        def append(self, value: T, /) -> Any: ...
        def extend(self, values: Iterable[T], /) -> None: ...
        def insert(self, index: SupportsIndex, value: T, /) -> Any: ...
        def index(self, value: T, start: int = 0, stop: int = ..., /) -> int: ...
        def count(self, value: T, /) -> int: ...
        def reverse(self) -> None: ...

else:

    class _Container(Generic[T]):
        __slots__ = ()


class PackedArray(_Container[T]):
    """Base of the packed arrays."""

    __slots__ = ()

    # What `resize` fills new places with.
    _filler: ClassVar[Any]
    # What `sort` and `bsearch` compare: of each value this, or the value itself.
    _order: ClassVar[Any] = None
    _bytes: ClassVar[type[PackedByteArray]]

    # A mutable container is no key of a dictionary.
    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    if TYPE_CHECKING:

        def __init__(self, from_: Any = ..., /) -> None: ...

    @staticmethod
    def _one(value: Any) -> T:
        """`value` as it is stored, or TypeError."""
        raise TypeError(f"a packed array cannot hold {value!r}")

    def _made(self, items: Iterable[T]) -> Self:
        """A new array of the same class; the items are known to be right."""
        made = type(self)()
        super(PackedArray, made).extend(items)
        return made

    # Python's manners.

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> T: ...
    @overload
    def __getitem__(self, index: Slice, /) -> Self: ...
    def __getitem__(self, index: Any, /) -> Any:
        if index.__class__ is Slice:
            return self._made(super().__getitem__(index))
        return super().__getitem__(index)

    def __setitem__(self, index: Any, value: Any, /) -> None:
        if index.__class__ is Slice:
            super().__setitem__(index, type(self)(value))
        else:
            super().__setitem__(index, self._one(value))

    def __contains__(self, value: object, /) -> bool:
        try:
            return super().__contains__(self._one(value))
        except TypeError:
            return False

    def __add__(self, other: Self) -> Self:
        if type(other) is not type(self):
            kind = type(self).__name__
            raise TypeError(f"{kind} + {type(other).__name__}: write + {kind}(...)")
        new = self.duplicate()
        super(PackedArray, new).extend(other)
        return new

    def __iadd__(self, values: Iterable[Any], /) -> Self:  # type: ignore[misc]
        self.append_array(values)
        return self

    def __mul__(self, times: Any, /) -> Any:
        # Vector arrays times a transform: that is the transform's affair.
        if not isinstance(times, int):
            return NotImplemented
        return self._made(super().__mul__(times))

    def __rmul__(self, times: Any, /) -> Any:
        return self.__mul__(times)

    def __copy__(self) -> Self:
        return self.duplicate()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self.duplicate()

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        return type(self), (list(self),)

    def __str__(self) -> str:
        return f"[{', '.join(map(str, self))}]"

    def __repr__(self) -> str:
        return f"{type(self).__name__}([{', '.join(map(repr, self))}])"

    def copy(self) -> Self:
        """A copy, as `duplicate` makes."""
        return self.duplicate()

    def extend(self, values: Iterable[Any], /) -> None:
        """Adds all values at the end, as `append_array` does."""
        self.append_array(values)

    # Size.

    def size(self) -> int:
        """The number of values."""
        return len(self)

    def is_empty(self) -> bool:
        """Whether there is no value."""
        return not len(self)

    def clear(self) -> None:
        """Takes all values out."""
        del self[:]

    def resize(self, new_size: int) -> Error:
        """Cuts the end off, or adds zeros (or what is as empty) at the end.

        Returns:
            `OK`, or `ERR_INVALID_PARAMETER` for a negative size.
        """
        if new_size < 0:
            error('Condition "p_size < 0" is true. Returning: ERR_INVALID_PARAMETER')
            return ERR_INVALID_PARAMETER
        missing = new_size - len(self)
        if missing > 0:
            super().extend(self._made([self._filler]) * missing)
        else:
            del self[new_size:]
        return OK

    # Single places.

    def get(self, index: int) -> T:
        """The value at an index; outside of the array an error, and a zero."""
        if 0 <= index < len(self):
            return super().__getitem__(index)  # type: ignore[no-any-return]
        error(f"Index p_index = {index} is out of bounds (p_instance->size() = {len(self)}).")
        return self._filler  # type: ignore[no-any-return]

    def set(self, index: int, value: T) -> None:
        """Changes the value at an index; outside of the array an error."""
        if 0 <= index < len(self):
            super().__setitem__(index, self._one(value))
        else:
            error(f"Index p_index = {index} is out of bounds (p_instance->size() = {len(self)}).")

    def append(self, value: T) -> bool:
        """Adds a value at the end. Always gives False."""
        super().append(self._one(value))
        return False

    push_back = append

    def append_array(self, array: Iterable[T]) -> None:
        """Adds all values of another array at the end."""
        if type(array) is not type(self):
            one = self._one
            array = [one(value) for value in array]
        super().extend(array)

    def insert(self, at_index: int, value: T) -> Error:  # type: ignore[override]
        """Puts a value at an index, before the one that was there.

        Returns:
            `OK`, or `ERR_INVALID_PARAMETER` for an index that is negative or above the size.
        """
        if not 0 <= at_index <= len(self):
            error(f"Index p_pos = {at_index} is out of bounds (new_size = {len(self) + 1}).")
            return ERR_INVALID_PARAMETER
        super().insert(at_index, self._one(value))
        return OK

    def remove_at(self, index: int) -> None:
        """Takes out the value at an index; outside of the array an error."""
        if 0 <= index < len(self):
            del self[index]
        else:
            error(f"Index p_index = {index} is out of bounds (prev_size = {len(self)}).")

    def erase(self, value: T) -> bool:
        """Takes out the first such value. Gives whether there was one."""
        index = self.find(value)
        if index >= 0:
            del self[index]
        return index >= 0

    # Search.

    def has(self, value: T) -> bool:
        """Whether there is such a value."""
        return super().__contains__(self._one(value))

    def find(self, value: T, from_: int = 0) -> int:
        """The first index of a value, or -1.

        Args:
            value: what to look for.
            from_: where to start; negative counts from the end.
        """
        value = self._one(value)
        start = from_ + len(self) if from_ < 0 else from_
        if start < 0:
            return -1
        try:
            return super().index(value, start)
        except ValueError:
            return -1

    def rfind(self, value: T, from_: int = -1) -> int:
        """The last index of a value, or -1.

        Args:
            value: what to look for.
            from_: where to start searching backwards; negative counts from the end.
        """
        value, size = self._one(value), len(self)
        start = from_ + size if from_ < 0 else from_
        if start < size:
            for index in range(start, -1, -1):
                if super().__getitem__(index) == value:
                    return index
        return -1

    def count(self, value: T) -> int:
        """How often there is such a value."""
        return super().count(self._one(value))

    def bsearch(self, value: T, before: bool = True) -> int:
        """The index of a value in a sorted array, or where it would have to be put.

        Args:
            value: what to look for.
            before: whether to give the first of several places, or the one after the last.
        """
        search, order = bisect_left if before else bisect_right, self._order
        items: Any = self
        value = self._one(value)
        return search(items, order(value) if order else value, key=order)

    # The whole array.

    def fill(self, value: T) -> None:
        """Changes all values to this one."""
        super().__setitem__(Slice(None), self._made([self._one(value)]) * len(self))

    def sort(self) -> None:
        """Puts the values in ascending order."""
        items: Any = self
        super().__setitem__(Slice(None), self._made(sorted(items, key=self._order)))

    def duplicate(self) -> Self:
        """A copy."""
        return self._made(self)

    def slice(self, begin: int, end: int = 2147483647) -> Self:
        """A new array of the values from `begin` until before `end`.

        Indices below zero count from the end; those outside of the array are moved to its border.
        """
        start, stop, _ = Slice(begin, end).indices(len(self))
        if start > stop:
            error('Condition "begin > end" is true. Returning: result')
        return self._made(super().__getitem__(Slice(start, stop)))

    def to_byte_array(self) -> PackedByteArray:
        """The values as bytes, one after the other, as they are in memory."""
        items: Any = self
        return self._bytes(bytes(items))


def wrong_value(kind: str, holds: str, value: object) -> TypeError:
    """The error for a value that a packed array cannot hold."""
    return TypeError(f"{kind} holds {holds}, not {type(value).__name__} {value!r}")
