"""Scenes, resources and settings as text: what real Godot says of them and makes of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.gdscript.packed_projects import PRINTED, PROJECTS, run, unpacked, write_into, written

ENGINE = [sys.executable, "-m", "engine"]


@pytest.mark.parametrize("project", sorted(PROJECTS.glob("*.txt")), ids=lambda file: file.stem)
def test_a_project_does_what_it_does_in_godot(project: Path, tmp_path: Path) -> None:
    parts = unpacked(project)
    write_into(tmp_path, parts)
    said = run(ENGINE, tmp_path)
    assert said.splitlines() == parts[PRINTED].splitlines()
    found = {PRINTED: parts[PRINTED], **written(tmp_path, parts)}
    expected = {path: text for path, text in parts.items() if path.startswith("expected:")}
    assert sorted(found) == sorted(expected)
    for path, text in expected.items():
        assert found[path].splitlines() == text.splitlines(), path
