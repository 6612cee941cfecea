"""What the small values (vectors, rectangles, colours, ...) have in common.

A value never changes. Its components live in slots whose names start with an underscore, which
only the value's own `__init__` fills in; the public names are `Component`s: properties whose
getter is written in C and whose setter refuses with a hint. That is the fastest arrangement plain
Python allows: a value is made by one ordinary call, and reading a component runs no Python code.

Operations make their results with the constructor, which also rounds (32-bit floats) or wraps
(32-bit integers), so that no operation has to think of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Never, Self, TypeVar, overload

__all__ = ["Component", "Indexed", "Value", "derived", "family_of", "wrong_arguments"]

T = TypeVar("T")


def _refuse(value: object, name: str, new: object) -> Never:
    kind = type(value).__name__
    raise AttributeError(
        f"{kind} is a value and cannot be changed in place: write v = v.replace({name}={new!r}), "
        f"or for a property node.position = node.position.replace({name}={new!r})"
    )


class Component(property, Generic[T]):
    """A component of a value, kept in a slot: readable, never assignable.

    Args:
        slot: name of the slot.
        doc: what the component is.
    """

    def __init__(self, slot: str, doc: str) -> None:
        super().__init__(attrgetter(slot), doc=doc)
        self._name = slot.lstrip("_")

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: type, /) -> Self: ...
        @overload
        def __get__(self, instance: Any, owner: type | None = None, /) -> T: ...
        def __get__(self, instance: Any, owner: type | None = None, /) -> Any: ...

    def __set__(self, instance: object, value: Never) -> Never:
        _refuse(instance, self._name, value)

    def __delete__(self, instance: object) -> Never:
        raise AttributeError(f"{type(instance).__name__} is a value: it keeps its {self._name}")


if TYPE_CHECKING:
    from builtins import property as derived
else:

    class derived(property):  # noqa: N801  (used like `property`)
        """A property that is computed from the components: readable, never assignable."""

        def __set__(self, instance: object, value: object) -> Never:
            _refuse(instance, self.fget.__name__, value)


class Value:
    """Base of the small immutable values.

    A subclass names its components in `__match_args__`, in the order of `__iter__` and of its
    constructor.
    """

    __slots__ = ()

    # Values of one family convert into each other: `Vector2` and `Vector2i`.
    _family: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for base in cls.__mro__[1:]:
            if "__match_args__" in base.__dict__:
                kind = base.__name__
                raise TypeError(f"{kind} cannot be extended: write functions that take a {kind}")

    def __iter__(self) -> Iterator[Any]:
        raise TypeError(f"{type(self).__name__} has no components")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), tuple(self)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, str) and isinstance(getattr(type(self), index, None), property):
            return getattr(self, index)
        raise _wrong_index(self, index)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self))})"


class Indexed(Value):
    """A value whose components have numbers: a vector or a colour."""

    __slots__ = ()

    def __getitem__(self, index: int | str) -> Any:
        names: tuple[str, ...] = self.__match_args__  # type: ignore[attr-defined]
        if isinstance(index, int) and 0 <= index < len(names):
            return getattr(self, names[index])
        return super().__getitem__(index)


def family_of(value: object) -> str:
    """The family of a value, or "" for anything else."""
    return value._family if isinstance(value, Value) else ""


def wrong_arguments(kind: str, wanted: str, *given: object) -> TypeError:
    """The error for a constructor: says what was given and what it takes."""
    arguments = list(given)
    while arguments and arguments[-1] is None:
        arguments.pop()
    shown = ", ".join([type(one).__name__ for one in arguments])
    return TypeError(f"{kind}({shown}) does not exist: {kind} takes {wanted}")


def _wrong_index(value: object, index: object) -> Exception:
    kind, names = type(value).__name__, ", ".join(getattr(type(value), "__match_args__", ()))
    if isinstance(index, str):
        return KeyError(f"{kind} has no {index!r}, only {names}")
    if isinstance(index, int):
        return IndexError(f"{kind} has no component {index}, only {names}")
    return TypeError(f"{kind} is indexed by number or by name, not by {type(index).__name__}")
