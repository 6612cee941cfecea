"""`accessors`: a property made of Godot's getter and setter, which exist as methods, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

T = TypeVar("T")
S = TypeVar("S")

if TYPE_CHECKING:

    class Accessors(Generic[T, S]):
        """How type checkers see such a property: it gives a T and takes an S."""

        @overload
        def __get__(self, instance: None, owner: type[Any]) -> Accessors[T, S]: ...
        @overload
        def __get__(self, instance: object, owner: type[Any]) -> T: ...
        def __get__(self, instance: object | None, owner: type[Any]) -> Any: ...
        def __set__(self, instance: object, value: S) -> None: ...

    def accessors(  # noqa: D103
        getter: Callable[[Any], T], setter: Callable[[Any, S], None]
    ) -> Accessors[T, S]: ...

else:

    def accessors(getter, setter):
        """A property that reads with one method and writes with another.

        `text = accessors(get_text, set_text)` behind the two methods is Godot's property `text`.
        """
        return property(getter, setter)
