"""The minimal client and server: against each other and against real Godot, in either role."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.demos.running import Program, engine_command, godot, running, staged
from tests.godot.recorded import VENDORED, data_folder

DEMO = "demos/websocket_minimal"
ORIGINALS = data_folder("minimal")


def expected(role: str) -> list[str]:
    """What the original printed."""
    return (ORIGINALS / f"{role}.out").read_text().splitlines()


@contextmanager
def ours(role: str) -> Iterator[Program]:
    with running(engine_command(f"{DEMO}/{role}.py")) as program:
        yield program


@contextmanager
def theirs(role: str) -> Iterator[Program]:
    command = godot()
    with staged(VENDORED / "minimal") as project:
        arguments = [command, "--headless", "--path", str(project), f"res://{role}.tscn"]
        with running(arguments, project) as program:
            yield program


def without_banner(lines: list[str]) -> list[str]:
    return [line for line in lines if line and not line.startswith("Godot Engine")]


def exchange(server: Program, client: Program) -> None:
    """Runs both to the end of the tutorial, then drops the client as a crash would."""
    client.read_until("< Got text data from server")
    client.end(signal.SIGKILL)
    server.read_until("- Peer 2 closed")
    server.end(signal.SIGTERM)
    assert without_banner(client.lines) == expected("client")
    assert without_banner(server.lines) == expected("server")


def test_prints_what_the_tutorial_prints() -> None:
    with ours("server") as server:
        server.read_until("Server started.")
        with ours("client") as client:
            exchange(server, client)
            assert client.errors == ""
        assert server.errors == ""


@pytest.mark.godot
def test_our_client_with_the_original_server() -> None:
    with theirs("server") as server:
        server.read_until("Server started.")
        with ours("client") as client:
            exchange(server, client)


@pytest.mark.godot
def test_our_server_with_the_original_client() -> None:
    with ours("server") as server:
        server.read_until("Server started.")
        with theirs("client") as client:
            exchange(server, client)


def test_a_client_that_is_ended_says_goodbye() -> None:
    with ours("server") as server:
        server.read_until("Server started.")
        with ours("client") as client:
            client.read_until("< Got text data from server")
            assert client.end(signal.SIGTERM) == 0
        server.read_until("- Peer 2 closed")
        assert server.lines[-1] == "- Peer 2 closed with code: 1001, reason . Clean: true"
        assert server.end(signal.SIGINT) == 0


def test_a_server_that_is_ended_says_goodbye() -> None:
    with ours("server") as server:
        server.read_until("Server started.")
        with ours("client") as client:
            client.read_until("< Got text data from server")
            server.end(signal.SIGTERM)
            client.read_until("WebSocket closed")
            assert client.lines[-1] == "WebSocket closed with code: 1001. Clean: true"
            client.end(signal.SIGTERM)


def test_both_in_one_tree() -> None:
    with running(engine_command(f"{DEMO}/both.py")) as both:
        both.read_until("< Got text data from server")
        assert both.end(signal.SIGINT) == 0
    assert both.lines == [
        "Server started.",
        "Connecting to ws://localhost:9080...",
        "+ Peer 2 connected.",
        "> Sending test packet.",
        "< Got text data from peer 2: Test packet ... echoing",
        "< Got text data from server: Test packet",
    ]
    assert both.errors == ""


def test_a_port_in_use_is_told() -> None:
    with ours("server") as first:
        first.read_until("Server started.")
        with running([*engine_command(f"{DEMO}/server.py"), "--quit-after", "2"]) as second:
            second.wait()
    assert second.lines == []
    assert "ERROR: Unable to start server." in second.errors
