"""Connects, messages, closes and garbage at full speed: `python tests/net/soak_websocket.py`.

    --seconds N     how long (1800)
    --seed N        another course of events
    --slots N       conversations side by side (40)

One process holds a server and clients of ours, and raw sockets that send rubbish. Each message of a
conversation carries its number, and bytes that follow from it; both sides check every one of them.
A conversation ends in one of four ways, drawn by lot:

- the client closes, and its reason says how many messages it has sent: all have arrived;
- the client asks the server to close, whose reason says how many were answered: all have come;
- the client drops the connection;
- the client is forgotten.

Some speak over TLS, some compress. Every minute a line tells the memory in use. In the end nothing
may be lost or out of order, no file may be open that was not open before, and the memory of the
last quarter may not lie above that of the second one by more than `GROWTH`.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from engine import (
    Crypto,
    StreamPeerTLS,
    TCPServer,
    TLSOptions,
    WebSocketPeer,
)
from engine.core import output
from engine.net._poller import poller

GROWTH = 4 << 20  # bytes
PATIENCE = 60.0  # seconds without progress of a conversation
TIMEOUT = 20.0
SIZES = (0, 1, 20, 100, 125, 126, 500, 4000, 65000)
WEIGHTS = (1, 2, 8, 8, 2, 2, 4, 2, 1)
ENDINGS = ("close", "asked", "drop", "forget")
BLOB = random.Random(1).randbytes(1 << 17)

OPEN, CLOSED = WebSocketPeer.STATE_OPEN, WebSocketPeer.STATE_CLOSED


def payload_of(number: int, size: int) -> bytes:
    """The message with a number: the number, and what follows from it."""
    start = number * 31 % 60000
    return number.to_bytes(4, "big") + BLOB[start : start + size]


def memory() -> int:
    """Bytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def open_files() -> int:
    """Files and sockets that are open."""
    return len(os.listdir("/proc/self/fd"))


@dataclass
class Tally:
    """What has happened."""

    opened: int = 0
    messages: int = 0
    garbage: int = 0
    ended: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ENDINGS, 0))
    faults: list[str] = field(default_factory=list)


class Guest:
    """One connection as the server sees it."""

    def __init__(self, peer: WebSocketPeer, tally: Tally) -> None:
        self.peer = peer
        self.tally = tally
        self.count = 0

    def poll(self) -> bool:
        """Whether it is still there."""
        peer = self.peer
        peer.poll()
        while peer.get_available_packet_count():
            self.answer(bytes(peer.get_packet()))
        if peer.get_ready_state() != CLOSED:
            return True
        if peer.get_close_code() == 4000 and peer.get_close_reason() != str(self.count):
            self.tally.faults.append(f"of {peer.get_close_reason()} came {self.count}")
        return False

    def answer(self, data: bytes) -> None:
        if data == b"close":
            self.peer.close(4001, str(self.count))
            return
        if len(data) < 4 or data != payload_of(self.count, len(data) - 4):
            if self.peer.get_requested_url().endswith("/conversation"):
                self.tally.faults.append(f"message {self.count} came as {data[:8]!r}")
            self.peer.close(1002)
            return
        self.count += 1
        if self.peer.get_ready_state() == OPEN:
            self.peer.send(data)


class House:
    """The server, for one kind of connection."""

    def __init__(self, tally: Tally, options: TLSOptions | None, deflate: bool) -> None:
        self.tally = tally
        self.options = options
        self.deflate = deflate
        self.server = TCPServer()
        assert self.server.listen(0, "127.0.0.1") == 0
        self.port = self.server.get_local_port()
        self.guests: list[Guest] = []

    def poll(self) -> None:
        while self.server.is_connection_available():
            peer = configured(self.deflate)
            stream = self.server.take_connection()
            if self.options is not None:
                encrypted = StreamPeerTLS()
                encrypted.accept_stream(stream, self.options)
                peer.accept_stream(encrypted)
            else:
                peer.accept_stream(stream)
            self.guests.append(Guest(peer, self.tally))
        self.guests = [guest for guest in self.guests if guest.poll()]


def configured(deflate: bool) -> WebSocketPeer:
    """A peer with the soak's settings."""
    peer = WebSocketPeer()
    peer.inbound_buffer_size = peer.outbound_buffer_size = 1 << 20
    peer.handshake_timeout = peer.close_timeout = TIMEOUT
    peer.permessage_deflate = deflate
    return peer


class Conversation:
    """One connection as its client sees it."""

    def __init__(self, chance: random.Random, house: House, trusted: TLSOptions) -> None:
        self.tally = house.tally
        self.chance = chance
        self.ending = chance.choice(ENDINGS)
        self.count = chance.choice((0, 1, 3, 20, 100, 300))
        self.window = chance.choice((1, 5, 50))
        self.sent = self.got = 0
        self.over = False
        self.sizes: list[int] = []
        self.deadline = time.monotonic() + PATIENCE
        self.peer = configured(house.deflate)
        scheme = "wss" if house.options is not None else "ws"
        url = f"{scheme}://localhost:{house.port}/conversation"
        options = trusted if house.options is not None else None
        assert self.peer.connect_to_url(url, options) == 0

    def poll(self) -> bool:
        """Whether it goes on."""
        peer = self.peer
        peer.poll()
        state = peer.get_ready_state()
        while peer.get_available_packet_count():
            self.check(bytes(peer.get_packet()))
        if state == OPEN and not self.over:
            self.speak()
        if state == CLOSED:
            self.judge()
            return False
        if time.monotonic() > self.deadline:
            self.tally.faults.append(f"{self.ending}: stuck at {self.got} of {self.count}")
            return False
        return not (self.over and self.ending in ("drop", "forget"))

    def check(self, data: bytes) -> None:
        if self.got >= self.sent or data != payload_of(self.got, self.sizes[self.got]):
            self.tally.faults.append(f"answer {self.got} of {self.sent} was {data[:8]!r}")
        self.got += 1
        self.tally.messages += 1
        self.deadline = time.monotonic() + PATIENCE

    def speak(self) -> None:
        while self.sent < self.count and self.sent - self.got < self.window:
            size = self.chance.choices(SIZES, WEIGHTS)[0]
            if self.peer.send(payload_of(self.sent, size)) != 0:
                break
            self.sizes.append(size)
            self.sent += 1
        if self.sent == self.count:
            self.end()

    def end(self) -> None:
        self.over = True
        if self.ending == "close":
            self.peer.close(4000, str(self.sent))
        elif self.ending == "asked":
            self.peer.send(b"close")
        elif self.ending == "drop":
            self.peer.close(-1)
        if self.ending in ("drop", "forget"):
            self.tally.ended[self.ending] += 1

    def judge(self) -> None:
        """The connection has ended: as it should?"""
        told = self.peer.get_close_code(), self.peer.get_close_reason()
        if self.ending == "drop" and self.over:
            return
        expected = (4000 if self.ending == "close" else 4001, str(self.count))
        if told != expected or (self.ending == "asked" and self.got != self.count):
            self.tally.faults.append(
                f"{self.ending}: {told} after {self.got} of {self.sent} of {self.count}"
            )
        self.tally.ended[self.ending] += 1


REQUEST = (
    b"GET /noise HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Noise:
    """A raw socket that sends rubbish, and goes at some moment."""

    def __init__(self, chance: random.Random, port: int) -> None:
        self.socket = socket.socket()
        self.socket.setblocking(False)
        try:
            self.socket.connect(("127.0.0.1", port))
        except BlockingIOError:
            pass
        self.data = rubbish(chance)
        self.piece = chance.choice((1, 7, 1000, 1 << 20))
        self.polls = chance.randrange(1, 400)
        self.linger = chance.random() < 0.3

    def poll(self) -> bool:
        """Whether it goes on."""
        self.polls -= 1
        try:
            if self.data:
                sent = self.socket.send(self.data[: self.piece])
                self.data = self.data[sent:]
            if self.polls > 0 and not self.socket.recv(1 << 16):
                self.polls = 0
        except BlockingIOError:
            pass
        except OSError:
            self.polls = 0
        if self.polls > 0:
            return True
        if self.linger:  # ends with a reset
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.socket.close()
        return False


def rubbish(chance: random.Random) -> bytes:
    """Bytes that nobody should have to understand."""
    kind = chance.randrange(6)
    if kind == 0:
        return chance.randbytes(chance.randrange(5000))
    if kind == 1:
        return REQUEST[: chance.randrange(len(REQUEST))]
    if kind == 2:
        return REQUEST + chance.randbytes(chance.randrange(3000))
    if kind == 3:
        damaged = bytearray(REQUEST)
        for _ in range(chance.randrange(1, 5)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        return bytes(damaged)
    if kind == 4:  # pings without end, whose answers nobody reads
        return REQUEST + b"\x89\x84\0\0\0\0ping" * chance.randrange(3000)
    head = bytes([chance.choice((0x02, 0x82, 0x80, 0xC2)), 0xFF])
    return REQUEST + head + chance.randrange(1 << 40).to_bytes(8, "big") + chance.randbytes(500)


class Soak:
    """All of it.

    Args:
        seed: of the course of events.
        slots: conversations side by side.
    """

    def __init__(self, seed: int, slots: int) -> None:
        self.chance = random.Random(seed)
        self.slots = slots
        self.tally = Tally()
        crypto = Crypto()
        key = crypto.generate_rsa(2048)
        certificate = crypto.generate_self_signed_certificate(key, "CN=localhost")
        server = TLSOptions.server(key, certificate)
        self.trusted = TLSOptions.client(certificate)
        kinds = [(None, False)] * 6 + [(None, True), (server, False), (server, True)]
        self.houses = [House(self.tally, options, deflate) for options, deflate in kinds]
        self.talking: list[Conversation] = []
        self.noises: list[Noise] = []

    def step(self, more: bool) -> None:
        """One tick; `more`: those that have gone are replaced."""
        if more:
            while len(self.talking) < self.slots:
                house = self.chance.choice(self.houses)
                self.talking.append(Conversation(self.chance, house, self.trusted))
                self.tally.opened += 1
            if len(self.noises) < self.slots // 4:
                self.noises.append(Noise(self.chance, self.chance.choice(self.houses).port))
                self.tally.garbage += 1
        for house in self.houses:
            house.poll()
        self.talking = [one for one in self.talking if one.poll()]
        self.noises = [one for one in self.noises if one.poll()]

    def tick(self, more: bool) -> None:
        """A step, half of the time as in a running tree, else as in a loop of one's own."""
        if self.chance.random() < 0.5:
            poller().begin_tick()
            self.step(more)
            poller().end_tick()
        else:
            self.step(more)

    def run(self, seconds: float) -> list[int]:
        """Runs, and gives the memory in use at regular moments."""
        begin = time.monotonic()
        samples: list[int] = []
        minute = 0
        while (passed := time.monotonic() - begin) < seconds and not self.tally.faults:
            self.tick(True)
            if passed >= len(samples) * seconds / 40:
                samples.append(memory())
            if passed >= minute * 60:
                self.report(minute)
                minute += 1
        end = time.monotonic() + 2 * PATIENCE
        while (self.talking or self.noises or self.guests()) and time.monotonic() < end:
            self.tick(False)
            select.select((), (), (), 0.001)
        if self.guests() or self.talking:
            self.tally.faults.append(f"{self.guests()} guests, {len(self.talking)} talk on")
        for house in self.houses:
            house.server.stop()
        return samples

    def guests(self) -> int:
        return sum(len(house.guests) for house in self.houses)

    def report(self, minute: int) -> None:
        tally = self.tally
        print(
            f"{minute:3} min  {memory() / 1e6:6.1f} MB  {open_files()} files  {tally.opened} "
            f"connections  {tally.messages} messages  {tally.garbage} with garbage",
            flush=True,
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=1800.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slots", type=int, default=40)
    said = parser.parse_args()
    files = open_files()
    with output.handler(lambda _message: None):  # garbage is complained about all the time
        soak = Soak(said.seed, said.slots)
        samples = soak.run(said.seconds)
    left = open_files() - files
    poller_files = 3  # an epoll and its bell stay for good
    early = max(samples[len(samples) // 4 : len(samples) // 2])
    late = max(samples[len(samples) * 3 // 4 :])
    tally = soak.tally
    if left > poller_files:
        tally.faults.append(f"{left} more files are open than before")
    if said.seconds >= 600 and late > early + GROWTH:
        tally.faults.append(f"memory grew from {early} to {late} bytes")
    print(f"{tally.opened} connections ended: {tally.ended}; {tally.messages} messages came back")
    print(f"memory: {early / 1e6:.1f} MB in the second quarter, {late / 1e6:.1f} MB in the last")
    print("\n".join(tally.faults[:20]) or "nothing was lost, nothing out of order")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
