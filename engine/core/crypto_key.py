"""`CryptoKey`: a private or public key, RSA or on an elliptic curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from engine.core._lazy import lazy
from engine.core.error import ERR_INVALID_PARAMETER, FAILED, OK, Error
from engine.core.file_access import FileAccess
from engine.core.output import error
from engine.core.resource import Resource

if TYPE_CHECKING:
    from engine.core import _crypto_library
    from engine.core._crypto_library import PrivateKey, PublicKey
else:
    _crypto_library = lazy("engine.core._crypto_library")

# What the TLS library under Godot says, as far as scripts' users know its numbers.
_NO_KEY = -15616
_ANOTHER_KIND = -15714
_WANTS_PASSWORD = -15360
_EMPTY = -14720
_PUBLIC_ONLY = -16512


class CryptoKey(Resource):
    """A key for `Crypto` and for TLS servers. It needs the package `cryptography`."""

    __slots__ = ("_key", "_private")

    _key: PrivateKey | PublicKey | None
    _private: PrivateKey | None

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Begins without a key."""
        self: Self = super().__new__(cls, *args, **kwargs)
        self._key = self._private = None
        return self

    @classmethod
    def _of(cls, private: PrivateKey) -> CryptoKey:
        made = CryptoKey()
        made._key = made._private = private
        return made

    def is_public_only(self) -> bool:
        """Whether there is no private part; true without any key, too."""
        return self._private is None

    # In ------------------------------------------------------------------------------------------

    def load(self, path: str, public_only: bool = False) -> Error:
        """Reads the key from a file, PEM or DER, in place of the one that was there.

        Args:
            path: by convention `*.key` for a private key, `*.pub` for a public one.
            public_only: whether the file holds a public key.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` when there is no such file, `FAILED` when it holds no key,
            or not one of that kind.
        """
        file = FileAccess.open(path, FileAccess.READ)
        if file is None:
            error(f"Cannot open CryptoKeyMbedTLS file '{path}'.")
            return ERR_INVALID_PARAMETER
        return self._parse(bytes(file.get_buffer(file.get_length())), public_only)

    def load_from_string(self, string_key: str, public_only: bool = False) -> Error:
        """Reads the key from PEM text, in place of the one that was there; see `load`."""
        data = string_key.encode("utf-8", "replace")
        return self._parse(data if b"-----BEGIN " in data else b"-----BEGIN none", public_only)

    def _parse(self, data: bytes, public_only: bool) -> Error:
        self._key = self._private = None
        try:
            if public_only:
                self._key = _crypto_library.parse_public(data)
            else:
                self._key = self._private = _crypto_library.parse_private(data)
        except ValueError:
            error(f"Error parsing key '{_number_for(data, public_only)}'.")
            return FAILED
        return OK

    # Out -----------------------------------------------------------------------------------------

    def save(self, path: str, public_only: bool = False) -> Error:
        """Writes the key to a file as PEM.

        Args:
            path: where to.
            public_only: whether to write the public part alone.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` when the file cannot be written, `FAILED` when there is no
            key, or no private part.
        """
        file = FileAccess.open(path, FileAccess.WRITE)
        if file is None:
            error(f"Cannot save CryptoKeyMbedTLS file '{path}'.")
            return ERR_INVALID_PARAMETER
        text = self._pem(public_only, "writing")
        file.store_buffer(text)
        return OK if text else FAILED

    def save_to_string(self, public_only: bool = False) -> str:
        """The key as PEM text; "" when there is no key, or no private part."""
        return self._pem(public_only, "saving").decode("ascii")

    def _pem(self, public_only: bool, doing: str) -> bytes:
        if self._key is not None and public_only:
            return _crypto_library.public_pem(self._key)
        if self._private is not None:
            return _crypto_library.private_pem(self._private)
        error(f"Error {doing} key '{_EMPTY if self._key is None else _PUBLIC_ONLY}'.")
        return b""


def _number_for(data: bytes, public_only: bool) -> int:
    if b"ENCRYPTED" in data and not public_only:
        return _WANTS_PASSWORD
    return _ANOTHER_KIND if public_only and b"PRIVATE KEY-----" in data else _NO_KEY
