"""What TLS is to be like: from `TLSOptions` to the contexts of Python's `ssl`.

A context is made once for the same options and shared by all connections, for reading the system's
certificates takes its time. Only TLS 1.2 and 1.3 are spoken.

Python checks names against certificates itself, save for two things that Godot does otherwise: an
address may stand in the certificate's common name (as it does in those that Godot's own `Crypto`
makes), and a client with no name at all is refused in the handshake, not before it. These names are
looked at by `Identity`, when the handshake is over and nothing else has been sent.
"""

from __future__ import annotations

import ipaddress
import os
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from engine.core._lazy import lazy
from engine.core._system_paths import system_path
from engine.core.output import error
from engine.core.project_settings import ProjectSettings
from engine.net.tls_options import TLSOptions

if TYPE_CHECKING:
    from engine.core import _crypto_library
else:
    _crypto_library = lazy("engine.core._crypto_library")

_KEPT = 32  # contexts that are kept for the next connection with the same options


class Identity(NamedTuple):
    """Whom a client wants to talk to.

    Attributes:
        server_name: what it tells the server, so that one with several certificates can choose;
            never an address.
        checked: the name that the certificate has to have, where Python does not look at it.
    """

    server_name: str | None
    checked: str | None = None

    def matches(self, certificate: object) -> bool:
        """Whether a certificate, as `getpeercert` gives it, has the name to be checked."""
        if self.checked is None:
            return True
        try:
            address = ipaddress.ip_address(self.checked)
        except ValueError:
            return False
        if not isinstance(certificate, dict):
            return False
        names = certificate.get("subjectAltName")
        if names is not None:
            return any(kind == "IP Address" and _same(address, name) for kind, name in names)
        parts = [part for group in certificate.get("subject", ()) for part in group]
        return any(kind == "commonName" and _same(address, name) for kind, name in parts)


def _same(address: ipaddress.IPv4Address | ipaddress.IPv6Address, text: str) -> bool:
    try:
        return ipaddress.ip_address(text.strip()) == address
    except ValueError:
        return False


def client_setup(options: TLSOptions, name: str) -> tuple[ssl.SSLContext, Identity]:
    """What a client needs.

    Args:
        options: made by `client` or `client_unsafe`.
        name: how the server is reached.
    """
    wanted = options.get_common_name_override() or name
    plain = _is_host_name(wanted)
    chain = options.get_trusted_ca_chain()
    ders = None if chain is None else chain._ders
    unsafe = options.is_unsafe_client()
    context = _client_context(
        verify=not unsafe or chain is not None,
        by_name=plain and not unsafe,
        trusted=ders,
        bundle=str(ProjectSettings.get_setting("network/tls/certificate_bundle_override", "")),
        newest=_with_tls_1_3(),
    )
    return context, Identity(wanted if plain else None, None if plain or unsafe else wanted)


def server_context(options: TLSOptions) -> ssl.SSLContext:
    """What a server needs; with a key that does not fit it says so, and no handshake succeeds."""
    key, certificate = options.get_private_key(), options.get_own_certificate()
    pem = b""
    if key is not None and key._private is not None:
        pem = _crypto_library.private_pem(key._private)
    return _server_context(pem, () if certificate is None else certificate._ders, _with_tls_1_3())


def _with_tls_1_3() -> bool:
    return bool(ProjectSettings.get_setting("network/tls/enable_tls_v1.3", True))


def _is_host_name(name: str) -> bool:
    """Whether Python can tell a server this name, and look for it in a certificate."""
    if not name or name.startswith(".") or "\0" in name:
        return False
    try:
        name.encode("idna")
    except UnicodeError:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return True
    return False


@lru_cache(_KEPT)
def _client_context(
    *, verify: bool, by_name: bool, trusted: tuple[bytes, ...] | None, bundle: str, newest: bool
) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    _limit(context, newest)
    context.check_hostname = False
    if not verify:
        context.verify_mode = ssl.CERT_NONE
        return context
    context.check_hostname = by_name
    # Whoever is trusted need not be the root of a chain.
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    if trusted is not None:
        for der in trusted:
            context.load_verify_locations(cadata=der)
    elif bundle:
        _load_bundle(context, bundle)
    else:
        context.load_default_certs()
    return context


def _load_bundle(context: ssl.SSLContext, bundle: str) -> None:
    try:
        context.load_verify_locations(system_path(bundle))
    except (OSError, ssl.SSLError) as problem:
        error(f"Can't read the certificates of network/tls/certificate_bundle_override: {problem}.")


@lru_cache(_KEPT)
def _server_context(key: bytes, ders: tuple[bytes, ...], newest: bool) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _limit(context, newest)
    # A ticket that a client does not read resets the connection when it closes.
    context.num_tickets = 0
    if not key or not ders:
        return context
    try:
        certificates = "".join(ssl.DER_cert_to_PEM_cert(der) for der in ders)
        with _as_file(key + b"\n" + certificates.encode("ascii")) as path:
            context.load_cert_chain(path)
    except ssl.SSLError as problem:
        error(f"The server's key and certificate can't be used: {problem.reason or problem}.")
    return context


def _limit(context: ssl.SSLContext, newest: bool) -> None:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if not newest:
        context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION | ssl.OP_NO_COMPRESSION


@contextmanager
def _as_file(data: bytes) -> Iterator[str]:
    """A file for as long as it takes to read it; in memory where the system has such files."""
    if hasattr(os, "memfd_create") and os.path.isdir("/proc/self/fd"):
        fd = os.memfd_create("key")
        path = f"/proc/self/fd/{fd}"
        temporary = ""
    else:
        fd, path = tempfile.mkstemp()  # nobody else may read it
        temporary = path
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            yield path
    finally:
        if temporary:
            os.unlink(temporary)
