"""Programs in GDScript that print here what they print on a real Godot."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.gui.programs import record

NAMES = sorted(path.stem for path in record.FOLDER.glob("*.gd"))


@pytest.mark.parametrize("name", NAMES)
def test_prints_the_same(name: str, tmp_path: Path) -> None:
    record.stage(name, tmp_path)
    printed = record.printed([sys.executable, "-m", "engine"], tmp_path)
    assert printed == (record.FOLDER / f"{name}.out").read_text(encoding="utf-8")
