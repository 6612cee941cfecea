"""Properties of one side or corner each, over a getter and a setter that take its number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from engine.core import output

if TYPE_CHECKING:
    from engine.core.accessors import Accessors

T = TypeVar("T")


def indexed(
    getter: Callable[[Any, int], T], setter: Callable[[Any, int, T], None], index: int
) -> Accessors[T, T]:
    """A property that reads and writes the one with that number."""
    name, write = getter.__name__, setter.__name__  # by name: a class may override them

    def get(self: Any) -> Any:
        return getattr(self, name)(index)

    def put(self: Any, value: Any) -> None:
        getattr(self, write)(index, value)

    return property(get, put)  # type: ignore[return-value]


def is_side(index: int, label: str = "(int)p_side") -> bool:
    """Whether a number is one of four; an error is reported otherwise."""
    if 0 <= index < 4:
        return True
    output.error(f"Index {label} = {int(index)} is out of bounds (4 = 4).")
    return False


def changed(numbers: tuple[T, T, T, T], index: int, value: T) -> tuple[T, T, T, T]:
    """Four values with another one in one place."""
    made = list(numbers)
    made[index] = value
    return made[0], made[1], made[2], made[3]
