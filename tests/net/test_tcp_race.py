"""Several addresses of one name: tried side by side, and the first to answer wins."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from engine.core.error import ERR_CONNECTION_ERROR, OK
from engine.net._addresses import Address
from engine.net._channel import Status
from engine.net._poller import WRITE, poller, wait_for
from engine.net._tcp_channel import TcpChannel
from engine.net._tcp_race import HEAD_START, take_turns

LIVE, SILENT, CLOSED = (Address(host, False) for host in ("127.0.0.1", "127.0.0.2", "127.0.0.3"))

needs_linux = pytest.mark.skipif(
    not os.path.isdir("/proc/self/fd"), reason="needs the loopback net, and /proc, of Linux"
)


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def listen(stack: ExitStack, address: Address, port: int = 0, backlog: int = 16) -> int:
    made = stack.enter_context(socket.socket(address.family))
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((address.host, port))
    made.listen(backlog)
    return int(made.getsockname()[1])


def silence(stack: ExitStack, address: Address, port: int) -> None:
    """Has an address drop what comes: its queue is full and nobody takes from it."""
    listen(stack, address, port, backlog=0)
    for _ in range(8):
        one = stack.enter_context(socket.socket())
        one.setblocking(False)
        one.connect_ex((address.host, port))
        if not wait_for(one.fileno(), WRITE, 0.05):
            return
    pytest.skip("this system's queues never fill")


def sockets() -> int:
    return sum("socket:" in os.readlink(f"/proc/self/fd/{fd}") for fd in sorted_fds())


def sorted_fds() -> list[str]:
    found = []
    for fd in sorted(os.listdir("/proc/self/fd")):
        try:
            os.readlink(f"/proc/self/fd/{fd}")
        except FileNotFoundError:
            continue  # the one that lists them
        found.append(fd)
    return found


def settle(channel: TcpChannel, now: float) -> None:
    """Advances at one and the same time until nothing more follows from it."""
    for _ in range(20):
        channel.advance(now)
        if channel.status is not Status.STATUS_CONNECTING:
            return
        poller().wait(0.005)


def test_families_take_turns() -> None:
    a, b, c = (Address(f"::{i}", True) for i in range(1, 4))
    x, y = (Address(f"127.0.0.{i}", False) for i in range(1, 3))
    assert take_turns([a, b, c, x, y]) == [a, x, b, y, c]
    assert take_turns([x, a, b]) == [x, a, b]
    assert take_turns([x, y, a]) == [x, a, y]
    assert take_turns([]) == []


@needs_linux
def test_a_refusal_is_followed_by_the_next_at_once(stack: ExitStack) -> None:
    port = listen(stack, LIVE)
    channel = TcpChannel()
    assert channel.connect_to_any([CLOSED, LIVE], port, 0.0) is OK
    settle(channel, 0.0)
    assert (channel.status, channel.host, channel.port) == (
        Status.STATUS_CONNECTED,
        "127.0.0.1",
        port,
    )
    channel.close()


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="needs IPv6")
def test_the_other_family_is_tried(stack: ExitStack) -> None:
    port = listen(stack, LIVE)
    channel = TcpChannel()
    assert channel.connect_to_any([Address("::1", True), LIVE], port, 0.0) is OK
    assert channel.host == "0:0:0:0:0:0:0:1"
    settle(channel, 0.0)
    assert (channel.status, channel.host) == (Status.STATUS_CONNECTED, "127.0.0.1")
    channel.close()


@needs_linux
def test_a_silent_address_gets_a_head_start_only(stack: ExitStack) -> None:
    port = listen(stack, LIVE)
    silence(stack, SILENT, port)
    before = sockets()
    channel = TcpChannel()
    assert channel.connect_to_any([SILENT, LIVE], port, 10.0) is OK
    settle(channel, 10.0 + HEAD_START - 0.01)
    assert (channel.status, channel.host) == (Status.STATUS_CONNECTING, "127.0.0.2")
    channel.advance(10.0 + HEAD_START)
    assert (channel.status, channel.host) == (Status.STATUS_CONNECTING, "127.0.0.1")
    assert sockets() == before + 2
    settle(channel, 10.0 + HEAD_START)
    assert (channel.status, channel.host) == (Status.STATUS_CONNECTED, "127.0.0.1")
    assert sockets() == before + 1
    channel.close()
    assert sockets() == before


@needs_linux
def test_each_attempt_has_its_own_patience(stack: ExitStack) -> None:
    port = listen(stack, LIVE)
    silence(stack, SILENT, port)
    before = sockets()
    channel = TcpChannel()
    channel.connect_timeout = 1.0
    assert channel.connect_to_any([SILENT, SILENT], port, 0.0) is OK
    channel.advance(HEAD_START)  # begins the second
    assert channel.advance(1.0) is OK  # the first has had its time
    assert sockets() == before + 1
    assert channel.advance(1.0 + HEAD_START - 0.01) is OK
    assert channel.advance(1.0 + HEAD_START) is ERR_CONNECTION_ERROR
    assert (channel.status, channel.host, channel.port) == (Status.STATUS_ERROR, "", 0)
    assert sockets() == before


@needs_linux
def test_all_refuse(stack: ExitStack) -> None:
    port = listen(stack, LIVE)
    channel = TcpChannel()
    assert channel.connect_to_any([CLOSED, CLOSED], port, 0.0) is OK
    settle(channel, 0.0)
    assert channel.status is Status.STATUS_ERROR


@needs_linux
def test_closing_ends_all_attempts(stack: ExitStack) -> None:
    port = listen(stack, LIVE)
    silence(stack, SILENT, port)
    before, known = sockets(), len(poller())
    channel = TcpChannel()
    channel.connect_to_any([SILENT, SILENT], port, 0.0)
    channel.advance(HEAD_START)
    assert (sockets(), len(poller())) == (before + 2, known + 2)
    channel.close()
    assert (sockets(), len(poller())) == (before, known)
    assert channel.status is Status.STATUS_NONE


@needs_linux
def test_what_is_asked_while_connecting_holds_for_the_winner(stack: ExitStack) -> None:
    port = listen(stack, LIVE)
    silence(stack, SILENT, port)
    channel = TcpChannel()
    channel.connect_to_any([SILENT, LIVE], port, 0.0)
    assert channel.has_socket
    assert channel.local_port > 0
    channel.set_no_delay(True)
    channel.advance(HEAD_START)
    settle(channel, HEAD_START)
    assert channel.status is Status.STATUS_CONNECTED
    assert channel._socket is not None
    assert channel._socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    channel.close()
