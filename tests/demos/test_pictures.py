"""The demos look as they did: their pictures, painted on SDL's dummy driver, against kept ones.

After a change that is meant to be seen, `SCENETICK_KEEP_PICTURES=1` keeps the new ones.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pygame

from tests.demos.running import CHAT, DICE, ROOT

KEPT = Path(__file__).with_name("pictures")
SHADES = 24  # by which a value may differ before it counts
OTHERWISE = 0.002  # this part of the values may: other versions round the edges of glyphs otherwise
COMBO = """from combo import Combo
from engine import RenderingServer, export


class Shown(Combo):
    picture: str = export("")

    async def _ready(self) -> None:
        for _ in range(3):
            await self.get_tree().process_frame
        await RenderingServer.frame_post_draw
        self.get_viewport().get_texture().get_image().save_png(self.picture)
        self.get_tree().quit()
"""
TURNS = """from combo import Combo
from engine import RenderingServer, export, seed


class Shown(Combo):
    picture: str = export("")

    async def _ready(self) -> None:
        seed(2)
        host, *guests = self.grid.get_children()
        host.host_game()
        for guest in guests:
            guest.join_game()
            while any(guest.nick not in self.names(pane) for pane in (host, guest)):
                await self.get_tree().process_frame
        for player in (host, *guests, host):
            while player.game.action.disabled:
                await self.get_tree().process_frame
            player.game.act()
        while not all(pane.game.turn == 1 for pane in guests):
            await self.get_tree().process_frame
        await RenderingServer.frame_post_draw
        self.get_viewport().get_texture().get_image().save_png(self.picture)
        self.get_tree().quit()

    def names(self, pane) -> list[str]:
        return [pane.game.names.get_item_text(at) for at in range(pane.game.names.item_count)]
"""


def paint(script: Path, picture: Path, folder: Path, *settings: str) -> None:
    command = [sys.executable, "-m", "engine", "--display-driver", "dummy", "--fixed-fps", "60"]
    command += ["--strict", str(script)]
    for setting in (f"picture={picture}", *settings):
        command += ["--set", setting]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={
            **os.environ,
            "SDL_VIDEODRIVER": "dummy",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(folder)]),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def compare(picture: Path) -> None:
    kept = KEPT / picture.name
    if os.environ.get("SCENETICK_KEEP_PICTURES"):
        shutil.copy(picture, kept)
    now, before = (pygame.image.load(path) for path in (picture, kept))
    assert now.get_size() == before.get_size()
    pair = (pygame.image.tobytes(one, "RGB") for one in (now, before))
    values = now.get_width() * now.get_height() * 3
    other = sum(abs(a - b) > SHADES for a, b in zip(*pair, strict=True)) / values
    assert other <= OTHERWISE, f"{other:.2%} of {picture} is not as in {kept}"


def test_the_gallery(tmp_path: Path) -> None:
    picture = tmp_path / "gallery.png"
    paint(ROOT / "demos" / "gui_gallery" / "gallery.py", picture, tmp_path)
    compare(picture)


def test_the_chat_window(tmp_path: Path) -> None:
    script, picture = tmp_path / "shown.py", tmp_path / "combo.png"
    script.write_text(COMBO, encoding="utf-8")
    paint(script, picture, CHAT)
    compare(picture)


def test_the_turn_game(tmp_path: Path, port: int) -> None:
    script, picture = tmp_path / "shown.py", tmp_path / "turns.png"
    script.write_text(TURNS, encoding="utf-8")
    paint(script, picture, DICE, f"port={port}")
    compare(picture)
