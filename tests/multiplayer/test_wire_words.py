"""Packets in words: of every recorded conversation, of files, and while they are sent."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.main import wire_command
from engine.main.command_line import main
from engine.multiplayer import _wire
from engine.multiplayer._trace import Trace
from engine.multiplayer._wire_words import Telling, values_of
from engine.testing.multiplayer_links import MultiplayerNetwork
from tests.godot.recorded import data_folder
from tests.net.net_wire import free_port

CAPTURES = sorted((data_folder("multiplayer") / "captures").glob("*/traffic.jsonl"))
# What a recorded reading calls a packet, and how its words begin here.
KINDS = {
    "your id": "ID ", "SIMPLIFY_PATH": "PATH ", "CONFIRM_PATH": "PATH ", "RPC": "RPC ",
    "RAW": "RAW ", "SPAWN": "SPAWN ", "DESPAWN": "DESPAWN ", "SYNC": "SYNC ", "DELTA": "DELTA ",
    "SYS AUTH": "AUTH ", "SYS ADD_PEER": "PEER ", "SYS DEL_PEER": "PEER ", "SYS RELAY": "RELAY ",
    "CLOSE": "CLOSE ",
}  # fmt: skip
WHOLE_OBJECTS = "objects"  # the scenario that sends some; they are not taken apart
PATH = re.compile(r"\(([^()]*[A-Za-z.][^()]*)\)")


def words_of(path: Path) -> list[tuple[str, str]]:
    """The recorded reading of each message, and ours."""
    data = path.read_bytes()
    rows: list[dict[str, Any]] = [json.loads(line) for line in data.decode().splitlines()]
    readings = [row.get("is", "") for row in rows if "hex" in row]
    words = list(wire_command.explain(wire_command.captured(data)))
    assert len(words) == len(readings)
    return list(zip(readings, words, strict=True))


@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.parent.name)
def test_recorded_conversations(path: Path) -> None:
    for reading, words in words_of(path):
        said = re.sub(r"^ *\d+ ms  \d+ \wc?2?\w+  ", "", words)
        if reading:
            kind = next(kind for kind in KINDS if reading.startswith(kind))
            assert said.startswith(KINDS[kind])
        for node in re.findall(r"(?:path|id|id \d+ =) ([\w/. ✓é]+?)(?:,| \(| mask|$)", reading):
            if not node.isdigit() and "/" in node:
                assert node in said
        for node in re.findall(r" id \d+ \(([^)]+)\)", reading):
            assert node in said
        assert "unknown" not in said
        assert "WRONG" not in said or path.parent.name == WHOLE_OBJECTS


def test_numbers_get_their_names() -> None:
    telling = Telling()
    said = [
        telling.explain(_wire.encode_simplify_path("a" * 32, 1, "Main/Spawner"), 1),
        telling.explain(_wire.encode_simplify_path("b" * 32, 1, "Other"), 7),
        telling.explain(_wire.encode_spawn(0, 1, 5, [6], "Hero", None, b"\x02\x64\x81"), 1),
        telling.explain(_wire.encode_delta([(6, 0b101, b"\x02\x05\x01")]), 1),
        telling.explain(_wire.encode_sync(9, [(_wire.BY_PATH | 1, b"\1")]), 7),
        telling.explain(_wire.encode_despawn(5), 1),
        telling.explain(_wire.encode_despawn(5), 7),
    ]
    assert said == [
        f"PATH #1 is Main/Spawner from now on (methods {'a' * 32})",
        f"PATH #1 is Other from now on (methods {'b' * 32})",
        "SPAWN Hero (net id 5) by Main/Spawner #1, scene 0, synchronizers [6], state 100, true",
        "DELTA Hero's synchronizer 0 (net id 6) bits 0 2 = 5, false",
        "SYNC at 9: Other #1 = false",
        "DESPAWN Hero (net id 5)",
        "DESPAWN an unknown node (net id 5)",
    ]


@pytest.mark.parametrize(
    ("packet", "sender", "words"),
    [
        ("07030500000003" + "6869", 1, "RELAY from 5: RAW <2 bytes 6869 'hi'>"),
        ("07030000000003" + "6869", 4, "RELAY to all: RAW <2 bytes 6869 'hi'>"),
        ("0703fbffffff03" + "6869", 4, "RELAY to all but 5: RAW <2 bytes 6869 'hi'>"),
        ("0700", 4, "AUTH done"),
        ("07", 1, "NO PACKET: Invalid packet received. Size too small. <1 bytes 07>"),
        ("000102", 1, "RPC an unknown node #1, method 2 (WRONG: no arguments)"),
        (
            "000102020205026303",
            1,
            "RPC an unknown node #1, method 2 (5, 99, WRONG: <1 bytes 03> left over)",
        ),
        ("00010203020502", 1, "RPC an unknown node #1, method 2 (5, WRONG: no value <1 bytes 02>)"),
        ("40010280" + "00", 1, "RPC an unknown node #1, method 2 of rpc_config() ()"),
    ],
)
def test_what_is_odd_is_told(packet: str, sender: int, words: str) -> None:
    assert Telling().explain(bytes.fromhex(packet), sender) == words


def test_long_lists_are_cut() -> None:
    text = values_of(b"\x02\x05" * 500)
    assert text.endswith("... (1000 bytes)")
    assert len(text) < 330


# Files -------------------------------------------------------------------------------------------


def lines_of(data: bytes) -> list[str]:
    return list(wire_command.explain(wire_command.captured(data)))


def test_lines_of_digits() -> None:
    text = b"# mine\ns2c 05000000\nc2s 03 6869  # greeting\n\n0700\n"
    assert lines_of(text) == ["1 s2c  ID you are 5", "1 c2s  RAW <2 bytes 6869 'hi'>", "AUTH done"]


def test_frames_of_websockets() -> None:
    down = bytes.fromhex("820405000000" + "0202" + "0701" + "8004" + "09000000" + "880203e8")
    assert lines_of(down) == [
        "1 s2c  ID you are 5",
        "1 s2c  PEER 9 has come",
        "1 s2c  CLOSE 1000",
    ]
    up = bytes.fromhex("8283" + "01020304" + "026a6a" + "898001020304")
    assert lines_of(up) == ["1 c2s  RAW <2 bytes 6869 'hi'>", "1 c2s  PING <no bytes>"]


def test_one_packet() -> None:
    assert lines_of(bytes.fromhex("0701ff000000")) == ["PEER 255 has come"]


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "packets.txt"
    path.write_text("0700\n")
    assert main(["wire", str(path)]) == 0
    assert capsys.readouterr().out == "AUTH done\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"036869\n")))
    assert main(["wire", "-"]) == 0
    assert capsys.readouterr().out == "RAW <2 bytes 6869 'hi'>\n"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("0700\nhello\n", "line 2 is no packet"),
        ('{"hex": "0700"}\n{"hex": "0"}\n', "line 2 is not understood"),
        (None, "No such file"),
    ],
)
def test_what_is_no_capture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, complaint: str
) -> None:
    path = tmp_path / "packets.txt"
    if content is not None:
        path.write_text(content)
    assert main(["wire", str(path)]) == 1
    assert complaint in capsys.readouterr().err
    assert main(["wire"]) == 2


# While it happens --------------------------------------------------------------------------------


def test_a_trace_tells_both_ways() -> None:
    network = MultiplayerNetwork()
    server, client = network.create_server(), network.create_client()
    server.poll()
    client.poll()
    lines: list[str] = []
    trace = Trace(lines.append)
    trace.begin()
    server._send_packets(_wire.encode_raw(b"hi"), [2], 2, 0)
    client._send_packet(_wire.encode_relay(-3, _wire.encode_raw(b"x")), 1, 2, 0)
    client.poll()
    server.poll()
    assert client._next_packet() is not None
    assert client._next_packet() is None
    assert server._next_packet() is not None
    trace.end()
    server._send_packet(b"\3quiet", 2, 2, 0)
    assert lines == [
        "1 -> 2: RAW <2 bytes 6869 'hi'>",
        "2 -> 1: RELAY to all but 3: RAW <1 bytes 78>",
        "2 <- 1: RAW <2 bytes 6869 'hi'>",
        "1 <- 2: RELAY to all but 3: RAW <1 bytes 78>",
    ]


def test_the_recordings_are_there() -> None:
    assert len(CAPTURES) > 20


SENDER = """
from engine import Node, SceneMultiplayer, WebSocketMultiplayerPeer


class Sender(Node):
    def _ready(self):
        self.server, self.client = WebSocketMultiplayerPeer(), WebSocketMultiplayerPeer()
        self.server.create_server({port}, "127.0.0.1")
        self.multiplayer.multiplayer_peer = self.server
        self.multiplayer.peer_packet.connect(lambda peer, data: self.get_tree().quit())
        self.other = SceneMultiplayer()
        self.get_tree().set_multiplayer(self.other, "/root/Sender/Elsewhere")
        self.client.create_client("ws://127.0.0.1:{port}")
        self.other.multiplayer_peer = self.client
        self.other.connected_to_server.connect(self.connected)

    def connected(self):
        self.other.send_bytes(b"hello", 1)
"""


def test_a_run_is_traced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "sender.py"
    script.write_text(SENDER.format(port=free_port()))
    assert main(["--headless", "--trace-multiplayer", "--quit-after", "600", str(script)]) == 0
    lines = re.sub(r"\b\d{3,}\b", "ID", capsys.readouterr().err).splitlines()
    assert lines == [
        "ID -> 1: RAW <5 bytes 68656c6c6f 'hello'>",
        "1 <- ID: RAW <5 bytes 68656c6c6f 'hello'>",
    ]
