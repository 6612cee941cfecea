"""What each program of the recorded conversations sent, this engine sends when it runs them.

Some of it is not determined: ids of objects, the times in SYNC packets and how many of these there
are, which changes travel in one DELTA packet, and when exactly a path is confirmed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.multiplayer import _wire
from tests.multiplayer.capture_replay import RECORDED, Record

ROOT = Path(__file__).parents[2]
OBJECT_ID = re.compile(rb"(\x18\0\x01\0|\x1a\0\0\0\x05\0\0\0ready\0\0\0).{8}", re.DOTALL)


def programs() -> list[tuple[str, str]]:
    """Each scenario with each of its programs."""
    found = []
    for path in sorted(RECORDED.glob("*/run.json")):
        name = path.parent.name
        clients = [row["name"] for row in json.loads(path.read_text())["run"]]
        found += [(name, program) for program in ("server", *clients)]
    return found


@cache
def answers() -> dict[str, list[tuple[int, str]]]:
    """What all programs send."""
    wanted = [word for pair in programs() for word in pair]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.multiplayer.capture_replay", folder, *wanted]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


class Sent(NamedTuple):
    """What was sent by a connection, as far as it is determined.

    Attributes:
        packets: whatever is none of the others, in order.
        confirmed: the confirmations of paths.
        syncs: number and length of each state in SYNC packets.
        deltas: number, mask and state of everything in DELTA packets, and how often.
    """

    packets: list[str]
    confirmed: list[str]
    syncs: set[tuple[bytes, int, int]]
    deltas: Counter[tuple[bytes, int, int, bytes]]


def determined(messages: list[str]) -> Sent:
    sent = Sent([], [], set(), Counter())
    for message in map(bytes.fromhex, messages):
        relayed = message[:6] if message[:2] == bytes((_wire.SYS, _wire.RELAY)) else b""
        packet = _wire.decode(message.removeprefix(relayed))
        if isinstance(packet, _wire.Sync):
            sent.syncs.update((relayed, number, len(state)) for number, state in packet.elements)
        elif isinstance(packet, _wire.Delta):
            sent.deltas.update((relayed, *element) for element in packet.elements)
        elif isinstance(packet, _wire.ConfirmPath):
            sent.confirmed.append(message.hex())
        else:
            sent.packets.append(OBJECT_ID.sub(rb"\1", message).hex())
    return sent


@pytest.mark.parametrize(("name", "program"), programs())
def test_what_is_sent(name: str, program: str) -> None:
    record = Record(name)
    conns = list(record.ids) if program == "server" else [int(program.removeprefix("client"))]
    direction = "s2c" if program == "server" else "c2s"
    for conn in conns:
        if conn not in record.ids:
            continue  # it was refused
        target = record.ids[conn] if program == "server" else 1
        found = [packet for id, packet in answers()[f"{name} {program}"] if id == target]
        assert determined(found) == determined(record.sent(direction, conn)), conn
