"""An echo server of ours, as a process of its own: `echo.py [--tls FOLDER] [--deflate]`.

It prints `PORT n`, and for each connection that has ended a line of JSON: code and reason of its
close, its sub-protocol, and whether it was compressed. The text `close CODE REASON` has it close,
`ping` has it ping by its heartbeat, `end` ends it.
"""

from __future__ import annotations

import argparse
import json
import select
from pathlib import Path

from engine import (
    CryptoKey,
    StreamPeerTLS,
    TCPServer,
    TLSOptions,
    WebSocketPeer,
    X509Certificate,
)

LARGEST = 4 << 20


class Echo:
    """The server."""

    def __init__(self, options: TLSOptions | None, deflate: bool) -> None:
        self.server = TCPServer()
        assert self.server.listen(0, "127.0.0.1") == 0
        self.options = options
        self.deflate = deflate
        self.peers: list[WebSocketPeer] = []
        self.ended = False

    def accept(self) -> None:
        peer = WebSocketPeer()
        peer.supported_protocols = ["chat"]
        peer.inbound_buffer_size = peer.outbound_buffer_size = LARGEST
        peer.permessage_deflate = self.deflate
        stream = self.server.take_connection()
        if self.options is not None:
            encrypted = StreamPeerTLS()
            encrypted.accept_stream(stream, self.options)
            assert peer.accept_stream(encrypted) == 0
        else:
            assert peer.accept_stream(stream) == 0
        self.peers.append(peer)

    def poll(self) -> None:
        while self.server.is_connection_available():
            self.accept()
        for peer in list(self.peers):
            peer.poll()
            while peer.get_ready_state() == peer.STATE_OPEN and peer.get_available_packet_count():
                self.answer(peer, bytes(peer.get_packet()))
            if peer.get_ready_state() == peer.STATE_CLOSED:
                self.peers.remove(peer)
                told = [peer.get_close_code(), peer.get_close_reason()]
                print(json.dumps([*told, peer.get_selected_protocol()]), flush=True)

    def answer(self, peer: WebSocketPeer, data: bytes) -> None:
        words = data.decode("utf-8", "replace").split(" ", 2)
        if not peer.was_string_packet():
            peer.send(data)
        elif words[0] == "close":
            peer.close(int(words[1]), words[2])
        elif words[0] == "ping":
            peer.heartbeat_interval = 0.02
        elif words[0] == "end":
            self.ended = True
        else:
            peer.send_text(data.decode())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tls", type=Path)
    parser.add_argument("--deflate", action="store_true")
    said = parser.parse_args()
    options = None
    if said.tls is not None:
        key, certificate = CryptoKey(), X509Certificate()
        assert key.load(str(said.tls / "key.pem")) == 0
        assert certificate.load(str(said.tls / "certificate.pem")) == 0
        options = TLSOptions.server(key, certificate)
    echo = Echo(options, said.deflate)
    print("PORT", echo.server.get_local_port(), flush=True)
    while not echo.ended:
        echo.poll()
        select.select((), (), (), 0.001)


if __name__ == "__main__":
    main()
