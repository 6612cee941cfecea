"""`StreamPeerTLS`: handshakes, whom one trusts, bytes, and every way in which it ends."""

from __future__ import annotations

import pytest
from net_tls import (
    CONNECTED,
    DISCONNECTED,
    ERROR,
    HANDSHAKING,
    MISMATCH,
    Ends,
    TlsPeer,
    connected,
    identity,
    server_options,
    tcp_pair,
    trusting,
)
from net_wire import RawServer, dial, pause, until

from engine.core.crypto_key import CryptoKey
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CONNECTION_ERROR,
    ERR_FILE_EOF,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
)
from engine.core.x509_certificate import X509Certificate
from engine.net.stream_peer_buffer import StreamPeerBuffer
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.tls_options import TLSOptions

RUBBISH = [b"", b"\x16\x03\x01", b"\0" * 99, b"\x16\x03\x01\xff\xff" + bytes(70_000)]

# Whom one trusts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "options", "trusts"),
    [
        ("localhost", trusting(), True),
        ("LOCALHOST", trusting(), True),
        ("localhost.", trusting(), False),
        ("example.com", trusting(), False),
        ("", trusting(), False),
        ("127.0.0.1", trusting(), False),
        ("no name at all", trusting(), False),
        ("example.com", trusting(override="localhost"), True),
        ("localhost", trusting(override="example.com"), False),
        ("localhost", TLSOptions.client(), False),
        ("localhost", TLSOptions.client(X509Certificate()), False),
        ("localhost", TLSOptions.client(identity("other")[1]), False),
        ("localhost", TLSOptions.client_unsafe(), True),
        ("example.com", TLSOptions.client_unsafe(), True),
        ("", TLSOptions.client_unsafe(), True),
        ("example.com", TLSOptions.client_unsafe(identity()[1]), True),
        ("localhost", TLSOptions.client_unsafe(identity("other")[1]), False),
    ],
)
def test_whom_a_client_trusts(
    name: str, options: TLSOptions, trusts: bool, errors: list[str]
) -> None:
    expected = (CONNECTED, CONNECTED) if trusts else (ERROR, DISCONNECTED)
    assert Ends(name, options).settled() == expected
    assert len(errors) == (not trusts)
    assert all(text.startswith("TLS handshake error: -9984") for text in errors)


@pytest.mark.parametrize(
    ("written", "asked", "trusts"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1", "127.0.0.2", False),
        ("::1", "0:0:0:0:0:0:0:1", True),
        ("*.example.com", "a.example.com", True),
        ("*.example.com", "example.com", False),
        ("*.example.com", "a.b.example.com", False),
    ],
)
def test_addresses_and_wildcards(written: str, asked: str, trusts: bool, errors: list[str]) -> None:
    ends = Ends(asked, trusting(written), server_options(written))
    assert ends.settled() == ((CONNECTED, CONNECTED) if trusts else (ERROR, DISCONNECTED))


def test_nothing_reaches_a_server_that_is_not_trusted(errors: list[str]) -> None:
    ends = Ends("127.0.0.1")
    assert ends.settled()[0] == ERROR
    assert ends.client.put_data(b"secret") is ERR_UNCONFIGURED


@pytest.mark.parametrize("which", ["another key", "no key", "no certificate"])
def test_a_server_whose_key_is_no_good(which: str, errors: list[str]) -> None:
    key, certificate = identity()
    if which == "another key":
        key = identity("other")[0]
    elif which == "no key":
        key = CryptoKey()
    else:
        certificate = X509Certificate()
    ends = Ends(
        client_options=TLSOptions.client_unsafe(), options=TLSOptions.server(key, certificate)
    )
    assert ends.settled() == (ERROR, DISCONNECTED)


# Calls -------------------------------------------------------------------------------------------


def test_a_new_one(errors: list[str]) -> None:
    tls = StreamPeerTLS()
    assert (tls.get_status(), tls.get_stream(), tls.get_available_bytes()) == (0, None, 0)
    assert tls.put_data(b"x") is ERR_UNCONFIGURED
    assert tls.get_partial_data(1) == [ERR_UNCONFIGURED, b""]
    tls.poll()
    tls.disconnect_from_stream()
    assert len(errors) == 4


def test_wrong_arguments(errors: list[str]) -> None:
    client, taken = tcp_pair()
    tls = StreamPeerTLS()
    assert tls.connect_to_stream(None, "localhost") is ERR_INVALID_PARAMETER
    assert tls.accept_stream(None, server_options()) is ERR_INVALID_PARAMETER
    assert tls.connect_to_stream(client, "localhost", server_options()) is ERR_INVALID_PARAMETER
    assert tls.accept_stream(client, TLSOptions.client()) is ERR_INVALID_PARAMETER
    assert tls.accept_stream(client, None) is ERR_INVALID_PARAMETER
    assert tls.accept_stream(client, TLSOptions.server(None, None)) is ERR_INVALID_PARAMETER
    assert tls.get_status() == DISCONNECTED
    with pytest.raises(TypeError, match=r"takes a CryptoKey, not X509Certificate"):
        TLSOptions.server(X509Certificate(), None)  # type: ignore[arg-type]
    assert taken.get_status() == 2


def test_statuses_at_once_and_twice(errors: list[str]) -> None:
    ends = Ends()
    assert (ends.client.get_status(), ends.server.get_status()) == (HANDSHAKING, CONNECTED)
    again = ends.client.connect_to_stream(ends.client_tcp, "localhost", trusting())
    assert again is ERR_ALREADY_IN_USE
    assert ends.server.accept_stream(ends.server_tcp, server_options()) is ERR_ALREADY_IN_USE
    assert ends.settled() == (CONNECTED, CONNECTED)
    assert ends.client.get_stream() is ends.client_tcp
    assert errors[0] == "This SSL context is already active"


def test_over_a_stream_that_leads_nowhere(errors: list[str]) -> None:
    tls = StreamPeerTLS()
    assert tls.connect_to_stream(StreamPeerTCP(), "localhost") is FAILED
    assert tls.get_status() == MISMATCH
    buffer = StreamPeerBuffer()
    assert tls.connect_to_stream(buffer, "localhost") is OK
    assert tls.get_status() == HANDSHAKING
    assert bytes(buffer.data_array[:1]) == b"\x16"
    assert tls.get_stream() is buffer


def test_a_new_connection_with_the_same_object() -> None:
    ends = connected()
    ends.client.disconnect_from_stream()
    until(lambda: ends.server.get_status() == DISCONNECTED, ends.poll)
    ends.client_tcp, ends.server_tcp = tcp_pair()
    assert ends.server.accept_stream(ends.server_tcp, server_options()) is OK
    assert ends.client.connect_to_stream(ends.client_tcp, "localhost", trusting()) is OK
    assert ends.settled() == (CONNECTED, CONNECTED)


# Bytes -------------------------------------------------------------------------------------------


def test_available_bytes_are_those_of_a_record() -> None:
    ends = connected()
    assert ends.client.put_data(b"hello") is OK
    assert ends.client.put_partial_data(b"\x07\x00") == [OK, 2]
    assert ends.server.get_available_bytes() == 0
    until(ends.server.get_available_bytes, ends.server.poll)
    assert ends.server.get_available_bytes() == 5
    assert ends.server.get_utf8_string(5) == "hello"
    assert ends.server.get_available_bytes() == 0
    assert ends.server.get_u16() == 7
    assert ends.server.get_partial_data(5) == [OK, b""]


def test_typed_values_and_byte_order() -> None:
    ends = connected()
    ends.client.big_endian = ends.server.big_endian = True
    ends.server.put_u32(1)
    ends.server.put_var({"a": [1, 2.5]})
    ends.server.put_utf8_string("grüß")
    assert ends.client.get_u32() == 1
    assert ends.client.get_var() == {"a": [1, 2.5]}
    assert ends.client.get_utf8_string() == "grüß"


@pytest.mark.parametrize("size", [0, 1, 16383, 16384, 16385, 300_000])
def test_sizes(size: int) -> None:
    ends = connected()
    data = bytes(i * 7 & 0xFF for i in range(size))
    sent, got = 0, b""
    patience = 0
    while len(got) < size and patience < 100_000:
        patience += 1
        sent += int(ends.client.put_partial_data(data[sent:])[1])
        ends.poll()
        got += bytes(ends.server.get_partial_data(70_000)[1])  # type: ignore[arg-type]
    assert got == data


def test_a_reader_that_is_slow_holds_the_writer() -> None:
    ends = connected()
    block = bytes(50_000)
    total = stuck = 0
    while stuck < 20:
        problem, count = ends.client.put_partial_data(block)
        assert problem is OK
        total += int(count)
        stuck = 0 if count else stuck + 1
        assert total < 100_000_000
    got = 0
    while got < total:
        ends.client.poll()
        data = ends.server.get_partial_data(1 << 20)
        assert data[0] is OK
        got += len(data[1])  # type: ignore[arg-type]
    assert got == total
    assert (ends.client.get_status(), ends.server.get_status()) == (CONNECTED, CONNECTED)


def test_tls_inside_tls() -> None:
    outer = connected()
    client, server = StreamPeerTLS(), StreamPeerTLS()
    server.accept_stream(outer.server, server_options())
    client.connect_to_stream(outer.client, "localhost", trusting())
    until(lambda: client.get_status() == CONNECTED, client.poll, server.poll)
    client.put_data(b"deep")
    assert server.get_utf8_string(4) == "deep"


# Another library at the other end ----------------------------------------------------------------


@pytest.mark.parametrize("piece", [1, 100, 1 << 20])
@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
def test_with_another_library_in_pieces(server: bool, piece: int) -> None:
    tls = StreamPeerTLS()
    if server:
        listening = TCPServer()
        listening.listen(0, "127.0.0.1")
        peer = TlsPeer(dial(listening.get_local_port()), server=False, piece=piece)
        until(listening.is_connection_available)
        assert tls.accept_stream(listening.take_connection(), server_options()) is OK
    else:
        with RawServer() as listener:
            tcp = StreamPeerTCP()
            tcp.connect_to_host("127.0.0.1", listener.port)
            peer = TlsPeer(listener.accept(tcp.poll), server=True, piece=piece)
        until(lambda: tcp.get_status() == 2, tcp.poll)
        assert tls.connect_to_stream(tcp, "localhost", trusting()) is OK
    until(lambda: peer.shaken and tls.get_status() == CONNECTED, tls.poll, peer.move)
    peer.say(b"theirs")
    until(lambda: tls.get_available_bytes() == 6, tls.poll, peer.move)
    assert bytes(tls.get_data(6)[1]) == b"theirs"  # type: ignore[arg-type]
    assert tls.put_data(b"ours") is OK
    until(lambda: peer.plain == b"ours", peer.move)
    tls.disconnect_from_stream()
    until(lambda: peer.clean, peer.move)
    peer.raw.shut()


@pytest.mark.parametrize(
    "words", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"", b"\x16\x03\x01", b"\0" * 99]
)
def test_a_client_at_a_server_that_speaks_otherwise(words: bytes, errors: list[str]) -> None:
    tls, tcp = StreamPeerTLS(), StreamPeerTCP()
    with RawServer() as listener:
        tcp.connect_to_host("127.0.0.1", listener.port)
        raw = listener.accept(tcp.poll)
    until(lambda: tcp.get_status() == 2, tcp.poll)
    assert tls.connect_to_stream(tcp, "localhost", trusting()) is OK
    until(lambda: raw.fill() and raw.buffer)
    if words:
        raw.raw(words)
    raw.shut()
    until(lambda: tls.get_status() == ERROR, tls.poll)
    assert len(errors) == 1


@pytest.mark.parametrize(
    "words",
    [b"GET / HTTP/1.1\r\n\r\n", b"", b"\x16\x03\x01", b"\x16\x03\x01\xff\xff" + bytes(70_000)],
)
def test_a_server_to_which_somebody_speaks_otherwise(words: bytes, errors: list[str]) -> None:
    listening, tls = TCPServer(), StreamPeerTLS()
    listening.listen(0, "127.0.0.1")
    raw = dial(listening.get_local_port())
    until(listening.is_connection_available)
    taken = listening.take_connection()
    assert tls.accept_stream(taken, server_options()) is OK
    if words:
        raw.raw(words)
    raw.shut()
    until(lambda: tls.get_status() == DISCONNECTED, tls.poll)
    assert errors == []


def test_a_server_that_finds_rubbish_at_once(errors: list[str]) -> None:
    listening, tls = TCPServer(), StreamPeerTLS()
    listening.listen(0, "127.0.0.1")
    raw = dial(listening.get_local_port())
    raw.raw(b"GET / HTTP/1.1\r\n\r\n")
    until(listening.is_connection_available)
    taken = listening.take_connection()
    assert taken is not None
    until(lambda: taken.get_available_bytes() > 0)
    assert tls.accept_stream(taken, server_options()) is FAILED
    assert tls.get_status() == ERROR
    assert errors[0].startswith("TLS handshake error: -29184")
    raw.shut()


# The end -----------------------------------------------------------------------------------------


def test_an_orderly_end_leaves_what_is_below_open() -> None:
    ends = connected()
    ends.client.put_data(b"last")
    ends.client.disconnect_from_stream()
    assert (ends.client.get_status(), ends.client.get_stream()) == (DISCONNECTED, None)
    assert ends.client_tcp.get_status() == 2
    until(ends.server_tcp.get_available_bytes)
    pause(0.01)
    assert ends.server.get_partial_data(10) == [OK, b"last"]
    assert ends.server.get_partial_data(10) == [ERR_FILE_EOF, b""]
    assert ends.server.get_status() == DISCONNECTED
    assert ends.server_tcp.get_status() == 2
    ends.client_tcp.put_data(b"plain again")
    assert bytes(ends.server_tcp.get_data(11)[1]) == b"plain again"  # type: ignore[arg-type]


def test_a_poll_finds_the_orderly_end_only_after_the_last_bytes() -> None:
    ends = connected()
    ends.client.put_data(b"abc")
    ends.client.disconnect_from_stream()
    until(lambda: ends.server.get_available_bytes() == 3, ends.server.poll)
    for _ in range(5):
        ends.server.poll()
        assert ends.server.get_status() == CONNECTED
    assert ends.server.get_data(3) == [OK, b"abc"]
    ends.server.poll()
    assert ends.server.get_status() == DISCONNECTED


@pytest.mark.parametrize("reset", [False, True])
def test_a_connection_that_is_dropped(reset: bool) -> None:
    ends = connected()
    if reset:
        ends.server.put_data(b"unread")
        until(ends.client_tcp.get_available_bytes)
    ends.client_tcp.disconnect_from_host()
    until(lambda: ends.server_tcp.poll() is not OK or ends.server_tcp.get_status() != 2)
    assert ends.server.get_partial_data(5) == [ERR_CONNECTION_ERROR, b""]
    assert (ends.server.get_status(), ends.server_tcp.get_status()) == (DISCONNECTED, 0)
    ends.client.poll()
    assert ends.client.get_status() == DISCONNECTED


def test_writing_to_a_connection_that_was_dropped() -> None:
    ends = connected()
    ends.client_tcp.disconnect_from_host()
    assert ends.client.put_partial_data(b"x") == [ERR_CONNECTION_ERROR, 0]
    assert ends.client.get_status() == DISCONNECTED
    results = []
    patience = 0
    while ends.server.get_status() == CONNECTED and patience < 1000:
        patience += 1
        results.append(ends.server.put_data(b"x"))
        pause()
    assert results[-1] is ERR_CONNECTION_ERROR
