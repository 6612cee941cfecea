"""RID: a number that stands for something inside a server."""

from __future__ import annotations

from typing import NoReturn

__all__ = ["RID"]


class RID:
    """A handle of a resource; there are no servers to own any, so it is only an id that compares.

    Args:
        from_: the RID to copy; without one, the invalid RID with id 0.
    """

    __slots__ = ("_id",)

    _id: int

    def __init__(self, from_: RID | None = None) -> None:
        _set_id(self, 0 if from_ is None else from_._id)

    @classmethod
    def _of(cls, number: int) -> RID:
        """The RID of a number."""
        made = cls()
        _set_id(made, number)
        return made

    def get_id(self) -> int:
        """The number itself, 0 for the invalid RID."""
        return self._id

    def is_valid(self) -> bool:
        """Whether the id is not 0."""
        return self._id != 0

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an RID cannot be changed: {name} was assigned")

    def __eq__(self, other: object) -> bool:
        return self._id == other._id if isinstance(other, RID) else NotImplemented

    def __lt__(self, other: RID) -> bool:
        return self._id < other._id if isinstance(other, RID) else NotImplemented

    def __le__(self, other: RID) -> bool:
        return self._id <= other._id if isinstance(other, RID) else NotImplemented

    def __gt__(self, other: RID) -> bool:
        return self._id > other._id if isinstance(other, RID) else NotImplemented

    def __ge__(self, other: RID) -> bool:
        return self._id >= other._id if isinstance(other, RID) else NotImplemented

    def __hash__(self) -> int:
        return hash((RID, self._id))

    def __bool__(self) -> bool:
        return self._id != 0

    def __str__(self) -> str:
        return f"RID({self._id})"

    __repr__ = __str__

    def __copy__(self) -> RID:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> RID:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return rid_with_id, (self._id,)


_set_id = RID._id.__set__  # type: ignore[attr-defined,misc]


def rid_with_id(number: int) -> RID:
    """The RID with this id."""
    rid = RID()
    _set_id(rid, number)
    return rid
