"""The load: `python -m bench.websocket.load PLAN` keeps messages in flight, and counts echoes.

Sockets are raw and the frames were made before, so that it costs little beside a server: what comes
is only counted, by the byte; as many frames as came back whole go out again, in one write. Before
the time is taken one message each way is compared byte by byte.

It prints one JSON line: messages, seconds, and the processor time that the server took meanwhile.
"""

from __future__ import annotations

import json
import os
import select
import socket
import sys
import time
from pathlib import Path
from typing import Any

PATIENCE = 30.0
REQUEST = (
    b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def head(size: int, masked: bool) -> bytes:
    """The head of a binary message, without the key."""
    top = 0x80 if masked else 0
    if size < 126:
        return bytes((0x82, top | size))
    if size < 0x10000:
        return bytes((0x82, top | 126)) + size.to_bytes(2, "big")
    return bytes((0x82, top | 127)) + size.to_bytes(8, "big")


def masked_frame(payload: bytes) -> bytes:
    """A client's frame, with a key of its own."""
    key = os.urandom(4)
    size = len(payload)
    mask = int.from_bytes((key * (size // 4 + 1))[:size], "little")
    turned = (int.from_bytes(payload, "little") ^ mask).to_bytes(size, "little")
    return head(size, True) + key + turned


def processor_time(pid: int) -> float:
    """Seconds that a process has taken, with all its threads; 0 where the system does not tell."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
    except OSError:
        return 0.0


class Connection:
    """One connection, open and with an empty pipe."""

    def __init__(self, port: int) -> None:
        self.socket = dial(port)
        self.socket.sendall(REQUEST)
        self.unwritten = memoryview(b"")
        self.bytes = 0

    def opened(self) -> None:
        """Waits for the answer."""
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += received(self.socket, 1)
        if not answer.startswith(b"HTTP/1.1 101"):
            raise SystemExit(f"load: no handshake: {answer!r}")

    def check(self, size: int) -> None:
        """Sends one message and compares what comes back."""
        payload = os.urandom(size)
        self.socket.sendall(masked_frame(payload))
        expected = head(size, False) + payload
        if received(self.socket, len(expected)) != expected:
            raise SystemExit("load: the echo differs")

    def write(self, data: bytes | memoryview) -> bool:
        """Writes what the system takes; gives whether that was all."""
        try:
            count = self.socket.send(data)
        except BlockingIOError:
            count = 0
        self.unwritten = memoryview(data)[count:]
        return count == len(data)


def dial(port: int) -> socket.socket:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            made = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise SystemExit("load: nobody listens") from None
            time.sleep(0.02)
        else:
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return made


def received(source: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = source.recv(count - len(data))
        if not more:
            raise SystemExit("load: the server hung up")
        data += more
    return data


class Load:
    """Keeps messages in flight on some connections."""

    def __init__(self, plan: dict[str, Any]) -> None:
        port, size = plan["port"], plan["size"]
        self.pid = plan["pid"]
        self.idle = open_many(port, plan["idle"])
        self.busy = open_many(port, plan["connections"])
        for one in self.busy:
            one.check(size)
        frames = [masked_frame(os.urandom(size)) for _ in range(plan["in_flight"])]
        self.bursts = [b"".join(frames[:count]) for count in range(len(frames) + 1)]
        self.reply = len(head(size, False)) + size
        self.epoll = select.epoll()
        self.by_fd = {}
        for one in self.busy:
            one.socket.setblocking(False)
            self.by_fd[one.socket.fileno()] = one
            self.epoll.register(one.socket.fileno(), select.EPOLLIN)

    def run(self, warm_up: float, seconds: float) -> dict[str, float]:
        for one in self.busy:
            self.write(one, self.bursts[-1])
        self.keep_going(warm_up)
        before, began = processor_time(self.pid), time.perf_counter()
        own = time.process_time()
        messages = self.keep_going(seconds)
        own = time.process_time() - own
        took, after = time.perf_counter() - began, processor_time(self.pid)
        return {"messages": messages, "seconds": took, "cpu": after - before, "load_cpu": own}

    def keep_going(self, seconds: float) -> int:
        poll, by_fd, bursts, reply = self.epoll.poll, self.by_fd, self.bursts, self.reply
        total = 0
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            for fd, event in poll(1.0):
                one = by_fd[fd]
                if event & select.EPOLLOUT:
                    self.write(one, one.unwritten)
                if not event & ~select.EPOLLOUT:
                    continue
                data = one.socket.recv(0x40000)
                if not data:
                    raise SystemExit("load: the server hung up")
                count, one.bytes = divmod(one.bytes + len(data), reply)
                if count:
                    total += count
                    if one.unwritten:
                        self.write(one, bytes(one.unwritten) + bursts[count])
                    elif not one.write(bursts[count]):
                        self.epoll.modify(fd, select.EPOLLIN | select.EPOLLOUT)
        return total

    def write(self, one: Connection, data: bytes | memoryview) -> None:
        whole = one.write(data)
        self.epoll.modify(one.socket, select.EPOLLIN | (0 if whole else select.EPOLLOUT))


def open_many(port: int, count: int) -> list[Connection]:
    """Opens connections, a few at a time: Godot has 8 wait, and what is more is asked for anew."""
    made: list[Connection] = []
    while len(made) < count:
        some = [Connection(port) for _ in range(min(8, count - len(made)))]
        for one in some:
            one.opened()
        made += some
    return made


def main() -> None:
    plan = json.loads(sys.argv[1])
    print(json.dumps(Load(plan).run(plan["warm_up"], plan["seconds"])))


if __name__ == "__main__":
    main()
