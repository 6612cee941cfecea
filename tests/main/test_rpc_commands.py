"""`rpc-check` and `rpc-stub`."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.main.rpc_check_command import main as check
from engine.main.rpc_stub_command import main as stub
from engine.testing import expect_error

GAME_PY = """
from engine import Node, Vector2, rpc

class Base(Node):
    @rpc
    def zed(self) -> None: ...

class Game(Base):
    @rpc("any_peer", "call_local", "unreliable", 4)
    def say(self, text: str, times: int = 3) -> None: ...
    @rpc("any_peer")
    def move(self, to: Vector2, items: list[int], anything, *more): ...
    def private(self) -> None: ...
"""
GAME_GD = """extends Node

@rpc
func zed(): pass

@rpc("any_peer", "call_local", "unreliable", 4)
func say(text: String, times: int = 3): pass

@rpc("any_peer")
func move(to: Vector2, items: Array, anything, ...more): pass
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the same game twice, which is the current one."""
    (tmp_path / "game_server.py").write_text(GAME_PY)
    (tmp_path / "game_client.gd").write_text(GAME_GD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_scripts_that_fit(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(["game_server.py", "game_client.gd"]) == 0
    assert capsys.readouterr().out == "They fit: 3 remote methods.\n"


def test_a_method_that_is_missing(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "game_client.gd").write_text(GAME_GD.replace("@rpc\n", "", 1))
    assert check(["game_server.py", "game_client.gd"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "game_server.py:5: zed() is missing in game_client.gd",
        "",
        "game_server.py: 3 remote methods",
        "    0 move(3 or more) any_peer   game_server.py:11",
        "    1 say(1-2) any_peer call_local unreliable 4   game_server.py:9",
        "+   2 zed(0)   game_server.py:5",
        "",
        "game_client.gd: 2 remote methods",
        "    0 move(3 or more) any_peer   res://game_client.gd:9",
        "    1 say(1-2) any_peer call_local unreliable 4   res://game_client.gd:6",
    ]


@pytest.mark.parametrize(
    ("was", "is_now", "told"),
    [
        ('"any_peer", "call_local"', '"call_local"', "say() has mode any_peer, but authority in"),
        ('"call_local", ', "", "say() has call_local true, but false in"),
        ('"unreliable"', '"reliable"', "say() has transfer mode unreliable, but reliable in"),
        ("4)", "5)", "say() has channel 4, but 5 in"),
        (", times: int = 3", "", "say() has arguments 1-2, but 1 in"),
        ("text: String", "text: Vector2", "say() has type of text String, but Vector2 in"),
    ],
)
def test_what_differs(
    files: Path, capsys: pytest.CaptureFixture[str], was: str, is_now: str, told: str
) -> None:
    (files / "game_client.gd").write_text(GAME_GD.replace(was, is_now, 1))
    assert check(["game_server.py:Game", "game_client.gd"]) == 1
    assert capsys.readouterr().out.startswith(f"game_server.py:9: {told} res://game_client.gd:")


def test_stubs_fit_both_ways(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stub(["game_server.py", "-o", "made.gd"]) == 0
    assert stub(["game_client.gd", "-o", "made_client.py"]) == 0
    assert stub(["made.gd", "-o", "made_again.py"]) == 0
    for one, other in (
        ("game_server.py", "made.gd"),
        ("game_client.gd", "made_client.py"),
        ("game_server.py", "made_again.py"),
        ("made_client.py", "made.gd"),
    ):
        assert check([one, other]) == 0


def test_a_stub_in_gdscript(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stub(["game_server.py"]) == 0
    assert capsys.readouterr().out == (
        "extends Node\n"
        "# The other end of game_server.py: both have to have the same methods under @rpc.\n"
        '\n\n@rpc("any_peer")\n'
        "func move(to: Vector2, items: Array, anything, ...more) -> void:\n\tpass\n"
        '\n\n@rpc("any_peer", "call_local", "unreliable", 4)\n'
        "func say(text: String, times: int = 3) -> void:\n\tpass\n"
        "\n\n@rpc\nfunc zed() -> void:\n\tpass\n"
    )


def test_a_stub_in_python(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stub(["game_client.gd"]) == 0
    assert capsys.readouterr().out == (
        '"""The other end of game_client.gd: both have to have the same methods under @rpc."""\n'
        "\n"
        "from __future__ import annotations\n"
        "\n"
        "from typing import Any\n"
        "\n"
        "from engine import Node, Vector2, rpc\n"
        "\n"
        "\n"
        "class GameClient(Node):\n"
        '    @rpc("any_peer")\n'
        "    def move(self, to: Vector2, items: list, anything: Any, *more: Any) -> None:\n"
        "        pass\n"
        "\n"
        '    @rpc("any_peer", "call_local", "unreliable", 4)\n'
        "    def say(self, text: str, times: int = 3) -> None:\n"
        "        pass\n"
        "\n"
        "    @rpc\n"
        "    def zed(self) -> None:\n"
        "        pass\n"
    )


def test_what_cannot_be_looked_into(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "two.py").write_text(GAME_PY + "\nclass Other(Base):\n    pass\n")
    (files / "none.py").write_text("x = 1\n")
    (files / "bad.py").write_text("1 / 0\n")
    (files / "bad.gd").write_text("extends Node\nfunc (\n")
    for name, told in (
        ("missing.py", 'Can\'t open file "missing.py".'),
        ("two.py", 'Say which class of "two.py" it is: two.py:CLASS (Game, Other).'),
        ("two.py:Third", 'There is no node class "Third" in "two.py".'),
        ("none.py", 'There is no node class in "none.py".'),
        ("bad.py", "Failed to load script 'bad.py': division by zero"),
    ):
        assert check([name, "game_client.gd"]) == 2
        assert capsys.readouterr().err == f"{told}\n"
    with expect_error("Parse Error: Expected function name"), expect_error("Failed to load"):
        assert stub(["bad.gd"]) == 2
    assert capsys.readouterr().err == '"bad.gd" has errors.\n'


def test_how_they_are_used(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (check, stub):
        assert command(["--help"]) == 0
        assert command([]) == 2
        assert capsys.readouterr().out.count("usage: python -m engine rpc-") == 2
