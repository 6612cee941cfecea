"""The turn game as programs of their own, and real Godot among them."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from engine.testing import HeadlessTree
from engine.testing.pilot import Pilot
from tests.demos.conftest import imported
from tests.demos.running import DICE, Program, engine_command, godot, running, staged

PROJECT = DICE / "godot"
NICKS = ("Mina", "Jun", "Ada")


def server(port: int) -> list[str]:
    """The server that does not play."""
    return [*engine_command(str(DICE / "server.py")), "--strict", "--set", f"port={port}"]


def client(port: int, nick: str) -> list[str]:
    """A player that rolls by itself."""
    settings = (f"port={port}", f"nick={nick}", "thinking=0.05")
    words = [word for setting in settings for word in ("--set", setting)]
    return [*engine_command(str(DICE / "client.py")), "--strict", *words]


class Table:
    """Players at one server, each in a tree of its own: by number, as they sit."""

    def __init__(self, demo: Any) -> None:
        self.demo = demo
        self.pilots: list[Pilot] = []

    def seat(self, main: Any) -> None:
        pilot = Pilot(HeadlessTree())
        pilot.add(main)
        self.pilots.append(pilot)

    def until(self, condition: Callable[[], object]) -> None:
        def checked() -> object:
            for pilot in self.pilots[1:]:
                pilot.wait(1)
            return condition()

        self.demo.until(self.pilots[0], checked)

    def shows(self, *names: str, seats: tuple[int, ...] = (0, 1, 2)) -> None:
        pilots = [self.pilots[seat] for seat in seats]
        self.until(lambda: all(self.demo.names(pilot, "Main") == list(names) for pilot in pilots))

    def rolls(self, seat: int) -> None:
        pilot = self.pilots[seat]
        action = pilot.node("Main").game.action
        self.until(lambda: not action.disabled)
        pilot.click(action)
        self.until(lambda: action.disabled)

    def told(self, seat: int) -> None:
        dialog = self.pilots[seat].node("Main/AcceptDialog")
        self.until(lambda: dialog.visible)
        assert dialog.dialog_text == "Connection closed"


@pytest.fixture
def table(port: int) -> Iterator[Table]:
    """Three players in front of their windows, who have not joined yet."""
    with imported(DICE, "screenshot") as demo:
        one = Table(demo)
        for nick in NICKS:
            main = sys.modules["main"].Main()
            main.port, main.nick = port, nick
            one.seat(main)
        yield one
        for pilot in one.pilots:
            pilot.tree.finalize()


def test_a_server_that_does_not_play(table: Table, port: int) -> None:
    with running(server(port)) as program:
        program.read_until(f"Listening on port {port}")
        for number, pilot in enumerate(table.pilots, 1):
            table.demo.joins(pilot, "Main")
            listed = ("Mina*", "Jun", "Ada")[:number]
            table.shows(*listed, seats=tuple(range(number)))
        for seat in (0, 1, 2, 0):
            table.rolls(seat)
        for name in (*NICKS, "Mina"):
            program.read_until(f"{name}: rolls ")
        table.shows("Mina", "Jun*", "Ada")
        table.rolls(1)
        table.demo.leaves(table.pilots[2], "Main")  # it has the crown
        program.read_all("Jun: rolls", " left")
        table.shows("Mina*", "Jun", seats=(0, 1))
        table.rolls(0)
        program.read_until("Mina: rolls ")
        program.close()  # kills it
        for seat in (0, 1):
            table.told(seat)
            assert table.demo.names(table.pilots[seat], "Main") == []
        assert program.errors == ""


def test_the_first_one_to_leave_an_empty_table(table: Table, port: int) -> None:
    with running(server(port)) as program:
        program.read_until("Listening")
        for _ in range(2):
            table.demo.joins(table.pilots[0], "Main")
            table.shows("Mina*", seats=(0,))
            table.pilots[0].node("Main").game.act()
            program.read_until("Mina: rolls ")
            table.demo.leaves(table.pilots[0], "Main")
            program.read_until(" left")
        assert program.end(15) == 0
        assert program.errors == ""


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = taken.getsockname()[1]
        with running(server(port)) as program:
            assert program.wait() == 1
            assert f"Unable to listen on port {port}." in program.errors


# The same game in GDScript -----------------------------------------------------------------------


@contextmanager
def project(command: list[str], *words: str) -> Iterator[Program]:
    with running([*command, "--", *words]) as program:
        yield program


def joins_python(command: list[str], port: int) -> None:
    """Someone in GDScript and someone in Python play at a server in Python."""
    words = (f"join=ws://127.0.0.1:{port}", "nick=Gus", "rolls=3", "seats=2")
    with running(server(port)) as program:
        program.read_until("Listening")
        with project(command, *words) as gus:
            gus.read_until("Gus plays")
            with running(client(port, "Py")) as other:
                assert gus.wait() == 0
                program.read_until(" left")
                other.read_until("Py: rolls ")
                assert other.end(15) == 0
        assert program.end(15) == 0
        assert program.errors == other.errors == gus.errors == ""
        heard = rolls(gus)[:5]
        assert who(heard) == ["Gus", "Py", "Gus", "Py", "Gus"]
        assert rolls(other)[:5] == rolls(program)[:5] == heard


def hosts_python(command: list[str], port: int) -> None:
    """Someone in GDScript hosts; two in Python play with it until it ends."""
    with project(command, "host", f"port={port}", "nick=Gus", "rolls=3", "seats=3") as gus:
        gus.read_until("listening")
        with running(client(port, "Ben")) as ben:
            gus.read_until("Ben plays")
            with running(client(port, "Eva")) as eva:
                assert gus.wait() == ben.wait() == eva.wait() == 0
        assert gus.errors == ben.errors == eva.errors == ""
        heard = rolls(gus)[:7]
        assert who(heard) == ["Gus", "Ben", "Eva", "Gus", "Ben", "Eva", "Gus"]
        assert rolls(ben)[:7] == rolls(eva)[:7] == heard
        assert ben.lines[-1] == eva.lines[-1] == "Connection closed"


def rolls(program: Program) -> list[str]:
    return [line for line in program.lines if " rolls " in line]


def who(lines: list[str]) -> list[str]:
    return [line.partition(":")[0] for line in lines]


def test_a_project_hosts_python(port: int) -> None:
    hosts_python([sys.executable, "-m", "engine", "--headless", "--path", str(PROJECT)], port)


@pytest.mark.godot
def test_godot_joins_python(port: int) -> None:
    with staged(PROJECT) as folder:
        joins_python([godot(), "--headless", "--path", str(folder)], port)


@pytest.mark.godot
def test_godot_hosts_python(port: int) -> None:
    with staged(PROJECT) as folder:
        hosts_python([godot(), "--headless", "--path", str(folder)], port)
