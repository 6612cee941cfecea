"""The turn game in one window with four players, used by mouse and keyboard without a window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from engine.testing import expect_error
from engine.testing.pilot import Pilot
from tests.demos.conftest import imported
from tests.demos.running import DICE, engine_command, running

BOX = "Panel/VBoxContainer"
ALL = ("Mina", "Jun", "Ada", "Noor")


@pytest.fixture
def demo() -> Iterator[Any]:
    """What the turn game is driven with."""
    with imported(DICE, "screenshot") as module:
        yield module


def said(demo: Any, pilot: Pilot, pane: str) -> list[str]:
    """Who did what in a pane's log, without the numbers."""
    return [line.rstrip("0123456789 ") for line in demo.log(pilot, pane).splitlines()]


def told(demo: Any, pilot: Pilot, pane: str, text: str) -> None:
    """Waits until a pane's dialog says something, and confirms it."""
    dialog = pilot.node(f"{pane}/AcceptDialog")
    demo.until(pilot, lambda: dialog.visible)
    assert dialog.dialog_text == text
    pilot.click(dialog.get_ok_button())
    demo.until(pilot, lambda: not dialog.visible)


def test_four_players_take_turns(demo: Any, pilot: Pilot, port: int) -> None:
    demo.gather(pilot, port)
    path = f"{BOX}/Game/HBoxContainer/VBoxContainer/Action"
    actions = [pilot.node(f"{pane}/{path}") for pane in demo.PANES]
    for turn in (0, 1, 2, 3, 0):
        crowned = [name + "*" * (place == turn) for place, name in enumerate(ALL)]
        demo.shows(pilot, demo.PANES, *crowned)
        assert [not action.disabled for action in actions] == [place == turn for place in range(4)]
        demo.rolls(pilot, demo.PANES[turn])
    demo.shows(pilot, demo.PANES, "Mina", "Jun*", "Ada", "Noor")
    logs = {demo.log(pilot, pane) for pane in demo.PANES}
    assert len(logs) == 1
    rolls = [f"{name}: rolls" for name in ("Mina", "Jun", "Ada", "Noor", "Mina")]
    assert said(demo, pilot, demo.PANES[0]) == rolls


def test_the_crown_goes_on_when_its_wearer_leaves(demo: Any, pilot: Pilot, port: int) -> None:
    demo.gather(pilot, port)
    host, second, third, fourth = demo.PANES
    demo.rolls(pilot, host)
    demo.leaves(pilot, second)  # in the middle of the list
    demo.shows(pilot, (host, third, fourth), "Mina", "Ada*", "Noor")
    assert demo.names(pilot, second) == []
    demo.rolls(pilot, third)
    demo.leaves(pilot, fourth)  # the last one
    demo.shows(pilot, (host, third), "Mina*", "Ada")
    demo.joins(pilot, second)
    demo.shows(pilot, (host, third, second), "Mina*", "Ada", "Jun")
    for pane in (host, third, second):
        demo.rolls(pilot, pane)
    demo.shows(pilot, (host, third, second), "Mina*", "Ada", "Jun")


def test_the_crown_stays_when_another_leaves(demo: Any, pilot: Pilot, port: int) -> None:
    demo.gather(pilot, port)
    for pane in demo.PANES[:3]:
        demo.rolls(pilot, pane)
    demo.leaves(pilot, demo.PANES[1])
    rest = (demo.PANES[0], *demo.PANES[2:])
    demo.shows(pilot, rest, "Mina", "Ada", "Noor*")
    demo.rolls(pilot, demo.PANES[3])
    demo.shows(pilot, rest, "Mina*", "Ada", "Noor")


def test_who_has_no_turn_cannot_act(demo: Any, pilot: Pilot, port: int) -> None:
    demo.gather(pilot, port)
    host, cheat = demo.PANES[0], pilot.node(demo.PANES[3])
    cheat.game.request_action.rpc_id(1, "roll")
    line = f"Someone is trying to cheat! {cheat.peer.get_unique_id()}"
    demo.until(pilot, lambda: all(line in demo.log(pilot, pane) for pane in demo.PANES))
    demo.rolls(pilot, host)
    pilot.node(demo.PANES[1]).game.request_action.rpc_id(1, "win " * 20)
    demo.until(pilot, lambda: f"Invalid action: {'win ' * 6}\n" in demo.log(pilot, host))
    pilot.node(demo.PANES[1]).game.request_action.rpc_id(1, "pass")
    demo.until(pilot, lambda: "Jun: passes" in demo.log(pilot, host))
    demo.shows(pilot, demo.PANES, "Mina", "Jun", "Ada*", "Noor")


def test_what_only_the_server_may_tell(demo: Any, pilot: Pilot, port: int) -> None:
    demo.gather(pilot, port)
    guest = pilot.node(demo.PANES[1])
    with expect_error("is not allowed on node") as refused:
        guest.game.set_turn.rpc_id(1, 1)
        guest.game.del_player.rpc_id(1, 1)
        guest.game._log.rpc_id(1, "Jun wins")
        demo.until(pilot, lambda: len(refused) == 3)
    host = demo.PANES[0]
    assert demo.names(pilot, host) == ["Mina*", "Jun", "Ada", "Noor"]
    assert demo.log(pilot, host) == ""


@pytest.mark.parametrize(
    ("typed", "listed"),
    [("  Ben \t Oh ", "Ben Oh"), ("B" * 30, "B" * 24), ("민아", "민아"), ("   ", "Player ")],
)
def test_names(typed: str, listed: str, demo: Any, pilot: Pilot, port: int) -> None:
    host, guest = demo.PANES[:2]
    for pane in (host, guest):
        pilot.node(pane).port = port
    demo.hosts(pilot, host)
    pilot.node(f"{guest}/{BOX}/HBoxContainer/NameEdit").text = typed
    demo.joins(pilot, guest)
    demo.until(pilot, lambda: demo.names(pilot, guest)[1:] not in ([], ["... connecting ..."]))
    assert demo.names(pilot, guest)[1].rstrip("0123456789") == listed


def test_the_host_stops_and_another_one_hosts(demo: Any, pilot: Pilot, port: int) -> None:
    demo.gather(pilot, port)
    demo.leaves(pilot, demo.PANES[0])
    for pane in demo.PANES[1:]:
        told(demo, pilot, pane, "Connection closed")
        assert demo.names(pilot, pane) == []
    host, guest = demo.PANES[3], demo.PANES[0]
    demo.hosts(pilot, host)
    demo.joins(pilot, guest)
    demo.shows(pilot, (host, guest), "Noor*", "Mina")
    demo.rolls(pilot, host)
    demo.rolls(pilot, guest)
    demo.shows(pilot, (host, guest), "Noor*", "Mina")


def test_nobody_is_there(demo: Any, pilot: Pilot, port: int) -> None:
    pane = demo.PANES[1]
    pilot.node(f"{pane}/{BOX}/HBoxContainer2/Hostname").text = f"127.0.0.1:{port}"
    demo.joins(pilot, pane)
    told(demo, pilot, pane, "Connection closed")
    pilot.node(f"{pane}/{BOX}/HBoxContainer2/Hostname").text = "ws://nowhere:99999"
    with expect_error("Invalid URL"):
        demo.joins(pilot, pane)
        told(demo, pilot, pane, "Unable to connect to ws://nowhere:99999")
    assert pilot.node(f"{pane}/{BOX}/HBoxContainer2/HBoxContainer/Connect").visible


def test_somebody_else_is_there(demo: Any, pilot: Pilot, port: int) -> None:
    for pane in demo.PANES[:2]:
        pilot.node(pane).port = port
        demo.hosts(pilot, pane)
    told(demo, pilot, demo.PANES[1], f"Unable to listen on port {port}")
    assert demo.names(pilot, demo.PANES[0]) == ["Mina*"]
    assert demo.names(pilot, demo.PANES[1]) == []


def test_four_players_without_a_window(port: int) -> None:
    command = [*engine_command(str(DICE / "combo.py")), "--strict", "--set", f"port={port}"]
    with running(command) as program:
        for name in (*ALL, "Mina"):
            program.read_until(f"{name}: rolls ")
        assert program.end(15) == 0
        assert program.errors == ""
