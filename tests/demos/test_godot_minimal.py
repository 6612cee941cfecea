"""The tutorial's own project, run as it is: with itself, the Python demo, and real Godot."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from tests.demos.running import Program, running
from tests.demos.test_websocket_minimal import exchange, expected, ours, theirs, without_banner
from tests.godot.recorded import VENDORED

Side = Callable[[str], AbstractContextManager[Program]]


@contextmanager
def project(role: str) -> Iterator[Program]:
    folder = str(VENDORED / "minimal")
    command = [sys.executable, "-m", "engine", "--headless", "--path", folder, f"{role}.tscn"]
    with running(command) as program:
        yield program


def play(server_side: Side, client_side: Side) -> None:
    with server_side("server") as server:
        server.read_until("Server started.")
        with client_side("client") as client:
            exchange(server, client)
            assert without_banner(client.lines) == expected("client")


def test_prints_what_the_tutorial_prints() -> None:
    play(project, project)


def test_a_client_of_the_python_server() -> None:
    play(ours, project)


def test_a_server_of_the_python_client() -> None:
    play(project, ours)


@pytest.mark.godot
def test_a_client_of_the_original_server() -> None:
    play(theirs, project)


@pytest.mark.godot
def test_a_server_of_the_original_client() -> None:
    play(project, theirs)
