"""`HMACContext`: a keyed digest of data that comes in parts."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from engine.core.error import (
    ERR_FILE_ALREADY_IN_USE,
    ERR_INVALID_DATA,
    ERR_INVALID_PARAMETER,
    OK,
    Error,
)
from engine.core.hashing_context import HashingContext
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.ref_counted import RefCounted

_NAMES = {int(HashingContext.HASH_SHA1): "sha1", int(HashingContext.HASH_SHA256): "sha256"}


class HMACContext(RefCounted):
    """One keyed digest at a time: `start`, any number of `update`, `finish`."""

    def __init__(self) -> None:
        self._state: hmac.HMAC | None = None

    def start(self, hash_type: int, key: Iterable[int]) -> Error:
        """Begins a digest.

        Args:
            hash_type: `HashingContext.HASH_SHA1` or `HASH_SHA256`.
            key: the key, at least one byte.

        Returns:
            `OK`; `ERR_FILE_ALREADY_IN_USE` before the last one is finished;
            `ERR_INVALID_PARAMETER` for another kind of digest, or no key.
        """
        if self._state is not None:
            error("HMACContext already started.")
            return ERR_FILE_ALREADY_IN_USE
        secret, name = bytes(key), _NAMES.get(int(hash_type))
        if name is None:
            error("Unsupported hash type.")
            return ERR_INVALID_PARAMETER
        if not secret:
            error("Key must not be empty.")
            return ERR_INVALID_PARAMETER
        self._state = hmac.new(secret, digestmod=name)
        return OK

    def update(self, data: Iterable[int]) -> Error:
        """Adds data, at least one byte."""
        if self._state is None:
            error("Start must be called before update.")
            return ERR_INVALID_DATA
        chunk = bytes(data)
        if not chunk:
            error("Src must not be empty.")
            return ERR_INVALID_PARAMETER
        self._state.update(chunk)
        return OK

    def finish(self) -> PackedByteArray:
        """The digest; empty, after an error, where none was begun."""
        if self._state is None:
            error("Start must be called before finish.")
            return PackedByteArray()
        state, self._state = self._state, None
        return PackedByteArray(state.digest())
