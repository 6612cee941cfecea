"""The chat over TLS, with a certificate that the server makes on the spot."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.demos.running import CHAT, engine_command, running


def serve(port: int, folder: Path) -> list[str]:
    settings = ["--set", f"port={port}", "--set", f"tls={folder}"]
    return [*engine_command(str(CHAT / "server.py")), *settings]


def join(port: int, tls: str) -> list[str]:
    settings = ["--set", f"host=wss://localhost:{port}/", "--set", "autoconnect=true"]
    settings += ["--set", f"tls={tls}"] if tls else []
    return [*engine_command(str(CHAT / "client.py")), *settings]


def test_it_is_made_once_and_trusted(tmp_path: Path, port: int) -> None:
    folder = tmp_path / "new" / "keys"
    with running(serve(port, folder)) as server:
        server.read_until(f"Encrypted; the certificate is in {folder}")
        certificate = (folder / "chat.crt").read_bytes()
        assert stat.S_IMODE((folder / "chat.key").stat().st_mode) == 0o600
        with running(join(port, str(folder))) as client:
            client.read_until("Client just connected with protocol: demo-chat")
            server.read_until("Remote client connected")
            assert client.end(15) == 0
            server.read_until("Code: 1001")
            assert client.errors == ""
        assert server.end(15) == 0
        assert server.errors == ""
    with running(serve(port, folder)) as server:
        server.read_until("Encrypted")
        assert (folder / "chat.crt").read_bytes() == certificate


@pytest.mark.parametrize(("tls", "outcome"), [("", "disconnected"), ("unsafe", "connected")])
def test_without_the_certificate(tls: str, outcome: str, tmp_path: Path, port: int) -> None:
    with running(serve(port, tmp_path)) as server:
        server.read_until("Encrypted")
        with running(join(port, tls)) as client:
            client.read_until(f"Client just {outcome} with")
