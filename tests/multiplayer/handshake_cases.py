"""Recorded handshakes of the real engine, run again with ours in its place.

The other end is a bare socket that sends the recorded bytes. What the engine's program prints, what
it sends back and how it ends are put down in the words of the recording.
"""

from __future__ import annotations

import itertools
import json
from typing import Any

from engine.core import output
from engine.core.clock import ManualClock
from engine.core.error import OK
from engine.core.node_path import NodePath
from engine.multiplayer.scene_multiplayer import SceneMultiplayer
from engine.multiplayer.websocket_multiplayer_peer import WebSocketMultiplayerPeer
from tests.godot.recorded import data_folder
from tests.net.net_wire import RawPeer, RawServer, accept_for, dial, header, mask, pause

CASES: list[dict[str, Any]] = json.loads(
    (data_folder("multiplayer") / "handshake.json").read_text(encoding="utf-8")
)["cases"]

Case = dict[str, Any]
_QUIET = 8  # rounds without anything new, each of a millisecond
_PLAIN = ["GET / HTTP/1.1", "Host: x", "Upgrade: websocket"]
_SILENT = ("no answer", "half a request then silence")  # here time decides


def bytes_of(hex_text: str) -> bytes:
    """Recorded bytes, of which the many equal ones at the end are left out."""
    if "..." not in hex_text:
        return bytes.fromhex(hex_text)
    shown, _, rest = hex_text.partition("...")
    data, size = bytes.fromhex(shown), int(rest.split("(")[1].split()[0])
    period = next(
        n for sure in (8, 4, 1) for n in range(1, 9) if data[-sure:] == data[-sure - n : -n]
    )
    return (data + data[-period:] * (size // period))[:size]


def line_of(text: str) -> str:
    """A recorded header line; a long one is cut short."""
    if "... (" not in text:
        return text
    shown, _, rest = text.partition("... (")
    return shown + shown[-1] * (int(rest.split()[0]) - len(shown))


class Program:
    """The engine's side: a peer, SceneMultiplayer, and what it prints.

    Args:
        case: the recording.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.printed: list[str] = []
        self.clock = ManualClock()
        self.peer = WebSocketMultiplayerPeer(clock=self.clock)
        self.websocket: Any = None
        env = case.get("env", {})
        if "PROTO" in env:
            self.peer.supported_protocols = env["PROTO"].split(",")
        if "HDR" in env:
            self.peer.handshake_headers = env["HDR"].split(",")
        self.sends = [int(size) for size in env.get("SEND", "").split(",") if size]
        self.api = SceneMultiplayer()
        self.api.root_path = NodePath("/root")
        self._connect_signals(self.api)

    def _connect_signals(self, api: SceneMultiplayer) -> None:
        say = self.printed.append
        api.connected_to_server.connect(
            lambda: say(f"connected_to_server id {api.get_unique_id()}")
        )
        api.connection_failed.connect(lambda: say("connection_failed"))
        api.server_disconnected.connect(lambda: say("server_disconnected"))
        api.peer_connected.connect(self._peer_came)
        api.peer_disconnected.connect(lambda peer: say(f"peer_disconnected {self._named(peer)}"))
        api.peer_packet.connect(
            lambda _, data: say(f"peer_packet {len(data)} {bytes(data[:8]).hex()}")
        )

    def _named(self, peer: int) -> str:
        return str(peer) if peer == 1 else "ID"

    def _peer_came(self, peer: int) -> None:
        self.printed.append(f"peer_connected {self._named(peer)}")
        for size in self.sends:
            self.printed.append(f"send {size} -> {int(self.api.send_bytes(bytes(size), peer))}")

    def listen(self) -> int:
        assert self.peer.create_server(0, "127.0.0.1") is OK
        self.api.multiplayer_peer = self.peer
        assert self.peer._server is not None
        return self.peer._server.get_local_port()

    def dial(self, port: int) -> None:
        path = self.case.get("env", {}).get("URLPATH", "")
        assert self.peer.create_client(f"ws://127.0.0.1:{port}{path}") is OK
        self.websocket = self.peer.get_peer(1)
        self.api.multiplayer_peer = self.peer

    def end(self) -> list[str]:
        """Everything that was printed, equal lines together."""
        if self.websocket is not None:
            code, reason = self.websocket.get_close_code(), self.websocket.get_close_reason()
            state = int(self.websocket.get_ready_state())
            self.printed.append(f"close code {code} reason '{reason}' state {state}")
        status, peers = int(self.peer.get_connection_status()), len(self.api.get_peers())
        self.printed.append(f"end status {status} peers {peers}")
        lines = []
        for line, same in itertools.groupby(self.printed):
            count = len(list(same))
            lines.append(line if count == 1 else f"{line} ({count} times)")
        return lines


class Run:
    """One case: what both ends saw.

    Args:
        case: the recording.

    Attributes:
        printed: what the engine's program printed.
        sent_back: the frames that it sent.
        request: the lines of its request, for a client.
        answered: the lines of its answer, for a server.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.request: list[str] = []
        self.answered: list[str] = []
        self.program = Program(case)
        with output.handler(lambda message: self.program.printed.append(f"ERR {message.text}")):
            raw = self._client() if case["engine"] == "client" else self._server()
            self._settle(raw)
            for _, frames in case.get("later", []):
                raw.raw(bytes_of(frames))
                self._settle(raw)
            if case["case"] in _SILENT:
                self.program.clock.advance(4.0)
                self._settle(raw)
            self.printed = self.program.end()
        self.sent_back = frames_in(self._behind_header(raw.buffer))
        self.program.peer.close()
        raw.shut()

    def _client(self) -> RawPeer:
        with RawServer() as listener:
            self.program.dial(listener.port)
            raw = listener.accept(self.program.api.poll)
            self.port = listener.port
        asked = raw.until(b"\r\n\r\n", self.program.api.poll)
        self.request = asked.decode().split("\r\n")[:-2]
        answer = self.case["response"]
        if answer is not None:
            accept = accept_for(header(asked, "sec-websocket-key"))
            lines = [line_of(line).replace("<accept>", accept) for line in answer]
            raw.raw("\r\n".join([*lines, "", ""]).encode() + bytes_of(self.case["frames"]))
        return raw

    def _server(self) -> RawPeer:
        raw = dial(self.program.listen())
        if "request" in self.case:
            lines = [line_of(line) for line in self.case["request"]]
            asked = "\r\n".join([*lines, "", ""]).encode()
        else:
            asked = "\r\n".join(_PLAIN).encode()
        raw.raw(asked + bytes_of(self.case["frames"]))
        return raw

    def _settle(self, raw: RawPeer) -> None:
        """Polls until nothing new happens."""
        before, quiet = (0, 0), 0
        while quiet < _QUIET:
            self.program.api.poll()
            raw.fill()
            pause()
            seen = len(self.program.printed), len(raw.buffer)
            quiet = quiet + 1 if seen == before else 0
            before = seen

    def _behind_header(self, data: bytes) -> bytes:
        if self.case["engine"] == "client" or not data:
            return data
        head, _, frames = data.partition(b"\r\n\r\n")
        self.answered = head.decode().split("\r\n")
        return frames


def frames_in(data: bytes) -> list[str]:
    """Frames in the words of the recording: opcode, length, the first bytes."""
    found = []
    while data:
        size, at = data[1] & 0x7F, 2
        if size == 126:
            size, at = int.from_bytes(data[2:4], "big"), 4
        key = b""
        if data[1] & 0x80:
            key, at = data[at : at + 4], at + 4
        payload = data[at : at + size]
        assert len(payload) == size
        text = mask(payload, key).hex() if key else payload.hex()
        found.append(f"{data[0] & 0xF}{'' if data[0] & 0x80 else '~'}[{size}] {text[:24]}")
        data = data[at + size :]
    return found
