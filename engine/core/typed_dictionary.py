"""`Dictionary` with types of keys and values, or read-only: what Python's dict is not.

As with arrays, a plain Dictionary is a `dict`; a `TypedDictionary` is one whose ways of changing
look at what is put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, SupportsIndex

from engine.core._element_type import ANYTHING, REFUSED, ElementType, element_type
from engine.core._keys import key, unkey
from engine.core._script_error import ScriptError
from engine.core._text import text, write_like
from engine.core._type_functions import type_string
from engine.core._type_of import type_of
from engine.core.output import error

READ_ONLY = "Dictionary is in read-only state."


class TypedDictionary(dict[Any, Any]):
    """A Dictionary with types.

    Args:
        values: what is in it; keys and values are converted as by `assign`.
        key_type: the type of the keys; without one they may be anything.
        value_type: the type of the values, likewise.
    """

    __slots__ = ("key_type", "read_only", "value_type")

    key_type: ElementType
    value_type: ElementType
    read_only: bool

    def __init__(
        self,
        values: Mapping[Any, Any] = {},
        key_type: ElementType = ANYTHING,
        value_type: ElementType = ANYTHING,
    ) -> None:
        self.key_type = key_type
        self.value_type = value_type
        self.read_only = False
        super().__init__(self._converted(values.items()) or {})

    @classmethod
    def _of(
        cls, values: Mapping[Any, Any], key_type: ElementType, value_type: ElementType
    ) -> TypedDictionary:
        """A dictionary of keys and values that are known to fit."""
        made = cls.__new__(cls)
        made.key_type, made.value_type, made.read_only = key_type, value_type, False
        dict.update(made, values)
        return made

    def make_read_only(self) -> None:
        """Has every change refused from now on."""
        self.read_only = True

    def _converted(self, pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any] | None:
        """Keys and values as they are kept, or None after an error message."""
        kept = {}
        for kept_key, value in pairs:
            given = unkey(kept_key)
            key_fits, value_fits = self.key_type.fit(given), self.value_type.fit(value)
            for part, fitted, wanted, name in (
                (given, key_fits, self.key_type, "key"),
                (value, value_fits, self.value_type, "value"),
            ):
                if fitted is REFUSED:
                    kinds = type_string(type_of(part)), type_string(wanted.builtin)
                    error(f'Unable to convert {name} from "{kinds[0]}" to "{kinds[1]}".')
                    return None
            kept[key(key_fits)] = value_fits
        return kept

    def assign(self, values: Mapping[Any, Any]) -> None:
        """Takes over the entries of another dictionary, converted; none when one does not fit."""
        kept = self._converted(values.items())
        if kept is not None:
            super().clear()
            super().update(kept)

    def merge(self, values: Mapping[Any, Any], overwrite: bool = False) -> None:
        """Takes over the entries of another dictionary that fit."""
        for given, value in list(values.items()):
            kept = self.kept_key(unkey(given), "merge")
            if kept is REFUSED:
                return
            fitted = self.kept_value(value, "merge")
            if fitted is REFUSED:
                return
            if overwrite or kept not in self:
                super().__setitem__(kept, fitted)

    def kept_key(self, given: Any, operation: str, returning: str = "") -> Any:
        """A key as it is kept, in its box; REFUSED after an error message."""
        fitted = self.key_type.checked(given, operation, "TypedDictionary.Key")
        if fitted is REFUSED:
            _invalid("key", operation, returning)
            return REFUSED
        return key(fitted)

    def kept_value(self, given: Any, operation: str, returning: str = "") -> Any:
        """A value as it is kept; REFUSED after an error message."""
        fitted = self.value_type.checked(given, operation, "TypedDictionary.Value")
        if fitted is REFUSED:
            _invalid("value", operation, returning)
        return fitted

    def set_checked(self, given: Any, value: Any) -> bool:
        """Changes or adds a value; gives whether that was possible."""
        if self.refuses_change():
            return False
        kept = self.kept_key(unkey(given), "set", "false")
        if kept is REFUSED:
            return False
        fitted = self.kept_value(value, "set", "false")
        if fitted is REFUSED:
            return False
        super().__setitem__(kept, fitted)
        return True

    def refuses_change(self) -> bool:
        """Whether it is read-only; with the message of a change that is not made."""
        if self.read_only:
            error(READ_ONLY)
        return self.read_only

    # Changing ------------------------------------------------------------------------------------

    def __setitem__(self, given: Any, value: Any) -> None:
        if (
            type(given) is self.key_type.exact
            and type(value) is self.value_type.exact
            and not self.read_only
            and type(given) is not float
            and type(given) is not bool
        ):
            super().__setitem__(given, value)
        elif not self.set_checked(given, value):
            raise self._wrong(given, value)

    def _wrong(self, given: Any, value: Any) -> ScriptError:
        """The error for a key or value that is not taken."""
        if self.read_only:
            return ScriptError("Invalid assignment on read-only value (on base: 'Dictionary').")
        return ScriptError(
            f"Invalid assignment of property or key '{text(unkey(given))}' with value of type "
            f"'{type_string(type_of(value))}' on a base object of type "
            f"'Dictionary[{_title(self.key_type)}, {_title(self.value_type)}]'."
        )

    def __delitem__(self, given: Any) -> None:
        if not self.refuses_change():
            super().__delitem__(given)

    def pop(self, given: Any, *default: Any) -> Any:
        """Takes out the value of a key."""
        if not self.refuses_change():
            return super().pop(given, *default)
        return default[0] if default else None

    def setdefault(self, given: Any, default: Any = None) -> Any:
        """The value of a key, which is added when it is missing."""
        if given not in self:
            self[given] = default
        return self.get(given)

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Takes over all keys and values of another dictionary."""
        for given, value in dict(*args, **kwargs).items():
            self[given] = value

    def clear(self) -> None:
        """Takes everything out."""
        if not self.refuses_change():
            super().clear()

    # Others made of it ---------------------------------------------------------------------------

    def like(self, values: Mapping[Any, Any]) -> TypedDictionary:
        """A dictionary of the same types, of keys and values that are known to fit."""
        return TypedDictionary._of(values, self.key_type, self.value_type)

    def copy(self) -> TypedDictionary:
        """A copy that can be changed."""
        return self.like(self)

    def __copy__(self) -> TypedDictionary:
        return self.copy()

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        types = [(one.builtin, one.cls) for one in (self.key_type, self.value_type)]
        return _remade, (dict(self), *types)


def _title(element: ElementType) -> str:
    return "Variant" if element is ANYTHING else str(element)


def _invalid(part: str, operation: str, returning: str) -> None:
    end = f" Returning: {returning}" if returning else ""
    error(f'Condition "!_p->typed_{part}.validate({part}, "{operation}")" is true.{end}')


def _remade(
    values: dict[Any, Any],
    key_type: tuple[int, type[Any] | None],
    value_type: tuple[int, type[Any] | None],
) -> TypedDictionary:
    return TypedDictionary._of(values, element_type(*key_type), element_type(*value_type))


def types_of(dictionary: Any) -> tuple[ElementType, ElementType]:
    """The types of a dictionary's keys and values."""
    if isinstance(dictionary, TypedDictionary):
        return dictionary.key_type, dictionary.value_type
    return ANYTHING, ANYTHING


def read_only_dictionary(
    values: Mapping[Any, Any],
    key_type: ElementType = ANYTHING,
    value_type: ElementType = ANYTHING,
) -> TypedDictionary:
    """A dictionary that refuses to be changed."""
    made = TypedDictionary._of(values, key_type, value_type)
    made.make_read_only()
    return made


write_like(TypedDictionary, dict)
