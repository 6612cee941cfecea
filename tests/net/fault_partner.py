"""The other end of a connection, which gets as far as it was told and then waits to be killed.

`fault_partner.py ROLE STATE PORT`: ROLE is `client` (it connects to PORT) or `server` (it prints
the port that it listens on). STATE is one of `STATES`. It prints `THERE` when it is there.
"""

from __future__ import annotations

import base64
import hashlib
import signal
import socket
import sys

STATES = ("accepted", "half-handshake", "tls", "open", "message", "half-message", "silent-close")
KEY = b"dGhlIHNhbXBsZSBub25jZQ=="
GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
WHOLE = b"\x81\x05whole"
HALF = b"\x82\x7e\x40\x00" + b"x" * 1000


def masked(frame: bytes) -> bytes:
    """As a client sends it, with a key of zeros."""
    size = 4 if frame[1] == 126 else 2
    return bytes([frame[0], frame[1] | 0x80]) + frame[2:size] + b"\0\0\0\0" + frame[size:]


def until(link: socket.socket, mark: bytes) -> bytes:
    data = b""
    while mark not in data:
        more = link.recv(4096)
        if not more:
            sys.exit("the other side has gone")
        data += more
    return data


def shake_hands(link: socket.socket, client: bool, half: bool) -> None:
    if client:
        request = (
            b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: " + KEY + b"\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        link.sendall(request[: len(request) // 2] if half else request)
        if not half:
            until(link, b"\r\n\r\n")
        return
    asked = until(link, b"\r\n\r\n")
    key = asked.split(b"Sec-WebSocket-Key: ")[1].split(b"\r\n")[0]
    accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
    answer = (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
    )
    link.sendall(answer[: len(answer) // 2] if half else answer)


def main() -> None:
    client, state = sys.argv[1] == "client", sys.argv[2]
    if client:
        link = socket.create_connection(("127.0.0.1", int(sys.argv[3])))
    else:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            print(listener.getsockname()[1], flush=True)
            link, _ = listener.accept()
    if state == "tls":
        # A record's head without the record; as a server only after the client's greeting.
        if not client:
            until(link, b"\x16\x03")
        link.sendall(b"\x16\x03\x03\x02\x00")
    elif state != "accepted":
        shake_hands(link, client, state == "half-handshake")
    for frame in {"message": [WHOLE], "half-message": [WHOLE, HALF]}.get(state, []):
        link.sendall(masked(frame) if client else frame)
    if state == "silent-close":
        until(link, b"\x88")
    print("THERE", flush=True)
    signal.pause()


if __name__ == "__main__":
    main()
