"""The clients: `python -m bench.multiplayer.load PLAN` has a server work, and counts what comes.

Sockets are raw, and packets were made before, so that it costs little beside a server. First all
clients join, and let the server know that they know its nodes; from then on every answer has the
same length, and only bytes are counted. Before the time is taken one answer is compared byte by
byte. What is measured:

    rpc        each client has calls in flight, and makes as many again as were answered
    broadcast  one client asks for more, so that the server never waits; all count
    sync       all listen

It prints one JSON line: calls that were answered or sent to everybody, bytes, seconds, and the
processor time that the server took meanwhile.
"""

from __future__ import annotations

import hashlib
import json
import select
import sys
import time
from collections.abc import Iterator
from struct import Struct
from typing import Any

from bench.websocket.load import (
    PATIENCE,
    REQUEST,
    dial,
    head,
    masked_frame,
    processor_time,
    received,
)
from engine import Vector2
from engine.core._variant_codec import encode_all

CALL, SIMPLIFY, CONFIRM, SYNC = 0, 1, 2, 6
NUMBER = 1  # for the server's node
PATH = b"Main/Work\0"
BURST = 1 << 20
QUIET = 0.25  # seconds, in which a server may take notice of what was confirmed
TRIES = 20
AHEAD = 3  # requests for more that the server has before it

_LONG_SIZE = Struct(">H")


def simplify(methods: list[str]) -> bytes:
    """Says that NUMBER is the server's node, with these methods."""
    md5 = hashlib.md5("".join(sorted(methods)).encode(), usedforsecurity=False).hexdigest()
    return bytes((SIMPLIFY,)) + md5.encode() + b"\0" + NUMBER.to_bytes(4, "little") + PATH


def call(node: int, method: int, *arguments: object) -> bytes:
    """A call by numbers."""
    if not arguments:
        return bytes((CALL | 0x80, node, method))
    _, data = encode_all(arguments)
    return bytes((CALL, node, method, len(arguments))) + data


class Client:
    """A client that has joined."""

    def __init__(self, port: int) -> None:
        self.socket = dial(port)
        self.socket.sendall(REQUEST)
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += received(self.socket, 1)
        if not answer.startswith(b"HTTP/1.1 101"):
            raise SystemExit(f"load: no handshake: {answer!r}")
        self.buffer = b""
        self.bytes = 0
        self.packets = self._packets()
        if len(next(self.packets)) != 4:
            raise SystemExit("load: the first message is no id")

    def _packets(self) -> Iterator[bytes]:
        """The packets that come, one after the other; paths of nodes are confirmed meanwhile."""
        while True:
            buffer = self.buffer
            size, start = (buffer[1], 2) if len(buffer) > 1 else (0, 2)
            if size == 126 and len(buffer) > 3:
                (size,), start = _LONG_SIZE.unpack_from(buffer, 2), 4
            if len(buffer) < start + size or len(buffer) < 2 or (size == 126 and start == 2):
                self._read()
                continue
            packet, self.buffer = buffer[start : start + size], buffer[start + size :]
            if packet[0] & 7 == SIMPLIFY and size > 4:  # no id
                self.send(bytes((CONFIRM, 1)) + packet[34:38])
            yield packet

    def _read(self) -> None:
        data = self.socket.recv(BURST)
        if not data:
            raise SystemExit("load: the server hung up")
        self.buffer += data

    def send(self, packet: bytes) -> None:
        self.socket.sendall(masked_frame(packet))

    def next_of(self, command: int) -> bytes:
        """The next packet of a kind; others are passed over."""
        return next(packet for packet in self.packets if packet[0] & 7 == command)

    def answered(self, expected: bytes) -> None:
        """Waits for a call that came by number."""
        for packet in self.packets:
            if packet[0] & 7 == CALL and packet[0] < 0x80 and packet[0] & 0x30 == 0:
                if packet != expected:
                    raise SystemExit(f"load: {packet!r} came for {expected!r}")
                return


class Load:
    """Clients of a server, and what they have received.

    Args:
        plan: what to do.
    """

    def __init__(self, plan: dict[str, Any]) -> None:
        self.pid = plan["pid"]
        self.plan = plan
        self.clients = [Client(plan["port"]) for _ in range(plan["clients"])]
        self.size = 0  # of the frame with an answer
        self.bytes = 0
        getattr(self, f"prepare_{plan['server']}")()
        self.epoll = select.epoll()
        self.by_fd = {}
        for one in self.clients:
            one.bytes = len(one.buffer)
            one.socket.setblocking(False)
            self.by_fd[one.socket.fileno()] = one
            self.epoll.register(one.socket.fileno(), select.EPOLLIN)

    # Until every packet is as the next -----------------------------------------------------------

    def prepare_rpc(self) -> None:
        arguments = 1000, "a text", Vector2(1, 2), [1, 2.5, "three"]
        expected, asked = call(1, 0, *arguments), call(NUMBER, 1, *arguments)
        for one in self.clients:
            one.send(simplify(["ask", "answer"]))
            one.next_of(CONFIRM)
            one.send(asked)
            one.next_of(CALL)
            one.send(asked)
            one.answered(expected)
        self.size = len(head(len(expected), False)) + len(expected)
        frame = masked_frame(asked)
        self.bursts = [frame * count for count in range(self.plan["in_flight"] + 1)]

    def prepare_broadcast(self) -> None:
        expected = call(1, 1, 1000, "a text", Vector2(1, 2), [1, 2.5, "three"])
        asking = self.clients[0]
        asking.send(simplify(["more", "news"]))
        asking.next_of(CONFIRM)
        last = set()
        for _ in range(TRIES):
            asking.send(call(NUMBER, 0))
            every = self.plan["calls"]
            last = {one.next_of(CALL) for one in self.clients for _ in range(every)}
            if last == {expected}:
                break
            time.sleep(QUIET)  # until all have confirmed
        else:
            raise SystemExit(f"load: {last!r} came for {expected!r}")
        self.size = len(head(len(expected), False)) + len(expected)
        self.more = masked_frame(call(NUMBER, 0))

    def prepare_sync(self) -> None:
        for one in self.clients:
            for _ in range(self.plan["nodes"]):
                one.next_of(SIMPLIFY)

    # Measuring -----------------------------------------------------------------------------------

    def run(self, warm_up: float, seconds: float) -> dict[str, float]:
        step = getattr(self, f"go_on_{self.plan['server']}")
        step(None)
        self.keep_going(step, warm_up)
        before, began, own = processor_time(self.pid), time.perf_counter(), time.process_time()
        self.bytes = 0
        self.keep_going(step, seconds)
        own = time.process_time() - own
        took, after = time.perf_counter() - began, processor_time(self.pid)
        calls = self.bytes / self.size if self.size else 0.0
        if self.plan["server"] == "broadcast":
            calls /= len(self.clients)
        return {
            "calls": calls, "bytes": self.bytes, "seconds": took, "cpu": after - before,
            "load_cpu": own,
        }  # fmt: skip

    def keep_going(self, step: Any, seconds: float) -> None:
        poll, by_fd = self.epoll.poll, self.by_fd
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            for fd, _ in poll(min(left, PATIENCE)):
                one = by_fd[fd]
                data = one.socket.recv(BURST)
                if not data:
                    raise SystemExit("load: the server hung up")
                self.bytes += len(data)
                one.bytes += len(data)
                step(one)

    def go_on_rpc(self, one: Client | None) -> None:
        if one is None:
            for each in self.clients:
                each.bytes = 0
                each.socket.sendall(self.bursts[-1])
            return
        count, one.bytes = divmod(one.bytes, self.size)
        if count:
            one.socket.sendall(self.bursts[count])

    def go_on_broadcast(self, one: Client | None) -> None:
        """Asks for more, as soon as the first client has what it has asked for before."""
        first = self.clients[0]
        if one is None:
            first.bytes = 0
            first.socket.sendall(self.more * AHEAD)
        elif one is first:
            count, first.bytes = divmod(first.bytes, self.size * self.plan["calls"])
            first.socket.sendall(self.more * count)

    def go_on_sync(self, one: Client | None) -> None:
        pass


def main() -> None:
    plan = json.loads(sys.argv[1])
    print(json.dumps(Load(plan).run(plan["warm_up"], plan["seconds"])))


if __name__ == "__main__":
    main()
