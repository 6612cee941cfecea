"""`TLSOptions`: whom a client trusts, or who a server is."""

from __future__ import annotations

from typing import TypeVar

from engine.core.crypto_key import CryptoKey
from engine.core.ref_counted import RefCounted
from engine.core.x509_certificate import X509Certificate

T = TypeVar("T")


class TLSOptions(RefCounted):
    """Made by `client`, `client_unsafe` or `server`, and not changed afterwards."""

    __slots__ = ("_certificate", "_key", "_name", "_server", "_unsafe")

    def __init__(self) -> None:
        super().__init__()
        self._server = self._unsafe = False
        self._certificate: X509Certificate | None = None
        self._key: CryptoKey | None = None
        self._name = ""

    @staticmethod
    def client(
        trusted_chain: X509Certificate | None = None, common_name_override: str = ""
    ) -> TLSOptions:
        """For clients that make sure who the server is.

        Args:
            trusted_chain: certificates to trust; by default those of the system.
            common_name_override: the name to look for in the server's certificate; by default the
                one it is reached by.
        """
        made = TLSOptions()
        made._certificate = _checked(trusted_chain, X509Certificate, "client")
        made._name = str(common_name_override)
        return made

    @staticmethod
    def client_unsafe(trusted_chain: X509Certificate | None = None) -> TLSOptions:
        """For clients that do not look at the server's name, for tests and local networks.

        Args:
            trusted_chain: certificates to trust; by default any certificate will do.
        """
        made = TLSOptions()
        made._unsafe = True
        made._certificate = _checked(trusted_chain, X509Certificate, "client_unsafe")
        return made

    @staticmethod
    def server(key: CryptoKey | None, certificate: X509Certificate | None) -> TLSOptions:
        """For servers.

        Args:
            key: the private key of the certificate.
            certificate: the server's own, followed by those that vouch for it.
        """
        made = TLSOptions()
        made._server = True
        made._key = _checked(key, CryptoKey, "server")
        made._certificate = _checked(certificate, X509Certificate, "server")
        return made

    def is_server(self) -> bool:
        """Whether they were made by `server`."""
        return self._server

    def is_unsafe_client(self) -> bool:
        """Whether they were made by `client_unsafe`."""
        return self._unsafe

    def get_common_name_override(self) -> str:
        """The name to look for, as given to `client`."""
        return self._name

    def get_trusted_ca_chain(self) -> X509Certificate | None:
        """The certificates to trust, as given to `client` or `client_unsafe`."""
        return None if self._server else self._certificate

    def get_private_key(self) -> CryptoKey | None:
        """The key, as given to `server`."""
        return self._key

    def get_own_certificate(self) -> X509Certificate | None:
        """The certificate, as given to `server`."""
        return self._certificate if self._server else None


def _checked(value: T | None, kind: type[T], call: str) -> T | None:
    if value is not None and not isinstance(value, kind):
        raise TypeError(
            f"TLSOptions.{call}() takes a {kind.__name__}, not {type(value).__name__} {value!r}"
        )
    return value
