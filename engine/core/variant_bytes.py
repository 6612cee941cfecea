"""`var_to_bytes` and `bytes_to_var`: values of every type as bytes, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.core._variant_codec import decode, encode
from engine.core.packed_byte_array import PackedByteArray

__all__ = [
    "bytes_to_var",
    "bytes_to_var_with_objects",
    "var_to_bytes",
    "var_to_bytes_with_objects",
]

_BYTES = bytes  # Godot calls an argument by that name
_new, _extend = bytearray.__new__, bytearray.extend


def var_to_bytes(variable: Any) -> PackedByteArray:
    """A value as bytes that `bytes_to_var` reads again; of objects only the ids.

    Returns:
        Nothing, after an error, for a container that contains itself.
    """
    return _packed(encode(variable)[1])


def var_to_bytes_with_objects(variable: Any) -> PackedByteArray:
    """A value as bytes, objects with all that is stored of them.

    Returns:
        Nothing, after an error, for a container that contains itself, and for objects with scripts
        that have no file.
    """
    return _packed(encode(variable, True)[1])


def bytes_to_var(bytes: Iterable[int]) -> Any:
    """The value that bytes stand for; None, after an error, for what is none.

    An object arrives as an `EncodedObjectAsID`, or is an error if it is there as a whole. What
    follows the value is not looked at.
    """
    return decode(_plain(bytes))[1]


def bytes_to_var_with_objects(bytes: Iterable[int]) -> Any:
    """The value that bytes stand for, objects and their scripts included.

    Only for bytes that can be trusted: they may contain code that is run.
    """
    return decode(_plain(bytes), 0, True)[1]


def _packed(data: bytes) -> PackedByteArray:
    packed = _new(PackedByteArray)
    _extend(packed, data)
    return packed


def _plain(data: Iterable[int]) -> Any:
    kind = type(data)
    if kind is _BYTES:
        return data
    return _BYTES(data if kind is PackedByteArray else PackedByteArray(data))
