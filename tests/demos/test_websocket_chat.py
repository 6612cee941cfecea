"""The chat demo: used by mouse and keyboard, without a window and in one; its server killed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from engine import Node, Vector2i
from engine.testing import HeadlessTree
from engine.testing.pilot import Pilot
from tests.demos.running import ROOT, engine_command, running

CHAT = ROOT / "demos" / "websocket_chat"
PATIENCE = 20.0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The demo's modules, imported as its scripts import one another."""
    monkeypatch.syspath_prepend(str(CHAT))
    names = ["chat", "client", "server", "combo", "websocket_client", "websocket_server"]
    names.append("screenshot")
    before = {name: sys.modules.pop(name, None) for name in names}
    import screenshot

    yield screenshot
    for name in names:
        sys.modules.pop(name, None)
        if before[name] is not None:
            sys.modules[name] = before[name]


@pytest.fixture
def pilot(demo: Any) -> Iterator[Pilot]:
    tree = HeadlessTree()
    tree.root.size = Vector2i(1152, 648)
    one = Pilot(tree)
    combo = demo.Combo()
    combo.automatic = False
    one.add(combo)
    yield one
    tree.finalize()


def log(pilot: Pilot, pane: str) -> str:
    return str(pilot.node(f"{pane}/Panel/VBoxContainer/RichTextLabel").get_parsed_text())


def until(pilot: Pilot, condition: Callable[[], Any]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        pilot.wait(1)


def focused(pilot: Pilot) -> Node:
    return pilot.tree.root.gui_get_focus_owner()


CLIENTS = [f"Box/VBoxContainer/{name}" for name in ("Client", "Client2", "Client3")]


def test_three_clients_chat(demo: Any, pilot: Pilot) -> None:
    demo.chat(pilot, free_port())
    said = "안녕하세요, 여기 보이나요?"
    assert f"Sending message: {said}" in log(pilot, CLIENTS[0])
    assert f"[Mina] Says: {said}" in log(pilot, CLIENTS[1])
    assert f"[Mina] Says: {said}" in log(pilot, CLIENTS[2])
    assert "[Jun] Says: Loud and clear." in log(pilot, CLIENTS[0])
    assert said in log(pilot, "Box/Server")


def test_the_box_keeps_the_focus_and_the_log_follows(demo: Any, pilot: Pilot) -> None:
    demo.chat(pilot, free_port(), ())
    for number in range(30):
        demo.say(pilot, CLIENTS[0], f"line {number}")
    field = pilot.node(f"{CLIENTS[0]}/Panel/VBoxContainer/Send/LineEdit")
    assert focused(pilot) is field
    assert field.is_editing()
    assert field.text == ""
    until(pilot, lambda: "line 29" in log(pilot, CLIENTS[2]))
    pilot.wait()
    bar = pilot.node(f"{CLIENTS[2]}/Panel/VBoxContainer/RichTextLabel").get_v_scroll_bar()
    assert bar.value == pytest.approx(bar.max_value - bar.page)


def test_the_server_stops_while_clients_write_and_they_come_back(demo: Any, pilot: Pilot) -> None:
    demo.chat(pilot, free_port(), ())
    pilot.click(f"{CLIENTS[0]}/Panel/VBoxContainer/Send/LineEdit")
    pilot.type_text("half a sen")
    pilot.click("Box/Server/Panel/VBoxContainer/Connect/Listen")
    for client in CLIENTS:
        until(pilot, lambda client=client: "Client just disconnected" in log(pilot, client))
        assert not pilot.node(f"{client}/Panel/VBoxContainer/Connect/Connect").button_pressed
    assert "Server stopped" in log(pilot, "Box/Server")
    pilot.click("Box/Server/Panel/VBoxContainer/Connect/Listen")
    pilot.click(f"{CLIENTS[0]}/Panel/VBoxContainer/Connect/Connect")
    until(pilot, lambda: log(pilot, CLIENTS[0]).count("Client just connected") == 2)


def test_names_are_given_once(demo: Any, pilot: Pilot) -> None:
    demo.chat(pilot, free_port(), (("Client", "/nick Mina"),))
    demo.say(pilot, CLIENTS[1], "/nick Mina")
    until(pilot, lambda: "The name 'Mina' cannot be had" in log(pilot, CLIENTS[1]))
    assert log(pilot, CLIENTS[0]).count("is Mina now") == 1


def test_a_killed_server_leaves_clear_lines() -> None:
    port = free_port()
    command = [*engine_command(str(CHAT / "server.py")), "--set", f"port={port}"]
    join = ["--set", f"host=ws://127.0.0.1:{port}/", "--set", "autoconnect=true"]
    with running(command) as server:
        server.read_until(f"Listing on port {port}")
        with running([*engine_command(str(CHAT / "client.py")), *join]) as client:
            client.read_until("Client just connected with protocol: demo-chat")
            server.close()
            client.read_until("Client just disconnected with code: -1")
            client.close()
            assert client.errors == ""


# In a window -------------------------------------------------------------------------------------


@pytest.fixture
def x_display() -> Iterator[str]:
    """An X server of its own."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("there is no Xvfb or no xdotool here")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        yield f":{process.stdout.readline().decode().strip()}"
        process.terminate()


def xdotool(display: str, *arguments: str) -> str:
    done = subprocess.run(
        ["xdotool", *arguments],
        env={"DISPLAY": display, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    return done.stdout.strip()


def test_a_person_chats_in_a_window(x_display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", x_display)
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    port = free_port()
    serve = [*engine_command(str(CHAT / "server.py")), "--set", f"port={port}"]
    command = [sys.executable, "-m", "engine", str(CHAT / "client.py"), "--strict"]
    join = ["--set", f"host=ws://127.0.0.1:{port}/"]
    with running(serve) as server, running([*command, *join]) as client:
        server.read_until(f"Listing on port {port}")
        window = xdotool(x_display, "search", "--sync", "--onlyvisible", "--class", ".").split()[-1]
        place = dict(
            line.split("=")
            for line in xdotool(x_display, "getwindowgeometry", "--shell", window).splitlines()
        )
        left, top, width = (int(place[name]) for name in ("X", "Y", "WIDTH"))
        xdotool(x_display, "sleep", "1.5")  # until it is painted

        def click(x: int, y: int) -> None:
            xdotool(x_display, "mousemove", "--sync", str(left + x), str(top + y), "click", "1")

        click(width - 30, 16)  # Connect
        client.read_until("Client just connected with protocol: demo-chat")
        click(200, 52)  # the box
        xdotool(x_display, "key", "ctrl+a")
        xdotool(x_display, "type", "--delay", "30", "Typed by hand")
        xdotool(x_display, "key", "Return")
        client.read_until("Sending message: Typed by hand")
        server.read_until("Typed by hand")
        xdotool(x_display, "type", "--delay", "250", "한글도")  # the box has kept the focus
        xdotool(x_display, "key", "Return")
        server.read_until("한글도")
        xdotool(x_display, "windowsize", "--sync", window, "700", "500")
        xdotool(x_display, "sleep", "0.5")
        click(700 - 30, 16)  # and the button has moved with the window's edge
        server.read_until("Code: 1000")
        client.end(15)
        assert client.errors == ""
