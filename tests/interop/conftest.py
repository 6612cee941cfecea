"""The ways to connect: plain, with TLS, compressed."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import Crypto
from tests.interop.ours import Mode


@pytest.fixture(scope="session")
def tls_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key and a certificate for localhost that vouches for itself."""
    folder = tmp_path_factory.mktemp("tls")
    crypto = Crypto()
    key = crypto.generate_rsa(2048)
    certificate = crypto.generate_self_signed_certificate(key, "CN=localhost")
    assert key is not None
    assert certificate is not None
    assert key.save(str(folder / "key.pem")) == 0
    assert certificate.save(str(folder / "certificate.pem")) == 0
    return folder


@pytest.fixture(params=["ws", "wss", "ws-deflate", "wss-deflate"])
def mode(request: pytest.FixtureRequest) -> Mode:
    """One of the ways to connect."""
    tls = request.getfixturevalue("tls_folder") if request.param.startswith("wss") else None
    return Mode(tls, request.param.endswith("deflate"))
