"""Takes the picture of README.md: `python demos/websocket_multiplayer/screenshot.py [FILE.png]`.

Four players play some turns, used by mouse and keyboard as by a person; no window is opened.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from combo import PLAYERS, Combo

from engine import Vector2i, seed
from engine.testing import HeadlessTree
from engine.testing.pilot import Pilot

SIZE = Vector2i(1152, 648)
PATIENCE = 20.0  # seconds
PANES = tuple(f"GridContainer/{name}" for name in PLAYERS)
BOX = "Panel/VBoxContainer"


def until(pilot: Pilot, condition: Callable[[], object]) -> None:
    """Runs frames until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(pilot.tree.root.get_tree_string_pretty())
        pilot.wait(1)


def log(pilot: Pilot, pane: str) -> str:
    """What a pane's log says."""
    return str(pilot.node(f"{pane}/{BOX}/Game/HBoxContainer/RichTextLabel").get_parsed_text())


def names(pilot: Pilot, pane: str) -> list[str]:
    """The players that a pane lists; a star is on the crowned one."""
    players = pilot.node(f"{pane}/{BOX}/Game/HBoxContainer/VBoxContainer/ItemList")
    return [
        players.get_item_text(place) + "*" * (players.get_item_icon(place) is not None)
        for place in range(players.item_count)
    ]


def shows(pilot: Pilot, panes: tuple[str, ...], *players: str) -> None:
    """Waits until panes list these players."""
    until(pilot, lambda: all(names(pilot, pane) == list(players) for pane in panes))


def hosts(pilot: Pilot, pane: str) -> None:
    """Presses a pane's button to host."""
    pilot.click(f"{pane}/{BOX}/HBoxContainer2/HBoxContainer/Host")


def joins(pilot: Pilot, pane: str) -> None:
    """Presses a pane's button to join."""
    pilot.click(f"{pane}/{BOX}/HBoxContainer2/HBoxContainer/Connect")


def leaves(pilot: Pilot, pane: str) -> None:
    """Presses a pane's button to leave, and reads what it is told."""
    pilot.click(f"{pane}/{BOX}/HBoxContainer2/HBoxContainer/Disconnect")
    reads(pilot, pane)


def reads(pilot: Pilot, pane: str) -> None:
    """Waits until a pane says that the connection is closed, and confirms it."""
    dialog = pilot.node(f"{pane}/AcceptDialog")
    until(pilot, lambda: dialog.visible)
    pilot.click(dialog.get_ok_button())


def rolls(pilot: Pilot, pane: str) -> None:
    """Waits for a pane's turn, and presses its button."""
    action = pilot.node(f"{pane}/{BOX}/Game/HBoxContainer/VBoxContainer/Action")
    until(pilot, lambda: not action.disabled)
    pilot.click(action)
    until(pilot, lambda: action.disabled)


def gather(pilot: Pilot, port: int) -> None:
    """The first one hosts, the others join it, one after the other."""
    there: list[str] = []
    for pane, nick in zip(PANES, PLAYERS.values(), strict=True):
        pilot.node(pane).port = port
        (joins if there else hosts)(pilot, pane)
        there.append(nick)
        first, *rest = there
        shows(pilot, PANES[: len(there)], f"{first}*", *rest)


def main(path: Path) -> None:
    """Plays, and saves the picture."""
    seed(2)
    tree = HeadlessTree()
    tree.root.size = SIZE
    pilot = Pilot(tree)
    combo = Combo()
    combo.automatic = False
    pilot.add(combo)
    gather(pilot, 8080)
    for pane in (*PANES, *PANES[:2]):
        rolls(pilot, pane)
    shows(pilot, PANES, "Mina", "Jun", "Ada*", "Noor")
    pilot.screenshot(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("screenshot.png"))
