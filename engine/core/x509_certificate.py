"""`X509Certificate`: one certificate, or a chain of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

from engine.core._lazy import lazy
from engine.core.error import ERR_INVALID_PARAMETER, FAILED, OK, Error
from engine.core.file_access import FileAccess
from engine.core.output import error
from engine.core.resource import Resource

if TYPE_CHECKING:
    import ssl
else:
    ssl = lazy("ssl")

_BEGIN = "-----BEGIN CERTIFICATE-----\n"
_END = "-----END CERTIFICATE-----\n"
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_NO_CERTIFICATE = -8576  # what the TLS library under Godot says


class X509Certificate(Resource):
    """Certificates for TLS: a server's own with those that vouch for it, or those one trusts."""

    __slots__ = ("_ders",)

    _ders: tuple[bytes, ...]

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Begins without a certificate."""
        self: Self = super().__new__(cls, *args, **kwargs)
        self._ders = ()
        return self

    @classmethod
    def _of(cls, *ders: bytes) -> X509Certificate:
        made = X509Certificate()
        made._ders = ders
        return made

    def load(self, path: str) -> Error:
        """Adds the certificates of a file, PEM or DER, by convention `*.crt`.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` when there is no such file, `FAILED` when there is no
            certificate in it.
        """
        file = FileAccess.open(path, FileAccess.READ)
        if file is None:
            error(f"Cannot open X509CertificateMbedTLS file '{path}'.")
            return ERR_INVALID_PARAMETER
        data = bytes(file.get_buffer(file.get_length()))
        if self._add(_split(data) or [data]):
            return OK
        error(f"Error parsing X509 certificates from file '{path}': {_NO_CERTIFICATE}.")
        return FAILED

    def load_from_string(self, string: str) -> Error:
        """Adds the certificates of a PEM text; see `load`."""
        if self._add(_split(string.encode("utf-8", "replace"))):
            return OK
        error(f"Error parsing X509 certificates: {_NO_CERTIFICATE}.")
        return FAILED

    def _add(self, candidates: list[bytes]) -> bool:
        """Adds those that are certificates; whether any was."""
        good = tuple(der for der in candidates if _is_certificate(der))
        self._ders += good
        return bool(good)

    def save(self, path: str) -> Error:
        """Writes the certificates to a file as PEM.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` when the file cannot be written.
        """
        file = FileAccess.open(path, FileAccess.WRITE)
        if file is None:
            error(f"Cannot save X509CertificateMbedTLS file '{path}'.")
            return ERR_INVALID_PARAMETER
        file.store_buffer(self._pem("").encode("ascii"))
        return OK

    def save_to_string(self) -> str:
        """The certificates as PEM text; the two lines alone when there is none."""
        return self._pem("\n") or _BEGIN + _END

    def _pem(self, between: str) -> str:
        return between.join(ssl.DER_cert_to_PEM_cert(der) for der in self._ders)


def _split(data: bytes) -> list[bytes]:
    """What stands between the lines that begin and end certificates, decoded."""
    found = []
    for match in _PEM.finditer(data):
        try:
            found.append(ssl.PEM_cert_to_DER_cert(match[0].decode("ascii")))
        except ValueError:  # not base64, or not even ASCII
            continue
    return found


def _is_certificate(der: bytes) -> bool:
    if not der:
        return False
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=der)
    except ssl.SSLError:
        return False
    return True
