"""A server that is stopped under load says goodbye to everybody."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from net_wire import ACCEPT, CLOSE, RawPeer, RawServer, dial, request, until

from engine.net._farewell import _links
from engine.net.websocket_peer import WebSocketPeer

ROOT = Path(__file__).parents[2]

SERVER = """
from engine import Node, TCPServer, WebSocketPeer, print_

class Server(Node):
    def _ready(self):
        self.server = TCPServer()
        self.server.listen(0, "127.0.0.1")
        self.peers = []
        print_("PORT ", self.server.get_local_port())

    def _process(self, delta):
        while self.server.is_connection_available():
            peer = WebSocketPeer()
            peer.accept_stream(self.server.take_connection())
            self.peers.append(peer)
        for peer in self.peers:
            peer.poll()
            while peer.get_available_packet_count():
                peer.send(peer.get_packet())
"""


class Busy:
    """A client that writes without a pause and reads what comes."""

    def __init__(self, port: int) -> None:
        self.raw: RawPeer = dial(port)
        self.raw.raw(request())
        assert ACCEPT.encode() in self.raw.until(b"\r\n\r\n")
        self.left = b""
        self.echoes = 0
        self.code = 0

    def step(self) -> None:
        if self.code:
            return
        try:
            self.left = self.left or b"\x82\xfe\x03\xe8\0\0\0\0" + b"x" * 1000
            self.left = self.left[self.raw.sock.send(self.left) :]
        except BlockingIOError:
            pass
        except OSError:
            self.left = b""
        for opcode, payload in self.raw.frames():
            if opcode == CLOSE:
                self.code = int.from_bytes(payload[:2], "big")
            else:
                self.echoes += 1


def test_ctrl_c_under_load_says_goodbye_to_everybody(tmp_path: Path) -> None:
    (tmp_path / "busy.py").write_text(SERVER, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "engine", "--headless", str(tmp_path / "busy.py")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline().split()[1])
        clients = [Busy(port) for _ in range(50)]

        def step() -> None:
            for client in clients:
                client.step()

        until(lambda: min(client.echoes for client in clients) >= 20, step)
        process.send_signal(signal.SIGINT)
        until(lambda: all(client.code for client in clients), step)
        assert [client.code for client in clients] == [1001] * 50
        assert process.wait(10) in (0, 130, -signal.SIGINT)
        for client in clients:
            client.raw.shut()
    finally:
        process.kill()
        process.communicate()


def test_goodbyes_go_out_in_the_order_of_the_beginnings() -> None:
    with RawServer() as listener:
        peers = [WebSocketPeer() for _ in range(200)]
        for peer in peers:
            peer.connect_to_url(f"ws://127.0.0.1:{listener.port}")
        del peers[::3], peer
        assert list(_links.values())[-len(peers) :] == [peer._link for peer in peers]
