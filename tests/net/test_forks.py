"""A forked child has a hold on its parent's connections, and does not end them by letting go."""

from __future__ import annotations

import gc
import os
import traceback
import warnings
from collections.abc import Callable

import pytest
from net_pairs import CLOSED, CONNECTING, Pair, both, take_all, tell
from net_tls import server_options, trusting
from net_wire import CLOSE, TEXT, RawServer, close_body, free_port, until

from engine.core.os import OS
from engine.net import _resolver
from engine.net._farewell import farewell
from engine.net._poller import poller
from engine.net._tcp_channel import TcpChannel
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


def in_a_child(act: Callable[[], object]) -> None:
    """Does something in a forked child, and waits for its end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # threads of other tests may still end
        child = os.fork()
    if not child:
        code = 1
        try:
            act()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def over_tls() -> list[WebSocketPeer]:
    """A client and a server."""
    listening, stream = TCPServer(), StreamPeerTLS()
    listening.listen(0, "127.0.0.1")
    client, server = WebSocketPeer(), WebSocketPeer()
    client.connect_to_url(f"wss://localhost:{listening.get_local_port()}", trusting())
    until(listening.is_connection_available, client.poll)
    stream.accept_stream(listening.take_connection(), server_options())
    server.accept_stream(stream)
    until(lambda: server.get_ready_state() != CONNECTING, client.poll, server.poll)
    until(lambda: client.get_ready_state() != CONNECTING, client.poll, server.poll)
    return [client, server]


@pytest.mark.parametrize("make", [over_tls, lambda: list(both())], ids=["tls", "plain"])
def test_what_a_child_drops_goes_on(make: Callable[[], list[WebSocketPeer]]) -> None:
    peers = make()

    def drop() -> None:
        peers.clear()
        gc.collect()

    in_a_child(drop)
    client, server = peers
    client.send_text("still here")
    until(server.get_available_packet_count, client.poll, server.poll)
    assert take_all(server) == [(b"still here", True)]
    for peer in peers:
        peer.close(-1)


def test_what_a_child_closes_is_closed() -> None:
    client, server = over_tls()
    in_a_child(lambda: client.close(4000, "by the child"))
    until(lambda: server.get_ready_state() == CLOSED, server.poll)
    assert tell(server) == (CLOSED, 4000, "by the child")
    client.close(-1)


def test_what_was_put_off_is_sent_once() -> None:
    client, server = both()
    net = poller()
    net.begin_tick()
    for number in range(50):
        client.send_text(str(number))
    in_a_child(lambda: OS.delay_msec(0))
    net.end_tick()
    client.send_text("last")
    until(lambda: server.get_available_packet_count() > 50, server.poll)
    expected = [*map(str, range(50)), "last"]
    assert [payload.decode() for payload, _ in take_all(server)] == expected
    client.close(-1)


@pytest.mark.parametrize("ticks", [0, 2])
def test_the_end_of_a_child(ticks: int, pair: Pair) -> None:
    """Only one that has gone on with the loop says goodbye for what it was given."""

    def end() -> None:
        for _ in range(ticks):
            poller().begin_tick()
            poller().end_tick()
        with farewell():
            pass

    in_a_child(end)
    pair.peer.send_text("still here")
    if ticks:
        assert pair.raw.frame() == (CLOSE, close_body(1001))
    assert pair.raw.frame() == (TEXT, b"still here")
    pair.peer.close(-1)


def test_a_look_up_under_way_goes_on_in_the_child() -> None:
    channel = TcpChannel()
    with RawServer() as listener:

        def ask() -> None:
            until(lambda: lookup.done)
            assert "127.0.0.1" in [address.host for address in lookup.addresses]
            channel.connect("localhost", listener.port, 0.0)  # the lock is free, too
            until(lambda: channel.status != 1, lambda: channel.advance(0.0))
            assert channel.status == 2

        lookup = _resolver.Lookup("localhost")
        with _resolver._running.lock:  # the parent's thread does not come to its end
            lookup.begin()
            in_a_child(ask)
    until(lambda: lookup.done)


def test_a_peer_that_waits_for_a_name_goes_on_in_the_child() -> None:
    peer = WebSocketPeer()
    with _resolver._running.lock:
        lookup = _resolver.Lookup("localhost")
        lookup.begin()
        _resolver._running.lookups["localhost"] = lookup
    peer.connect_to_url(f"ws://localhost:{free_port()}")
    in_a_child(lambda: until(lambda: peer.get_ready_state() == CLOSED, peer.poll))
    until(lambda: peer.get_ready_state() == CLOSED, peer.poll)
