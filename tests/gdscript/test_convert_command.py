"""`python -m engine convert`."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.main.command_line import main


def test_it_writes_a_file(tmp_path: Path) -> None:
    source, target = tmp_path / "door.gd", tmp_path / "door.py"
    source.write_text("extends Node\nfunc _ready():\n\tprint(1)\n")
    assert main(["convert", str(source), "-o", str(target)]) == 0
    assert "class Door(Node):" in target.read_text()


def test_it_writes_to_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "door.gd"
    source.write_text("extends Node\n")
    assert main(["convert", str(source)]) == 0
    assert capsys.readouterr().out.endswith("class Door(Node):\n    pass\n")


def test_it_says_where_a_script_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "door.gd"
    source.write_text("extends Node\nfunc f(:\n\tpass\n")
    assert main(["convert", str(source)]) == 1
    assert capsys.readouterr().err.startswith(f"{source}:2:7: ")


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 2), (["-o"], 2), (["--nonsense", "a.gd"], 2), (["none.gd"], 1)]
)
def test_it_refuses_what_it_cannot_do(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", *arguments]) == code
    assert capsys.readouterr().err


def test_it_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "--help"]) == 0
    assert "FILE.gd" in capsys.readouterr().out
