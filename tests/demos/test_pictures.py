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
import pytest

from tests.demos.running import ROOT

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


def paint(script: Path, picture: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "engine", "--display-driver", "dummy", "--fixed-fps", "60"]
    done = subprocess.run(
        [*command, "--strict", str(script), "--set", f"picture={picture}"],
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


@pytest.mark.parametrize("name", ["combo"])
def test_the_chat_window(name: str, tmp_path: Path) -> None:
    script, picture = tmp_path / "shown.py", tmp_path / f"{name}.png"
    script.write_text(COMBO, encoding="utf-8")
    paint(script, picture, ROOT / "demos" / "websocket_chat")
    compare(picture)
