"""Keys and certificates as files: `.key`, `.pub` and `.crt`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.core.crypto_key import CryptoKey
from engine.core.error import OK
from engine.core.x509_certificate import X509Certificate
from engine.scene._resource_formats import ResourceFormat, extension_of


class KeyFormat(ResourceFormat):
    """`CryptoKey`: private in a `.key`, public in a `.pub`."""

    def extensions(self) -> Sequence[str]:
        """How the names of such files end."""
        return ("key", "pub")

    def handles(self, type: str) -> bool:
        """Whether such files can hold resources of a class."""
        return type in ("CryptoKey", "Resource")

    def load(self, path: str, cache_mode: int) -> Any:
        """The key; None, after an error, where there is none."""
        key = CryptoKey()
        return key if key.load(path, extension_of(path) == "pub") is OK else None

    def saved_extensions(self, resource: Any) -> Sequence[str]:
        """How the names of files may end that a resource is written to."""
        if not isinstance(resource, CryptoKey):
            return ()
        return ("pub",) if resource.is_public_only() else ("key", "pub")

    def saved(self, resource: Any, path: str, flags: int) -> str:
        """The key as text."""
        return str(resource.save_to_string(extension_of(path) == "pub"))


class CertificateFormat(ResourceFormat):
    """`X509Certificate`."""

    def extensions(self) -> Sequence[str]:
        """How the names of such files end."""
        return ("crt",)

    def handles(self, type: str) -> bool:
        """Whether such files can hold resources of a class."""
        return type in ("X509Certificate", "Resource")

    def load(self, path: str, cache_mode: int) -> Any:
        """The certificates; None, after an error, where there are none."""
        certificate = X509Certificate()
        return certificate if certificate.load(path) is OK else None

    def saved_extensions(self, resource: Any) -> Sequence[str]:
        """How the names of files may end that a resource is written to."""
        return ("crt",) if isinstance(resource, X509Certificate) else ()

    def saved(self, resource: Any, path: str, flags: int) -> str:
        """The certificates as text."""
        return str(resource.save_to_string())


FORMATS = [KeyFormat(), CertificateFormat()]
