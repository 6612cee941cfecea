"""A user's script is checked against the engine's types: the names come through, with theirs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.meta.readme_example import first_example
from tests.meta.source import ROOT

SCRIPT = """
from engine import ERR_BUSY, KEY_A, OK, Engine, Node, Signal, WebSocketPeer, export, onready, rpc
from engine.testing import HeadlessTree, expect_error, run_until


class Player(Node):
    hit = Signal(damage=int)
    speed: float = export(4.0)
    log: Node = onready("Panel/Log")

    def __init__(self) -> None:
        super().__init__()
        self.socket = WebSocketPeer()

    async def _ready(self) -> None:
        await self.get_tree().create_timer(2).timeout
        self.hit.connect(self._on_hit)
        self.hit.emit(3)
        if self.socket.connect_to_url("ws://localhost") != OK:
            self.set_process(False)

    def _on_hit(self, damage: int) -> None:
        Engine.time_scale = 0.5

    @rpc("any_peer", "call_local")
    def say(self, text: str) -> None: ...


def test_player(tree: HeadlessTree) -> None:
    player = tree.add(Player())
    reveal_type(player)
    reveal_type(player.hit)
    reveal_type(ERR_BUSY)
    reveal_type(KEY_A)
    reveal_type(Engine.time_scale)
    tree.run_until(player.hit)
    tree.run_until(player._ready())
    run_until(lambda: player.speed > 3, tree, timeout=1.0)
    with expect_error("no") as found:
        reveal_type(found[0].text)
"""
REVEALED = [
    "script.Player",
    "engine.core.signal.Signal",
    "engine.core.error.Error",
    "engine.core.input_enums.Key",
    "float",
    "str",
]


def checked(*files: Path) -> str:
    """What mypy says of some files; the engine's own are checked elsewhere."""
    arguments = ["--strict", "--follow-imports=silent", "--no-error-summary"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *arguments, *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout + done.stderr


def test_scripts_are_typed(tmp_path: Path) -> None:
    script, lamp = tmp_path / "script.py", tmp_path / "lamp.py"
    script.write_text(SCRIPT, encoding="utf-8")
    lamp.write_text(first_example()[0], encoding="utf-8")
    said = checked(script, lamp)
    assert [line for line in said.splitlines() if ": note: Revealed" not in line] == []
    revealed = re.findall(r'Revealed type is "(.*)"', said)
    assert [name.replace("builtins.", "") for name in revealed] == REVEALED
