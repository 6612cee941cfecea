"""Where real Godot loses data, hangs or dies: the same programs, and what they do here.

`weak/NAME.gd` is a program that shows a flaw of the real engine, `weak/NAME.peer.py` the other end
where there is one; `weak/godot/` holds what real Godot made of it. `weak/NAME.out`
and `.peer.out` are what has to come of it here, in full: each of them was looked at by a person.
They are run by the tool that recorded them, each against its peer, as a process of its own.

A few programs wait for something that never comes in Godot; `SHORTER` says what is put in, or cut
short, so that they need not wait as long here.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from net_programs import at_work, check

from tests.godot.recorded import ROOT

WEAK = Path(__file__).parent / "weak"
NAMES = sorted(path.stem for path in WEAK.glob("*.gd"))
DOCUMENT = ROOT / "docs" / "networking.md"

SHORTER = {
    # The timeouts are 30 s, so as not to surprise a script that waits; here they are shorter.
    "ws_no_timeout": {
        "var ws = WebSocketPeer.new()": "var ws = WebSocketPeer.new()\n"
        "\tws.handshake_timeout = 0.5\n\tws.close_timeout = 0.5"
    },
    "ws_server_flaws": {
        "var ws = WebSocketPeer.new()": "var ws = WebSocketPeer.new()\n"
        "\t\tws.handshake_timeout = 0.2"
    },
    # Two requests are not sent at all: nothing is to be waited for.
    "ws_request_flaws": {'" -> ", err)': '" -> ", err)\n\tif err != OK:\n\t\treturn'},
    # How many bytes are not zero, beside how many there are.
    "tcp_garbage": {
        '" bytes ", r[1].size())': '" bytes ", r[1].size(), " zeros ", r[1].count(0))',
        '" first ", r[1].slice(0, 2))': '" first ", r[1].slice(0, 2), " zeros ", r[1].count(0))',
    },
}


def stage(folder: Path, name: str) -> None:
    """Puts a program, what belongs to it and what is expected of it into a folder."""
    text = (WEAK / f"{name}.gd").read_bytes().decode("utf-8")  # with its line breaks
    for theirs, shorter in SHORTER.get(name, {}).items():
        assert theirs in text, (name, theirs)
        text = text.replace(theirs, shorter)
    (folder / f"{name}.gd").write_bytes(text.encode("utf-8"))
    for path in WEAK.glob(f"{name}.*"):
        if path.is_dir():
            shutil.copytree(path, folder / path.name)
        elif path.suffix != ".gd":
            shutil.copy(path, folder)


@pytest.fixture(scope="module")
def runs(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[str]]]:
    """All chosen programs at work."""

    def run(name: str) -> str:
        folder = tmp_path_factory.mktemp(name)
        stage(folder, name)
        return check(folder, name)

    with at_work(request, "test_here", run) as found:
        yield found


@pytest.mark.parametrize("name", NAMES)
def test_here(name: str, runs: dict[str, Future[str]]) -> None:
    assert runs[name].result() == ""


@pytest.mark.parametrize("name", NAMES)
def test_godot_does_otherwise(name: str) -> None:
    """What is expected here is not what the real one was recorded doing."""
    differs = False
    for end in ("out", "peer.out", "rc"):
        theirs, ours = WEAK / "godot" / f"{name}.{end}", WEAK / f"{name}.{end}"
        assert theirs.exists() or not ours.exists(), ours
        if theirs.exists():
            differs |= not ours.exists() or theirs.read_text("utf-8") != ours.read_text("utf-8")
    assert differs


def test_the_table_names_them_all() -> None:
    named = re.findall(r"`((?:tcp|tls|wss?)_\w+)`", DOCUMENT.read_text("utf-8"))
    assert sorted(set(named) & set(NAMES)) == NAMES
