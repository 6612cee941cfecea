"""One question for all sockets, and what a socket is told within a tick and outside of one."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator

import pytest
from net_wire import Patience, RawServer, dial, until

from engine.net._poller import READ, WRITE, Poller, poller, wait_for
from engine.net._tcp_channel import TcpChannel

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    one, other = socket.socketpair()
    with one, other:
        one.setblocking(False)
        yield one, other


@pytest.fixture(params=[False, True], ids=["native", "portable"])
def own(request: pytest.FixtureRequest) -> Poller:
    return Poller(portable=request.param)


def test_readiness(own: Poller, pair: Pair) -> None:
    one, other = pair
    fd = one.fileno()
    own.add(fd, READ)
    assert len(own) == 1
    assert fd in own.ready  # nobody asked the system yet
    own.begin_tick()
    assert fd not in own.ready
    other.send(b"x")
    assert fd not in own.ready
    own.begin_tick()
    assert fd in own.ready
    own.begin_tick()
    assert fd in own.ready  # as long as it was not read
    one.recv(1)
    own.begin_tick()
    assert fd not in own.ready
    own.end_tick()
    assert fd in own.ready
    own.remove(fd)
    own.remove(fd)
    assert len(own) == 0


def test_interest(own: Poller, pair: Pair) -> None:
    one, other = pair
    fd = one.fileno()
    own.add(fd, WRITE)
    own.begin_tick()
    assert fd in own.ready
    own.change(fd, READ)
    own.change(fd, READ)
    own.begin_tick()
    assert fd not in own.ready
    other.send(b"x")
    own.change(fd, 0)
    own.begin_tick()
    assert fd not in own.ready
    own.change(fd, READ | WRITE)
    own.begin_tick()
    assert fd in own.ready
    own.change(fd, 0)
    own.remove(fd)


def test_closing_without_interest_is_no_news(own: Poller, pair: Pair) -> None:
    one, other = pair
    own.add(one.fileno(), 0)
    other.close()
    own.begin_tick()
    assert one.fileno() not in own.ready
    own.remove(one.fileno())


def test_ticks_differ(own: Poller) -> None:
    seen = [own.tick]
    for change in (own.begin_tick, own.end_tick, own.begin_tick):
        change()
        seen.append(own.tick)
    assert len(set(seen)) == 4


def test_wait_returns_for_a_socket(own: Poller, pair: Pair) -> None:
    one, other = pair
    own.add(one.fileno(), READ)
    own.wait(0.0)
    other.send(b"x")
    own.wait(None)
    own.remove(one.fileno())


def test_wait_returns_when_woken(own: Poller) -> None:
    own.wake()  # nobody has ever waited: no effect
    own.wait(0.0)
    for _ in range(3):
        own.wake()
    own.wait(None)
    thread = threading.Thread(target=own.wake)
    thread.start()
    own.wait(None)
    thread.join()


def test_wait_returns_when_time_is_up(own: Poller) -> None:
    own.wait(0.005)


def test_the_bell_can_be_rung_any_number_of_times(own: Poller) -> None:
    own.wait(0.0)
    for _ in range(100_000):
        own.wake()
    own.wait(None)


def test_wait_for(pair: Pair) -> None:
    one, other = pair
    assert wait_for(one.fileno(), WRITE, 0)
    assert not wait_for(one.fileno(), READ, 0)
    assert not wait_for(one.fileno(), READ, 0.002)
    other.send(b"x")
    assert wait_for(one.fileno(), READ, None)
    assert wait_for(one.fileno(), READ | WRITE, 0)


def test_a_channel_is_asked_for_itself_the_second_time() -> None:
    shared = poller()
    with RawServer() as server:
        channel = TcpChannel()
        assert channel.connect("127.0.0.1", server.port, 0.0) == 0
        with server.accept() as raw:
            until(lambda: channel.status == 2, lambda: channel.advance(0.0))
            shared.begin_tick()
            assert not channel.ready()  # nothing had come when the tick began
            assert channel.ready()  # so it may look for itself
            raw.raw(b"x")
            patience = Patience()
            ready = False
            while not ready and not patience.over():
                shared.begin_tick()
                ready = channel.ready()
            assert ready
            assert channel.receive(10) == b"x"
            shared.end_tick()
            assert channel.ready()
            assert channel.receive(10) is None
            channel.close()


def test_a_new_channel_does_not_trust_an_older_answer() -> None:
    shared = poller()
    with RawServer() as server:
        shared.begin_tick()
        raw = dial(server.port)
        with server.accept() as taken, raw:
            channel = TcpChannel.accepted(taken.sock.dup(), ("127.0.0.1", 1), 2)
            assert channel.ready()
            channel.close()
        shared.end_tick()


def test_channels_leave_nothing_behind() -> None:
    before = len(poller())
    with RawServer() as server:
        channels = [TcpChannel() for _ in range(10)]
        for channel in channels:
            channel.connect("127.0.0.1", server.port, 0.0)
        assert len(poller()) == before + 10
        del channel, channels
    assert len(poller()) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_process_has_a_poller_of_its_own(pair: Pair) -> None:
    own = Poller()
    one, other = pair
    own.add(one.fileno(), READ)
    own._start_again()
    other.send(b"x")
    own.begin_tick()
    assert one.fileno() in own.ready
    own.remove(one.fileno())


def test_news_end_the_sleep_once(own: Poller, pair: Pair) -> None:
    one, other = pair
    own.add(one.fileno(), READ)
    assert not own.wait_for_news(0.0)
    other.send(b"x")
    assert own.wait_for_news(1.0)
    if not own._portable:
        assert not own.wait_for_news(0.0)  # it is still there, and nobody wants it
    other.send(b"y")
    assert own.wait_for_news(1.0)
    own.remove(one.fileno())


def test_what_a_tick_was_told_of_is_no_news(own: Poller, pair: Pair) -> None:
    one, other = pair
    own.add(one.fileno(), READ)
    own.wait_for_news(0.0)
    other.send(b"x")
    own.begin_tick()
    assert one.fileno() in own.ready
    own.end_tick()
    if not own._portable:
        assert not own.wait_for_news(0.0)
    other.send(b"y")  # after the tick was told
    assert own.wait_for_news(1.0)
    own.remove(one.fileno())


def test_what_is_found_within_a_tick_is_still_news(own: Poller, pair: Pair) -> None:
    """Whose socket it is may have been polled before in this tick."""
    one, other = pair
    own.add(one.fileno(), READ)
    own.wait_for_news(0.0)
    own.begin_tick()
    other.send(b"x")
    own.look_again()
    assert -2 not in own.ready
    own.end_tick()
    assert own.wait_for_news(0.0)
    own.remove(one.fileno())


def test_what_is_read_in_portions_is_news_again(own: Poller) -> None:
    own.more = True
    assert own.wait_for_news(0.0)
    assert not own.wait_for_news(0.0)
    own.more = True
    own.begin_tick()
    own.end_tick()
    assert not own.wait_for_news(0.0)


def test_news_when_woken(own: Poller) -> None:
    assert not own.wait_for_news(0.0)
    thread = threading.Thread(target=own.wake)
    thread.start()
    assert own.wait_for_news(5.0)
    thread.join()
    assert not own.wait_for_news(0.0)


def test_what_is_sent_within_the_process_is_found_in_the_same_tick(own: Poller, pair: Pair) -> None:
    one, other = pair
    own.add(one.fileno(), READ)
    own.begin_tick()
    other.send(b"x")
    assert one.fileno() not in own.ready  # nobody said that anything was sent
    own.look_again()
    assert one.fileno() in own.ready
    asked = own.ready
    assert one.fileno() in asked
    assert own.ready is asked  # once is enough
    own.end_tick()
    own.remove(one.fileno())


def test_ports_are_counted(own: Poller) -> None:
    for _ in range(2):
        own.add_port(4711)
    own.remove_port(4711)
    assert own.is_ours(4711)
    own.remove_port(4711)
    assert not own.is_ours(4711)
    own.remove_port(4711)
