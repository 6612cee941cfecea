"""`Array` with a type of elements, or read-only: what Python's list is not.

A plain Array is a `list`. One that knows the type of its elements (`Array[int]`), or that may
become read-only, is a `TypedArray`: a list whose ways of changing look at what is put in. Where a
value is of exactly the type that is wanted nothing else is asked; a read-only array wants none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, SupportsIndex

from engine.core._element_type import ANYTHING, REFUSED, ElementType, element_type
from engine.core._script_error import ScriptError
from engine.core._text import write_like
from engine.core._type_functions import type_string
from engine.core._type_of import type_of
from engine.core.output import error

READ_ONLY = "Array is in read-only state."

# Python's own, which look at nothing.
_append, _pop, _set_item = list.append, list.pop, list.__setitem__


class _Nothing:
    """The class of no value."""


class TypedArray(list[Any]):
    """An Array with a type.

    Args:
        values: what is in it; they are converted as by `assign`, and refused as by it.
        element: the type of the elements; without one it takes anything.
    """

    __slots__ = ("_exact", "element", "read_only")

    element: ElementType
    read_only: bool
    _exact: type[Any]

    def __init__(self, values: Iterable[Any] = (), element: ElementType = ANYTHING) -> None:
        self.element = element
        self.read_only = False
        self._exact = element.exact or _Nothing
        exact = self._exact
        kept = list(values)
        if element is not ANYTHING and not all(type(value) is exact for value in kept):
            kept = self._converted(kept) or []
        super().__init__(kept)

    @classmethod
    def _of(cls, values: Iterable[Any], element: ElementType) -> TypedArray:
        """An array of values that are known to fit."""
        made = cls.__new__(cls)
        made.element, made.read_only, made._exact = element, False, element.exact or _Nothing
        list.extend(made, values)
        return made

    def make_read_only(self) -> None:
        """Has every change refused from now on."""
        self.read_only = True
        self._exact = _Nothing

    def _converted(self, values: list[Any]) -> list[Any] | None:
        """The values as they are kept, or None after an error message."""
        fit = self.element.converted
        kept = [fit(value) for value in values]
        for index, (value, fitted) in enumerate(zip(values, kept, strict=True)):
            if fitted is REFUSED:
                given, wanted = type_string(type_of(value)), type_string(self.element.builtin)
                if given == wanted:
                    self.element.checked(value, "assign")
                error(f'Unable to convert array index {index} from "{given}" to "{wanted}".')
                return None
        return kept

    def assign(self, values: Iterable[Any]) -> None:
        """Takes over the elements of another array, converted; none when one does not fit."""
        kept = self._converted(list(values))
        if kept is not None:
            super().__setitem__(slice(None), kept)

    def validated(self, value: Any, operation: str, returning: str = "") -> Any:
        """A value as it would be kept; REFUSED after an error message."""
        fitted = self.element.checked(value, operation)
        if fitted is REFUSED:
            end = f" Returning: {returning}" if returning else ""
            error(f'Condition "!_p->typed.validate(value, "{operation}")" is true.{end}')
        return fitted

    def fitting(self, value: Any, operation: str, returning: str = "") -> Any:
        """A value as it is kept, for an array that may be changed; else REFUSED."""
        return REFUSED if self.refuses_change() else self.validated(value, operation, returning)

    def refuses_change(self) -> bool:
        """Whether it is read-only; with the message of a change that is not made."""
        if self.read_only:
            error(READ_ONLY)
        return self.read_only

    # Changing ------------------------------------------------------------------------------------

    def append(self, value: Any) -> None:
        """Adds a value at the end."""
        if type(value) is not self._exact:
            value = self.fitting(value, "push_back")
            if value is REFUSED:
                return
        _append(self, value)

    def insert(self, index: SupportsIndex, value: Any) -> None:
        """Puts a value before the one at an index."""
        if type(value) is not self._exact:
            value = self.fitting(value, "insert")
            if value is REFUSED:
                return
        super().insert(index, value)

    def extend(self, values: Iterable[Any]) -> None:
        """Adds all values at the end; none of them when one does not fit."""
        if self.refuses_change():
            return
        kept = list(values)
        if not (isinstance(values, TypedArray) and values.element is self.element):
            for number, value in enumerate(kept):
                kept[number] = self.element.checked(value, "append_array")
                if kept[number] is REFUSED:
                    text = '"!_p->typed.validate(write[i], "append_array")"'
                    error(f"Condition {text} is true.")
                    return
        super().extend(kept)

    def __iadd__(self, values: Iterable[Any]) -> TypedArray:  # type: ignore[misc]
        self.extend(values)
        return self

    def __setitem__(self, index: Any, value: Any) -> None:
        if type(value) is self._exact and type(index) is int:
            _set_item(self, index, value)
            return
        if isinstance(index, slice):
            if self.refuses_change():
                return
            kept = [self.fitting(one, "set") for one in value]
            if not any(one is REFUSED for one in kept):
                super().__setitem__(index, kept)
            return
        if self.read_only:
            raise ScriptError("Invalid assignment on read-only value (on base: 'Array').")
        if type(value) is not self._exact:
            value = self.validated(value, "set")
            if value is REFUSED:
                return
        super().__setitem__(index, value)

    def __delitem__(self, index: SupportsIndex | slice) -> None:
        if not self.refuses_change():
            super().__delitem__(index)

    def pop(self, index: SupportsIndex = -1) -> Any:
        """Takes out the value at an index."""
        return None if self.refuses_change() else _pop(self, index)

    def remove(self, value: Any) -> None:
        """Takes out the first such value."""
        if not self.refuses_change():
            super().remove(value)

    def clear(self) -> None:
        """Takes all values out."""
        if not self.refuses_change():
            super().clear()

    def reverse(self) -> None:
        """Turns the order around."""
        if not self.refuses_change():
            super().reverse()

    def sort(self, **options: Any) -> None:
        """Puts the values in order."""
        if not self.refuses_change():
            super().sort(**options)

    # Others made of it ---------------------------------------------------------------------------

    def like(self, values: Iterable[Any]) -> TypedArray:
        """An array of the same type, of values that are known to fit."""
        return TypedArray._of(values, self.element)

    def copy(self) -> TypedArray:
        """A copy that can be changed."""
        return TypedArray._of(self, self.element)

    def __add__(self, other: Any) -> Any:
        if isinstance(other, TypedArray) and other.element is self.element:
            return self.like([*self, *other])
        return [*self, *other] if isinstance(other, list) else NotImplemented

    def __radd__(self, other: Any) -> Any:
        return [*other, *self] if isinstance(other, list) else NotImplemented

    def __copy__(self) -> TypedArray:
        return self.copy()

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        return _remade, (list(self), self.element.builtin, self.element.cls)


def _remade(values: list[Any], builtin: int, cls: type[Any] | None) -> TypedArray:
    return TypedArray._of(values, element_type(builtin, cls))


_SCALARS = (type(None), bool, int, float, str)
write_like(TypedArray, list)


def element_of(array: Any) -> ElementType:
    """The type of an array's elements."""
    return array.element if isinstance(array, TypedArray) else ANYTHING


def read_only_array(values: Iterable[Any], element: ElementType = ANYTHING) -> TypedArray:
    """An array that refuses to be changed."""
    made = TypedArray._of(values, element)
    made.make_read_only()
    return made


def is_read_only(array: Any) -> bool:
    """Whether an array refuses to be changed."""
    return isinstance(array, TypedArray) and array.read_only
