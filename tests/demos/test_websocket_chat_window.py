"""The chat demo in a window on an X server, used by xdotool as by a person."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.testing.pilot import Pilot
from tests.demos.running import CHAT, Program, chat_server, running
from tests.x11 import Desktop, Window, desktop

PANES = ("Box/Server", *(f"Box/VBoxContainer/{name}" for name in ("Client", "Client2", "Client3")))
SERVER, FIRST, SECOND, THIRD = PANES
CLIENTS = PANES[1:]
SIZE = (1152, 648)
SLOW = 250  # milliseconds for a character that xdotool first has to put on a key
SHOWN = """from combo import Combo


class Shown(Combo):
    async def _ready(self) -> None:
        self.resized.connect(self.tell_size)
        port = self.get_node("Box/Server/Panel/VBoxContainer/Connect/Port")
        port.value_changed.connect(lambda value: print("port", int(value)))
        await self.get_tree().create_timer(0.5).timeout  # nobody is quicker than that
        await self.tell_size()

    async def tell_size(self) -> None:
        await self.get_tree().process_frame
        print("shown", *self.size)
"""


class Person:
    """Somebody who chats in the window with the four panes.

    Where things are comes from a twin without a window.
    """

    def __init__(self, screen: Desktop, twin: Pilot, program: Program) -> None:
        self.screen, self.twin, self.program = screen, twin, program
        program.read_until("shown 1152.0 648.0")
        self.window: Window = screen.window()

    def clicks(self, pane: str, what: str) -> None:
        place = self.twin.position_of(f"{pane}/Panel/VBoxContainer/{what}")
        self.window.clicks(*place)

    def writes(self, pane: str, what: str, text: str, delay: int = 5) -> None:
        self.clicks(pane, what)
        self.screen.presses("ctrl+a")
        self.screen.types(text, delay)

    def says(self, pane: str, text: str, delay: int = 5) -> None:
        self.writes(pane, "Send/LineEdit", text, delay)
        self.screen.presses("Return")

    def connects(self, *panes: str) -> None:
        for pane in panes:
            self.clicks(pane, "Connect/Connect")
            self.program.read_until("Client just connected with protocol: demo-chat")

    def resizes(self, width: int, height: int) -> None:
        self.window.resizes(width, height)
        self.twin.resize(width, height)
        self.program.read_until(f"shown {float(width)} {float(height)}")


@pytest.fixture
def person(pilot: Pilot, tmp_path: Path) -> Iterator[Person]:
    script = tmp_path / "shown.py"
    script.write_text(SHOWN)
    with desktop() as screen:
        environment = {**screen.environment, "PYTHONPATH": str(CHAT)}
        command = [sys.executable, "-m", "engine", "--strict", str(script)]
        with running(command, environment=environment) as program:
            yield Person(screen, pilot, program)


def test_a_server_and_three_clients(person: Person, port: int) -> None:
    told = person.program
    person.writes(SERVER, "Connect/Port", str(port))
    person.screen.presses("Return")
    told.read_until(f"port {port}")
    person.clicks(SERVER, "Connect/Listen")
    told.read_until(f"Listing on port {port}")
    for client in CLIENTS:
        person.writes(client, "Connect/Host", f"ws://localhost:{port}/")
        person.connects(client)

    person.says(FIRST, "Typed by hand")
    told.read_all("Sending message: Typed by hand", "] Says: Typed by hand")
    person.says(SECOND, "한글도", SLOW)
    told.read_all("Sending message: 한글도", "Server received data from peer", "] Says: 한글도")
    person.writes(SERVER, "Send/LineEdit", "To all")
    person.clicks(SERVER, "Send/Send")
    for _ in CLIENTS:
        told.read_until("Server says: To all")

    person.clicks(THIRD, "Connect/Connect")
    told.read_until("Client just disconnected with code: 1000")
    person.connects(THIRD)
    person.resizes(800, 560)
    person.says(THIRD, "In a smaller window")
    for _ in (FIRST, SECOND):
        told.read_until("] Says: In a smaller window")
    person.window.asks_to_close()
    assert told.wait() == 0
    assert told.errors == ""


def test_the_server_is_killed_while_clients_type(person: Person, port: int) -> None:
    told = person.program
    with running(chat_server(port)) as server:
        server.read_until(f"Listing on port {port}")
        for client in CLIENTS:
            person.writes(client, "Connect/Host", f"ws://127.0.0.1:{port}/")
            person.connects(client)
        person.writes(FIRST, "Send/LineEdit", "What is said ")
        server.close()  # kills it
        person.screen.types("meanwhile")
        for _ in CLIENTS:
            told.read_until("Client just disconnected with code: -1")
        person.screen.presses("Return")
        told.read_until("Not connected: nothing was sent.")
    with running(chat_server(port)) as server:
        server.read_until(f"Listing on port {port}")
        person.connects(*CLIENTS)
        person.clicks(FIRST, "Send/LineEdit")
        person.screen.presses("Return")
        server.read_until("What is said meanwhile")
        for _ in (SECOND, THIRD):
            told.read_until("] Says: What is said meanwhile")
    person.window.asks_to_close()
    assert told.wait() == 0
    assert told.errors == ""
