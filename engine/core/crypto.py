"""`Crypto`: random bytes, signatures, keys and certificates."""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.core._lazy import lazy
from engine.core.crypto_key import CryptoKey
from engine.core.error import OK
from engine.core.hashing_context import HashingContext
from engine.core.hmac_context import HMACContext
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.ref_counted import RefCounted
from engine.core.x509_certificate import X509Certificate

if TYPE_CHECKING:
    from engine.core import _crypto_library
else:
    _crypto_library = lazy("engine.core._crypto_library")

_DIGESTS = {
    int(HashingContext.HASH_MD5): ("md5", 16),
    int(HashingContext.HASH_SHA1): ("sha1", 20),
    int(HashingContext.HASH_SHA256): ("sha256", 32),
}


class Crypto(RefCounted):
    """Cryptographic tools. Those that work with keys need the package `cryptography`."""

    def generate_random_bytes(self, size: int) -> PackedByteArray:
        """Bytes that nobody can guess."""
        if size < 0:
            error('Condition "p_bytes < 0" is true. Returning: PackedByteArray()')
            return PackedByteArray()
        return PackedByteArray(os.urandom(size))

    def constant_time_compare(self, trusted: Iterable[int], received: Iterable[int]) -> bool:
        """Whether both are the same, found out in a time that does not tell how far they agree."""
        return hmac.compare_digest(bytes(trusted), bytes(received))

    def hmac_digest(
        self, hash_type: int, key: Iterable[int], msg: Iterable[int]
    ) -> PackedByteArray:
        """The keyed digest of a message; see `HMACContext`. Empty after an error."""
        context = HMACContext()
        if context.start(hash_type, key) is OK and context.update(msg) is OK:
            return context.finish()
        error('Condition "err != OK" is true. Returning: PackedByteArray()')
        return PackedByteArray()

    # Keys and certificates -----------------------------------------------------------------------

    def generate_rsa(self, size: int) -> CryptoKey | None:
        """A new RSA key.

        Args:
            size: bits, an even number from 1024 on; servers need 2048 or more. None, after an
                error, for any other.
        """
        try:
            return CryptoKey._of(_crypto_library.generate_rsa(size))
        except ValueError:
            error('Condition "ret != 0" is true. Returning: nullptr')
            return None

    def generate_self_signed_certificate(
        self,
        key: CryptoKey,
        issuer_name: str = "CN=myserver,O=myorganisation,C=IT",
        not_before: str = "20140101000000",
        not_after: str = "20340101000000",
    ) -> X509Certificate | None:
        """A certificate that vouches for itself: whoever is to trust it needs a copy.

        Args:
            key: a private key.
            issuer_name: `CN=` with the server's name or address, then perhaps `O=` and others.
            not_before: from when it is valid, as `YYYYMMDDHHMMSS`.
            not_after: until when.

        Returns:
            The certificate; an empty one, after an error, for a bad name or date; None without a
            private key.
        """
        if key is None or key._private is None:
            error("Invalid private key argument.")
            return None
        try:
            der = _crypto_library.self_signed(key._private, issuer_name, not_before, not_after)
        except ValueError as problem:
            error(f"Failed to generate certificate: {problem}.")
            return X509Certificate()
        return X509Certificate._of(der)

    # Signatures ----------------------------------------------------------------------------------

    def sign(self, hash_type: int, hash: Iterable[int], key: CryptoKey) -> PackedByteArray:
        """A signature of a digest.

        Args:
            hash_type: `HashingContext.HASH_*`, the kind of digest.
            hash: the digest.
            key: a private key; for RSA it is PKCS#1 v1.5.

        Returns:
            The signature; empty, after an error, with a public key or a digest of the wrong size.
        """
        kind, digest = _digest_of(hash_type, hash)
        if not kind:
            return PackedByteArray()
        if key._private is None:
            error("Invalid key provided. Cannot sign with public_only keys.")
            return PackedByteArray()
        return PackedByteArray(_crypto_library.sign(key._private, kind, digest))

    def verify(
        self, hash_type: int, hash: Iterable[int], signature: Iterable[int], key: CryptoKey
    ) -> bool:
        """Whether a signature of a digest was made with a key, or its private half."""
        kind, digest = _digest_of(hash_type, hash)
        if not kind or key._key is None:
            return False
        public = _crypto_library.public_part(key._key)
        return _crypto_library.verify(public, kind, digest, bytes(signature))

    # Secrets -------------------------------------------------------------------------------------

    def encrypt(self, key: CryptoKey, plaintext: Iterable[int]) -> PackedByteArray:
        """Encrypts a few bytes, 11 less than the RSA key has; empty, after an error, for more."""
        try:
            if key._key is None:
                raise ValueError("there is no key")
            public = _crypto_library.public_part(key._key)
            return PackedByteArray(_crypto_library.encrypt(public, bytes(plaintext)))
        except ValueError as problem:
            error(f"Error while encrypting: {problem}")
            return PackedByteArray()

    def decrypt(self, key: CryptoKey, ciphertext: Iterable[int]) -> PackedByteArray:
        """What `encrypt` was given.

        It is empty after an error; but what was never encrypted may as well give some other bytes.
        """
        if key._private is None:
            error("Invalid key provided. Cannot decrypt using a public_only key.")
            return PackedByteArray()
        try:
            return PackedByteArray(_crypto_library.decrypt(key._private, bytes(ciphertext)))
        except ValueError as problem:
            error(f"Error while decrypting: {problem}")
            return PackedByteArray()


def _digest_of(hash_type: int, hash: Iterable[int]) -> tuple[str, bytes]:
    """The name of a kind of digest, and the digest; no name, after an error, for a wrong one."""
    digest = bytes(hash)
    kind, size = _DIGESTS.get(int(hash_type), ("", 0))
    if not kind:
        error("Invalid hash type.")
    elif len(digest) != size:
        error(f"Invalid hash provided. Size must be {size}")
        kind = ""
    return kind, digest
