"""`python -m tests.multiplayer.conversation_runs [CASE ...]` asks real Godot what it prints.

`conversations` is a Godot project. A case of it is a script with what the server does and what the
clients do; each of its programs plays all cases, one after another. They keep in step by files in
a folder, so that whoever runs them, the same lines come out. `expected` holds those of real
Godot: CASE.WHO.out and, of its messages, CASE.WHO.err.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.demos.running import godot, staged
from tests.godot.said import messages
from tests.multiplayer.interop_runs import free_port

PROJECT = Path(__file__).with_name("conversations")
EXPECTED = PROJECT / "expected"
WHO = ("server", "client1", "client2")
HERE = (sys.executable, "-m", "engine")

_CLIENTS = re.compile(r"^\tclients = (\d)", re.M)
_IDS = re.compile(r"\b\d{6,}\b")
_SECONDS = 60
_FPS = "250"  # they wait for each other by frames


class Said(NamedTuple):
    """What a program printed, and its messages, in one case."""

    out: str
    err: str


Outcome = dict[str, dict[str, Said]]


def clients_of(case: str) -> int:
    """How many clients a case has."""
    found = _CLIENTS.search((PROJECT / "cases" / f"{case}.gd").read_text(encoding="utf-8"))
    return int(found[1]) if found else 1


def cases() -> list[str]:
    """All cases."""
    return sorted(path.stem for path in (PROJECT / "cases").glob("*.gd"))


def play(
    names: Sequence[str], server: Sequence[str] = HERE, client: Sequence[str] = HERE
) -> Outcome:
    """Plays cases, those with one client and those with two beside each other.

    Args:
        names: the cases.
        server: how the server is started.
        client: how clients are started.
    """
    groups = [[name for name in names if clients_of(name) == number] for number in (1, 2)]
    with staged(PROJECT) as folder, ThreadPoolExecutor(len(groups)) as pool:
        commands = (server, client, client)
        played = pool.map(lambda group: _play_group(group, commands, folder), filter(None, groups))
        return {case: said for outcome in played for case, said in outcome.items()}


def _play_group(names: Sequence[str], commands: Sequence[Sequence[str]], project: Path) -> Outcome:
    who = WHO[: clients_of(names[0]) + 1]
    ports = ",".join(str(free_port()) for _ in names)
    with tempfile.TemporaryDirectory(dir="/tmp") as flags:
        environment = {**os.environ, "CASES": ",".join(names), "PORTS": ports, "FLAGS": flags}
        line = ["--headless", "--max-fps", _FPS, "--path", str(project)]
        programs = [
            subprocess.Popen(
                [*commands[index], *line],
                env={**environment, "INDEX": str(index)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for index in range(len(who))
        ]
        with ThreadPoolExecutor(len(who)) as pool:
            texts = list(pool.map(_texts, programs))
    return {
        case: {
            one: Said(_part(out, case), messages(_part(err, case)))
            for one, (out, err) in zip(who, texts, strict=True)
        }
        for case in names
    }


def _texts(program: subprocess.Popen[str]) -> tuple[str, str]:
    try:
        return program.communicate(timeout=_SECONDS)
    finally:
        program.kill()
        program.wait()


def _part(text: str, case: str) -> str:
    """What belongs to a case: from its name to `bye`; numbers that differ in each run left out."""
    found = re.search(rf"^=== {case}\n(.*?)^bye$", text, re.M | re.S)
    return _IDS.sub("ID", found[1]) if found else "(did not come to its end)\n"


def record(names: Sequence[str]) -> None:
    """Asks real Godot, and writes its answers down."""
    EXPECTED.mkdir(exist_ok=True)
    command = shlex.split(godot())
    for case, programs in play(names, command, command).items():
        for who, said in programs.items():
            (EXPECTED / f"{case}.{who}.out").write_text(said.out, encoding="utf-8")
            path = EXPECTED / f"{case}.{who}.err"
            path.unlink(missing_ok=True)
            if said.err:
                path.write_text(said.err, encoding="utf-8")


def recorded(case: str, who: str) -> Said:
    """What real Godot said."""
    out, err = EXPECTED / f"{case}.{who}.out", EXPECTED / f"{case}.{who}.err"
    told = err.read_text(encoding="utf-8") if err.exists() else ""
    return Said(out.read_text(encoding="utf-8"), told)


if __name__ == "__main__":
    record(sys.argv[1:] or cases())
