"""Takes the picture of README.md: `python demos/websocket_chat/screenshot.py [FILE.png]`.

A server and three clients chat, used by mouse and keyboard as a person would; no window is opened.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from combo import Combo

from engine import Vector2i
from engine.testing import HeadlessTree
from engine.testing.pilot import Pilot

SIZE = Vector2i(1152, 648)
PATIENCE = 10.0  # seconds
LINES = (
    ("Client", "/nick Mina"),
    ("Client2", "/nick Jun"),
    ("Client", "안녕하세요, 여기 보이나요?"),
    ("Client2", "Loud and clear."),
    ("Client3", "Hello from the third pane"),
)


def wait_for(pilot: Pilot, pane: str, text: str) -> None:
    """Runs frames until a pane's log has a text."""
    log = pilot.node(f"{pane}/Panel/VBoxContainer/RichTextLabel")
    deadline = time.monotonic() + PATIENCE
    while text not in log.get_parsed_text():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{pane} never said {text!r}")
        pilot.wait(1)


def say(pilot: Pilot, pane: str, text: str) -> None:
    """Writes a line in a pane and sends it."""
    field = f"{pane}/Panel/VBoxContainer/Send/LineEdit"
    pilot.click(field)
    pilot.press("Ctrl+A")
    pilot.type_text(text)
    pilot.press("ui_text_submit")


def chat(pilot: Pilot, port: int, lines: tuple[tuple[str, str], ...] = LINES) -> None:
    """Has the server listen, the clients connect, and everybody say something."""
    server = pilot.node("Box/Server")
    server.get_node("Panel/VBoxContainer/Connect/Port").value = port
    pilot.click("Box/Server/Panel/VBoxContainer/Connect/Listen")
    wait_for(pilot, "Box/Server", "Listing on port")
    panes = [f"Box/VBoxContainer/{name}" for name in ("Client", "Client2", "Client3")]
    for pane in panes:
        host = pilot.node(f"{pane}/Panel/VBoxContainer/Connect/Host")
        host.text = f"ws://localhost:{port}/test/"
        pilot.click(f"{pane}/Panel/VBoxContainer/Connect/Connect")
        wait_for(pilot, pane, "Client just connected")
    for name, text in lines:
        pane = f"Box/VBoxContainer/{name}"
        say(pilot, pane, text)
        other = panes[0] if pane != panes[0] else panes[1]
        nick = re.match(r"/nick (.*)", text)
        wait_for(pilot, other, f"is {nick[1]} now" if nick else f"Says: {text}")


def main(path: Path) -> None:
    """Chats, and saves the picture."""
    tree = HeadlessTree()
    tree.root.size = SIZE
    pilot = Pilot(tree)
    combo = Combo()
    combo.automatic = False
    pilot.add(combo)
    chat(pilot, 8765)
    pilot.wait()
    pilot.screenshot(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("screenshot.png"))
