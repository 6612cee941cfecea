"""One end of a cable: `cable_end.py server`, or `cable_end.py client` (which has a heartbeat).

Both send numbered messages as fast as they go and check those that come. `OPEN` is printed when
they are connected, `DONE` when all have come, and `CLOSED code` at the end.
"""

from __future__ import annotations

import select
import sys

from engine import TCPServer, WebSocketPeer

ADDRESS = "10.7.0.1"
PORT = 9000
COUNT = 300


def begin(role: str) -> WebSocketPeer:
    peer = WebSocketPeer()
    peer.outbound_buffer_size = 1 << 24
    if role == "client":
        peer.heartbeat_interval = 2.0
        assert peer.connect_to_url(f"ws://{ADDRESS}:{PORT}/") == 0
        return peer
    server = TCPServer()
    assert server.listen(PORT) == 0
    print("READY", flush=True)
    while not server.is_connection_available():
        select.select((), (), (), 0.002)
    peer.accept_stream(server.take_connection())
    return peer


def payload(number: int) -> bytes:
    return number.to_bytes(4, "big") * (number % 100 + 1)


def main() -> None:
    peer = begin(sys.argv[1])
    count, opened = 0, False
    while peer.get_ready_state() != peer.STATE_CLOSED:
        peer.poll()
        if peer.get_ready_state() == peer.STATE_OPEN and not opened:
            opened = True
            print("OPEN", flush=True)
            for number in range(COUNT):
                peer.send(payload(number))
        while peer.get_available_packet_count():
            assert bytes(peer.get_packet()) == payload(count)
            count += 1
            if count == COUNT:
                print("DONE", flush=True)
        select.select((), (), (), 0.002)
    print("CLOSED", peer.get_close_code(), flush=True)


if __name__ == "__main__":
    main()
