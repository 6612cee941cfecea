"""Recorded conversations, replayed to one of the programs that took part.

The program is the scenario that was recorded, run by this engine, alone, on a clock of its own. Its
peer hands it what the others sent, at the times at which that came, and keeps what it sends: which
has to be what the recorded program sent. As a program this replays all that it is told, and prints
what came of them:

    python -m tests.multiplayer.capture_replay FOLDER SCENARIO PROGRAM [SCENARIO PROGRAM ...]
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import deque
from pathlib import Path
from typing import Any, NamedTuple

from engine import (
    ManualClock,
    MultiplayerPeer,
    MultiplayerPeerExtension,
    Node,
    PackedByteArray,
    ResourceLoader,
    SceneTree,
)
from engine.core.error import OK

RECORDED = Path(__file__).parents[1] / "godot" / "recorded" / "multiplayer" / "captures"
_FRAMES = 60  # in a second, as the recorded programs ran
_LONGEST = 15 * _FRAMES
_BINARY, _CLOSE = 2, 8
_LATE = 100  # milliseconds
_EARLY = {"rpc_modes": 8}  # milliseconds: where frames began earlier than here
_SEND_LEFT = 20  # frames that go on after everything was handed over


class Event(NamedTuple):
    """Something that happened at the other end of a connection.

    Attributes:
        time: when, in milliseconds.
        conn: at which connection.
        data: what was sent; None for the end.
    """

    time: int
    conn: int
    data: bytes | None


class Record:
    """A recorded conversation.

    Attributes:
        ids: the id that each connection's client was given.
        begin: when each connection began.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        folder = RECORDED / name
        lines = (folder / "traffic.jsonl").read_text().splitlines()
        self.rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
        self.ids: dict[int, int] = {}
        self.begin: dict[int, int] = {}
        for row in self.rows:
            conn = row["conn"]
            self.begin.setdefault(conn, row["t"])
            if conn not in self.ids and row["dir"] == "s2c" and row.get("opcode") == _BINARY:
                self.ids[conn] = int.from_bytes(bytes.fromhex(row["hex"]), "little")
                row["is_id"] = True

    def came(self, direction: str, conns: set[int]) -> list[Event]:
        """What came by some connections in one direction, the id message among it.

        An end that answers one's own comes somewhat later than it was recorded: one may be late.
        """
        events, closed_here = [], set()
        for row in self.rows:
            conn = row["conn"]
            if conn not in conns:
                continue
            ends = row.get("eof") or row.get("opcode") == _CLOSE
            if row["dir"] != direction:
                closed_here |= {conn} if ends else set()
            elif row.get("opcode") == _BINARY:
                events.append(Event(row["t"], conn, bytes.fromhex(row["hex"])))
            elif row.get("eof"):
                late = _LATE if conn in closed_here else 0
                events.append(Event(row["t"] + late, conn, None))
        return events

    def sent(self, direction: str, conn: int) -> list[str]:
        """The messages of a connection in one direction, the id message left out."""
        return [
            row["hex"]
            for row in self.rows
            if row["conn"] == conn
            and row["dir"] == direction
            and row.get("opcode") == _BINARY
            and not row.get("is_id")
        ]


class ReplayPeer(MultiplayerPeerExtension):
    """Hands out what was recorded, and keeps what is sent."""

    def __init__(self, record: Record, program: str, clock: ManualClock) -> None:
        super().__init__()
        self.record, self.clock = record, clock
        self.is_host = program == "server"
        self.status = MultiplayerPeer.CONNECTION_DISCONNECTED
        self.id = 0
        self.target = 0
        self.started = 0.0
        self.sent: list[tuple[int, str]] = []
        self.inbox: deque[tuple[int, bytes]] = deque()
        self.joined: list[int] = []
        if self.is_host:
            self.own = set(record.ids)
            arrivals = [e for e in record.came("s2c", self.own) if self._is_id(e)]
            self.events = sorted(arrivals + record.came("c2s", self.own), key=lambda e: e.time)
        else:
            conn = int(program.removeprefix("client"))
            self.own = {conn}
            self.events = record.came("s2c", self.own)
        first = 0 if self.is_host else record.begin[min(self.own)]
        self.waiting = deque(event._replace(time=event.time - first) for event in self.events)

    def _is_id(self, event: Event) -> bool:
        known = self.record.ids.get(event.conn)
        return known is not None and event.data == known.to_bytes(4, "little")

    # As scenarios use it

    def create_server(self, port: int, address: str) -> int:
        self.status, self.id = MultiplayerPeer.CONNECTION_CONNECTED, 1
        self.started = self.clock.now()
        return OK

    def create_client(self, url: str) -> int:
        self.status = MultiplayerPeer.CONNECTION_CONNECTING
        self.started = self.clock.now()
        return OK

    def get_peer(self, id: int) -> ReplayPeer:
        return self

    def get_close_code(self) -> int:
        return -1

    def get_close_reason(self) -> str:
        return ""

    # As the engine uses it

    def _poll(self) -> None:
        now = (self.clock.now() - self.started) * 1000.0 + _EARLY.get(self.record.name, 0)
        due: list[Event] = []
        while self.waiting and self.waiting[0].time <= now and self.status:
            due.append(self.waiting.popleft())
            if self.is_host and self._is_id(due[-1]):
                break  # what comes next answers to what is sent now
        gone = {self._other(event) for event in due if event.data is None}
        for event in due:
            if event.data is not None:
                self._take(self._other(event), event)
        gone &= set(self.joined)
        self.joined = [id for id in self.joined if id not in gone]
        for id in sorted(gone):
            self.peer_disconnected.emit(id)
            if not self.is_host:
                self.status = MultiplayerPeer.CONNECTION_DISCONNECTED

    def _other(self, event: Event) -> int:
        return self.record.ids[event.conn] if self.is_host else 1

    def _take(self, sender: int, event: Event) -> None:
        if self._is_id(event) and sender not in self.joined:
            self.joined.append(sender)
            if not self.is_host:
                self.status = MultiplayerPeer.CONNECTION_CONNECTED
                self.id = self.record.ids[event.conn]
            self.peer_connected.emit(sender)
        elif sender in self.joined and event.data is not None:
            self.inbox.append((sender, event.data))

    def _get_available_packet_count(self) -> int:
        return len(self.inbox)

    def _get_packet_script(self) -> PackedByteArray:
        return PackedByteArray(self.inbox.popleft()[1])

    def _put_packet_script(self, buffer: PackedByteArray) -> int:
        targets = [self.target] if self.target > 0 else self.joined
        packet = bytes(buffer).hex()
        self.sent += [(id, packet) for id in targets if id in self.joined and id != -self.target]
        return OK

    def _get_packet_peer(self) -> int:
        return self.inbox[0][0]

    def _get_packet_channel(self) -> int:
        return 0

    def _get_packet_mode(self) -> int:
        return 2

    def _get_max_packet_size(self) -> int:
        return 1 << 24

    def _get_unique_id(self) -> int:
        return self.id

    def _is_server(self) -> bool:
        return self.is_host

    def _get_connection_status(self) -> int:
        return self.status

    def _close(self) -> None:
        self.status, self.id = MultiplayerPeer.CONNECTION_DISCONNECTED, 0
        self.inbox.clear()

    def _disconnect_peer(self, peer: int, force: bool) -> None:
        if peer in self.joined:
            self.joined.remove(peer)
            if not force:
                self.peer_disconnected.emit(peer)

    def _set_target_peer(self, peer: int) -> None:
        self.target = peer

    def _set_transfer_mode(self, mode: int) -> None:
        pass

    def _get_transfer_mode(self) -> int:
        return 2

    def _set_transfer_channel(self, channel: int) -> None:
        pass

    def _get_transfer_channel(self) -> int:
        return 0

    def _is_server_relay_supported(self) -> bool:
        return True


class Main(Node):
    """/root/Main, as the recorded programs had it."""

    def __init__(self, peer: ReplayPeer) -> None:
        super().__init__()
        self.name = "Main"
        self.peer = peer

    def make_peer(self) -> ReplayPeer:
        """The peer that a scenario makes."""
        return self.peer


def stage(folder: Path) -> None:
    """Puts all scenarios into one project, each in a folder of its own."""
    for source in RECORDED.iterdir():
        if not (source / "run.json").exists():
            continue
        target = folder / source.name
        target.mkdir()
        scripts = [p for p in source.iterdir() if p.suffix in (".gd", ".tscn")]
        for path in (*scripts, RECORDED / "runner" / "base.gd"):
            text = path.read_text().replace("res://", f"res://{source.name}/")
            text = text.replace(
                "WebSocketMultiplayerPeer.new()", 'get_node("/root/Main").make_peer()'
            )
            (target / path.name).write_text(text.replace(": WebSocketMultiplayerPeer", ""))
    (folder / "project.godot").write_text("config_version=5\n")


def replay(name: str, program: str) -> list[tuple[int, str]]:
    """What a program sends when it is handed what was recorded: pairs of target and packet."""
    clock = ManualClock()
    tree = SceneTree(clock)
    record = Record(name)
    peer = ReplayPeer(record, program, clock)
    main = Main(peer)
    game = ResourceLoader.load(f"res://{name}/scenario.gd")()
    game.name = "Game"
    game.role = re.sub("[0-9]", "", program)
    game.index = int(program.removeprefix("client")) if game.role == "client" else 0
    tree.root.add_child(main)
    main.add_child(game)
    game.start()
    left = _SEND_LEFT
    for _ in range(_LONGEST):
        clock.advance(1.0 / _FRAMES)
        tree.tick()
        left -= not peer.waiting
        if left < 0 or tree.is_quitting:
            break
    tree.finalize()
    return peer.sent


def main(folder: Path, wanted: list[str]) -> None:
    """Replays, and prints the answers as one JSON line."""
    from engine.gdscript import project

    stage(folder)
    os.chdir(folder)
    project.open_project(folder)
    pairs = zip(wanted[::2], wanted[1::2], strict=True)
    answers = {f"{name} {program}": replay(name, program) for name, program in pairs}
    print("\n" + json.dumps(answers))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
