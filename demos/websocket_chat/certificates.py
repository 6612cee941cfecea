"""A key and a certificate for `wss://`, made on the spot and kept in a folder."""

from __future__ import annotations

import os
from pathlib import Path

from engine import Crypto, CryptoKey, TLSOptions, X509Certificate

KEY = "chat.key"
CERTIFICATE = "chat.crt"
SUBJECT = "CN=localhost,O=WebSocket chat,C=DE"
UNSAFE = "unsafe"


def identity(folder: str) -> tuple[CryptoKey, X509Certificate]:
    """What proves who the server is; made for `localhost` where it is not in the folder yet."""
    place = Path(folder).absolute()
    key_path, certificate_path = str(place / KEY), str(place / CERTIFICATE)
    key, certificate = CryptoKey(), X509Certificate()
    if os.path.exists(key_path) and os.path.exists(certificate_path):
        key.load(key_path)
        certificate.load(certificate_path)
        return key, certificate
    place.mkdir(parents=True, exist_ok=True)
    crypto = Crypto()
    key = crypto.generate_rsa(2048)
    certificate = crypto.generate_self_signed_certificate(key, SUBJECT)
    os.close(os.open(key_path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))  # nobody else's
    key.save(key_path)
    certificate.save(certificate_path)
    return key, certificate


def trust(folder: str) -> TLSOptions:
    """Options for a client that trusts the certificate in a folder; `unsafe`: that trusts all."""
    if folder == UNSAFE:
        return TLSOptions.client_unsafe()
    certificate = X509Certificate()
    certificate.load(str(Path(folder).absolute() / CERTIFICATE))
    return TLSOptions.client(certificate)
