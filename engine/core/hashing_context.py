"""`HashingContext`: the digest of data that comes in parts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import IntEnum
from typing import Any, Final

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.ref_counted import RefCounted

__all__ = ["HashingContext"]


class _HashType(IntEnum):
    HASH_MD5 = 0
    HASH_SHA1 = 1
    HASH_SHA256 = 2


_NAMES = {0: "md5", 1: "sha1", 2: "sha256"}


class HashingContext(RefCounted):
    """One digest at a time: `start`, any number of `update`, `finish`."""

    HashType = _HashType
    HASH_MD5: Final = _HashType.HASH_MD5
    HASH_SHA1: Final = _HashType.HASH_SHA1
    HASH_SHA256: Final = _HashType.HASH_SHA256

    def __init__(self) -> None:
        self._state: Any = None

    def start(self, type: int) -> Error:
        """Begins a digest.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` before the last one is finished; `ERR_UNAVAILABLE` for
            another kind of digest.
        """
        if self._state is not None:
            error('Condition "ctx != nullptr" is true. Returning: ERR_ALREADY_IN_USE')
            return ERR_ALREADY_IN_USE
        name = _NAMES.get(int(type))
        if name is None:
            error('Parameter "ctx" is null.')
            return ERR_UNAVAILABLE
        self._state = hashlib.new(name, usedforsecurity=False)
        return OK

    def update(self, chunk: Iterable[int]) -> Error:
        """Adds data, at least one byte."""
        if self._state is None:
            error('Parameter "ctx" is null.')
            return ERR_UNCONFIGURED
        data = bytes(chunk)
        if not data:
            error('Condition "len == 0" is true. Returning: FAILED')
            return FAILED
        self._state.update(data)
        return OK

    def finish(self) -> PackedByteArray:
        """The digest; empty, after an error, where none was begun."""
        if self._state is None:
            error('Parameter "ctx" is null.')
            return PackedByteArray()
        state, self._state = self._state, None
        return PackedByteArray(state.digest())
