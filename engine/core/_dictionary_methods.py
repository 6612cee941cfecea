"""The methods of Godot's Dictionary, for Python's dicts.

Each takes the dictionary first. Keys are boxed on their way in and taken out of their boxes on
their way out, see `_keys`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core._array_order import sort_by
from engine.core._container_copies import deep_copy
from engine.core._element_type import ANYTHING, REFUSED, ElementType
from engine.core._equality import equal, is_alike
from engine.core._keys import key, keys_of, unkey
from engine.core._value_hash import hash_
from engine.core._variant_order import less
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary, types_of

Dictionary = dict[Any, Any]


def _sought(dictionary: Dictionary, wanted: Any, operation: str, returning: str) -> Any:
    """A key as the dictionary keeps it; REFUSED after an error message."""
    if isinstance(dictionary, TypedDictionary):
        return dictionary.kept_key(wanted, operation, returning)
    return key(wanted)


def _like(dictionary: Dictionary, values: Dictionary) -> Dictionary:
    return dictionary.like(values) if isinstance(dictionary, TypedDictionary) else values


def _array(values: list[Any], element: ElementType) -> list[Any]:
    return values if element is ANYTHING else TypedArray._of(values, element)


def _is_locked(dictionary: Dictionary) -> bool:
    return isinstance(dictionary, TypedDictionary) and dictionary.refuses_change()


def size(dictionary: Dictionary) -> int:
    """The number of entries."""
    return len(dictionary)


def is_empty(dictionary: Dictionary) -> bool:
    """Whether there is no entry."""
    return not dictionary


def clear(dictionary: Dictionary) -> None:
    """Takes everything out."""
    dictionary.clear()


def assign(dictionary: Dictionary, other: Dictionary) -> None:
    """Takes over the entries of another dictionary, converted where that is needed."""
    if isinstance(dictionary, TypedDictionary):
        dictionary.assign(other)
    else:
        kept = dict(other)
        dictionary.clear()
        dictionary.update(kept)


def sort(dictionary: Dictionary) -> None:
    """Puts the entries in ascending order of their keys."""
    keys = keys_of(dictionary)
    sort_by(keys, less)
    kept = {key(k): dictionary[key(k)] for k in keys}
    if list(kept) != list(dictionary) and not _is_locked(dictionary):
        dict.clear(dictionary)
        dict.update(dictionary, kept)


def merge(dictionary: Dictionary, other: Dictionary, overwrite: bool = False) -> None:
    """Takes over the entries of another dictionary.

    Args:
        dictionary: what is changed.
        other: where the entries are from.
        overwrite: whether entries that are there already are replaced.
    """
    if _is_locked(dictionary):
        return
    if isinstance(dictionary, TypedDictionary):
        dictionary.merge(other, overwrite)
    else:
        for kept, value in list(other.items()):
            if overwrite or kept not in dictionary:
                dictionary[kept] = value


def merged(dictionary: Dictionary, other: Dictionary, overwrite: bool = False) -> Dictionary:
    """A copy with the entries of another dictionary, too."""
    copy = duplicate(dictionary)
    merge(copy, other, overwrite)
    return copy


def has(dictionary: Dictionary, wanted: Any) -> bool:
    """Whether there is such a key."""
    kept = _sought(dictionary, wanted, "use 'has'", "false")
    return kept is not REFUSED and kept in dictionary


def has_all(dictionary: Dictionary, keys: list[Any]) -> bool:
    """Whether there are all of these keys."""
    for wanted in keys:
        kept = _sought(dictionary, wanted, "use 'has_all'", "false")
        if kept is REFUSED or kept not in dictionary:
            return False
    return True


def find_key(dictionary: Dictionary, value: Any) -> Any:
    """The first key with that value; nothing when there is none."""
    if isinstance(dictionary, TypedDictionary):
        value = dictionary.kept_value(value, "find_key", "Variant()")
        if value is REFUSED:
            return None
    return next((unkey(k) for k, v in dictionary.items() if is_alike(v, value)), None)


def erase(dictionary: Dictionary, wanted: Any) -> bool:
    """Takes out an entry; gives whether there was one."""
    kept = _sought(dictionary, wanted, "erase", "false")
    if kept is REFUSED or _is_locked(dictionary):
        return False
    missing = object()
    return dict.pop(dictionary, kept, missing) is not missing


def hash_value(dictionary: Dictionary) -> int:
    """A number that is the same for equal dictionaries."""
    return hash_(dictionary)


def keys(dictionary: Dictionary) -> list[Any]:
    """All keys, in the order in which they came."""
    return _array(keys_of(dictionary), types_of(dictionary)[0])


def values(dictionary: Dictionary) -> list[Any]:
    """All values, in the order in which their keys came."""
    return _array(list(dictionary.values()), types_of(dictionary)[1])


def duplicate(dictionary: Dictionary, deep: bool = False) -> Dictionary:
    """A copy; a deep one has copies of arrays and dictionaries inside."""
    if deep:
        copy: Dictionary = deep_copy(dictionary)
        return copy
    return _like(dictionary, dict(dictionary))


def duplicate_deep(dictionary: Dictionary, deep_subresources_mode: int = 1) -> Dictionary:
    """A deep copy.

    Args:
        dictionary: what is copied.
        deep_subresources_mode: which resources inside are copied, too: none, those without a file
            of their own, or all.
    """
    copy: Dictionary = deep_copy(dictionary, deep_subresources_mode)
    return copy


def get(dictionary: Dictionary, wanted: Any, default: Any = None) -> Any:
    """The value of a key, or the default."""
    kept = _sought(dictionary, wanted, "get", "p_default")
    return default if kept is REFUSED else dictionary.get(kept, default)


def get_or_add(dictionary: Dictionary, wanted: Any, default: Any = None) -> Any:
    """The value of a key, which is added when it is missing."""
    kept = _sought(dictionary, wanted, "get", "p_default")
    if kept is REFUSED:
        return default
    if kept not in dictionary:
        if isinstance(dictionary, TypedDictionary):
            if not dictionary.set_checked(wanted, default):
                return default
        else:
            dictionary[kept] = default
    return dictionary[kept]


def set_(dictionary: Dictionary, wanted: Any, value: Any) -> bool:
    """Changes or adds the value of a key; gives whether that was possible."""
    if isinstance(dictionary, TypedDictionary):
        return dictionary.set_checked(wanted, value)
    dictionary[key(wanted)] = value
    return True


def recursive_equal(dictionary: Dictionary, other: Dictionary, recursion_count: int = 0) -> bool:
    """Whether two dictionaries hold the same."""
    return equal(dictionary, other)


# Types --------------------------------------------------------------------------------------------


def is_typed(dictionary: Dictionary) -> bool:
    """Whether keys or values have a type."""
    return is_typed_key(dictionary) or is_typed_value(dictionary)


def is_typed_key(dictionary: Dictionary) -> bool:
    """Whether keys have a type."""
    return types_of(dictionary)[0] is not ANYTHING


def is_typed_value(dictionary: Dictionary) -> bool:
    """Whether values have a type."""
    return types_of(dictionary)[1] is not ANYTHING


def is_same_typed(dictionary: Dictionary, other: Dictionary) -> bool:
    """Whether two dictionaries have the same types."""
    return types_of(dictionary) == types_of(other)


def is_same_typed_key(dictionary: Dictionary, other: Dictionary) -> bool:
    """Whether the keys of two dictionaries have the same type."""
    return types_of(dictionary)[0] is types_of(other)[0]


def is_same_typed_value(dictionary: Dictionary, other: Dictionary) -> bool:
    """Whether the values of two dictionaries have the same type."""
    return types_of(dictionary)[1] is types_of(other)[1]


def get_typed_key_builtin(dictionary: Dictionary) -> int:
    """The `TYPE_*` of the keys."""
    return types_of(dictionary)[0].builtin


def get_typed_value_builtin(dictionary: Dictionary) -> int:
    """The `TYPE_*` of the values."""
    return types_of(dictionary)[1].builtin


def get_typed_key_class_name(dictionary: Dictionary) -> StringName:
    """The engine's class of the keys."""
    return types_of(dictionary)[0].class_name


def get_typed_value_class_name(dictionary: Dictionary) -> StringName:
    """The engine's class of the values."""
    return types_of(dictionary)[1].class_name


def get_typed_key_script(dictionary: Dictionary) -> Any:
    """The script of the keys."""
    return types_of(dictionary)[0].script


def get_typed_value_script(dictionary: Dictionary) -> Any:
    """The script of the values."""
    return types_of(dictionary)[1].script


def make_read_only(dictionary: Dictionary) -> None:
    """Has every change refused from now on; of dictionaries that Python code made nothing is."""
    if isinstance(dictionary, TypedDictionary):
        dictionary.make_read_only()


def is_read_only(dictionary: Dictionary) -> bool:
    """Whether every change is refused."""
    return isinstance(dictionary, TypedDictionary) and dictionary.read_only


DICTIONARY_METHODS: dict[str, Callable[..., Any]] = {
    **{
        function.__name__.rstrip("_"): function
        for function in (
            size, is_empty, clear, assign, sort, merge, merged, has, has_all, find_key, erase,
            keys, values, duplicate, duplicate_deep, get, get_or_add, set_, recursive_equal,
            is_typed, is_typed_key, is_typed_value, is_same_typed, is_same_typed_key,
            is_same_typed_value, get_typed_key_builtin, get_typed_value_builtin,
            get_typed_key_class_name, get_typed_value_class_name, get_typed_key_script,
            get_typed_value_script, make_read_only, is_read_only,
        )
    },
    "hash": hash_value,
}  # fmt: skip
