"""The coin game: the Python server, with its Godot project run by this engine and by real Godot."""

from __future__ import annotations

import sys

import pytest

from tests.demos.running import ROOT, engine_command, godot, running, staged

FOLDER = ROOT / "demos" / "dedicated_server"
SECONDS = 4
COINS = 100  # so many that one is always near


def play(command: list[str], port: int) -> None:
    """Two clients collect coins by themselves, and see one another."""
    settings = ["--set", f"port={port}", "--set", f"coins={COINS}"]
    server = [*engine_command(str(FOLDER / "server.py")), *settings]
    with running(server) as host:
        host.read_until("Listening")
        words = ["--", f"address=ws://127.0.0.1:{port}", f"bot={SECONDS}"]
        with (
            running([*command, *words, "nick=Eva"]) as eva,
            running([*command, *words, "nick=Fritz"]) as fritz,
        ):
            for client in (eva, fritz):
                assert client.wait() == 0
                assert "ERROR" not in client.errors
                assert {"player mine", "player other"} <= set(client.lines)
                score = next(line for line in client.lines if line.startswith("score"))
                assert int(score.split()[1]) >= 1
        host.read_all("left", "left")
        assert host.end(15) is not None
        assert "ERROR" not in host.errors


def test_clients_run_by_this_engine(port: int) -> None:
    play([sys.executable, "-m", "engine", "--headless", "--path", str(FOLDER / "client")], port)


@pytest.mark.godot
def test_clients_run_by_godot(port: int) -> None:
    with staged(FOLDER / "client") as project:
        play([godot(), "--headless", "--path", str(project)], port)
