"""The chat demo, used by mouse and keyboard without a window; its server killed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from engine import Node
from engine.testing.pilot import Pilot
from tests.demos.running import CHAT, chat_server, engine_command, running

PATIENCE = 60.0


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


def test_three_clients_chat(demo: Any, pilot: Pilot, port: int) -> None:
    demo.chat(pilot, port)
    said = "안녕하세요, 여기 보이나요?"
    assert f"Sending message: {said}" in log(pilot, CLIENTS[0])
    assert f"[Mina] Says: {said}" in log(pilot, CLIENTS[1])
    assert f"[Mina] Says: {said}" in log(pilot, CLIENTS[2])
    assert "[Jun] Says: Loud and clear." in log(pilot, CLIENTS[0])
    assert said in log(pilot, "Box/Server")


def test_the_box_keeps_the_focus_and_the_log_follows(demo: Any, pilot: Pilot, port: int) -> None:
    demo.chat(pilot, port, ())
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


def test_the_server_stops_while_clients_write_and_they_come_back(
    demo: Any, pilot: Pilot, port: int
) -> None:
    demo.chat(pilot, port, ())
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


def test_names_are_given_once(demo: Any, pilot: Pilot, port: int) -> None:
    demo.chat(pilot, port, (("Client", "/nick Mina"),))
    demo.say(pilot, CLIENTS[1], "/nick Mina")
    until(pilot, lambda: "The name 'Mina' cannot be had" in log(pilot, CLIENTS[1]))
    assert log(pilot, CLIENTS[0]).count("is Mina now") == 1


def test_a_killed_server_leaves_clear_lines(port: int) -> None:
    join = ["--set", f"host=ws://127.0.0.1:{port}/", "--set", "autoconnect=true"]
    with running(chat_server(port)) as server:
        server.read_until(f"Listing on port {port}")
        with running([*engine_command(str(CHAT / "client.py")), *join]) as client:
            client.read_until("Client just connected with protocol: demo-chat")
            server.close()
            client.read_until("Client just disconnected with code: -1")
            client.close()
            assert client.errors == ""


def test_a_server_is_killed_while_clients_type(pilot: Pilot, port: int) -> None:
    def is_told(text: str, times: int = 1) -> None:
        until(pilot, lambda: all(log(pilot, client).count(text) >= times for client in CLIENTS))

    def connect() -> None:
        for client in CLIENTS:
            pilot.click(f"{client}/Panel/VBoxContainer/Connect/Connect")

    field = f"{CLIENTS[0]}/Panel/VBoxContainer/Send/LineEdit"
    for client in CLIENTS:
        pilot.node(f"{client}/Panel/VBoxContainer/Connect/Host").text = f"ws://127.0.0.1:{port}/"
    with running(chat_server(port)) as server:
        server.read_until(f"Listing on port {port}")
        connect()
        is_told("Client just connected with protocol: demo-chat")
        pilot.click(field)
        pilot.press("Ctrl+A")
        pilot.type_text("What is said ")
        server.close()  # kills it
        pilot.type_text("meanwhile")
        is_told("Client just disconnected with code: -1")
        pilot.press("ui_text_submit")
        assert "Not connected: nothing was sent." in log(pilot, CLIENTS[0])
        assert pilot.node(field).text == "What is said meanwhile"
    with running(chat_server(port)) as server:
        server.read_until(f"Listing on port {port}")
        connect()
        is_told("Client just connected with protocol: demo-chat", 2)
        pilot.click(field)
        pilot.press("ui_text_submit")
        until(pilot, lambda: "Says: What is said meanwhile" in log(pilot, CLIENTS[2]))
