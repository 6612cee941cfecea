"""RFC 7692, sections 6 to 8: compressed messages, for either side and with every parameter."""

from __future__ import annotations

import random
import tracemalloc
import zlib

import pytest
from net_session import ROLES, Case, each_way, feed_each_way
from net_wire import BIN, CLOSE, CONT, PING, PONG, TEXT, close_body, send, take

from engine.net._websocket_deflate import COMPRESS_FROM, Deflater, Inflater
from engine.net._websocket_states import Phase

NAME = "permessage-deflate"
TOO_BIG = (Phase.CLOSED, 1009, "Message too big")
BAD = (Phase.CLOSED, 1007, "Invalid frame payload data")
HELLO = b"\xf2\x48\xcd\xc9\xc9\x07\x00"


def zipped(payload: bytes, stream: zlib._Compress | None = None) -> bytes:
    stream = stream or zlib.compressobj(wbits=-15)
    return (stream.compress(payload) + stream.flush(zlib.Z_SYNC_FLUSH))[:-4] or b"\x00"


def ended(payload: bytes) -> bytes:
    """Compressed into blocks of which the last ends the stream, and an empty one."""
    stream = zlib.compressobj(wbits=-15)
    return stream.compress(payload) + stream.flush(zlib.Z_FINISH) + b"\x00"


def sample(size: int, seed: int = 1) -> bytes:
    rng = random.Random(seed)
    words = [rng.randbytes(rng.randrange(2, 9)) for _ in range(60)]
    out = b""
    while len(out) < size:
        out += rng.choice(words)
    return out[:size]


def messages(server: bool, data: bytes, **settings: float) -> list[tuple[bytes, bool]]:
    """What comes of the bytes, the same each way."""
    settings.setdefault("permessage_deflate", True)
    found = [case.packets() for case in feed_each_way(server, lambda _: data, **settings)]
    assert found[0] == found[1] == found[2]
    return found[0]


# 7.2.3 The examples of the RFC -------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize(
    "payload",
    [
        HELLO,
        bytes.fromhex("000500faff48656c6c6f00"),
        bytes.fromhex("f348cdc9c9070000"),
        bytes.fromhex("f24805000000ffffcac9c90700"),
    ],
    ids=["one block", "no compression", "bfinal", "two blocks"],
)
def test_7_2_3_hello(server: bool, payload: bytes) -> None:
    case = Case(server)
    assert messages(server, case.frame(TEXT, payload, rsv=4)) == [(b"Hello", True)]


@ROLES
def test_7_2_3_1_hello_in_two_fragments(server: bool) -> None:
    case = Case(server)
    data = (
        case.frame(TEXT, HELLO[:3], fin=0, rsv=4) + case.frame(PING) + case.frame(CONT, HELLO[3:])
    )
    assert messages(server, data) == [(b"Hello", True)]


@ROLES
def test_7_2_3_2_hello_twice_with_the_same_window(server: bool) -> None:
    case = Case(server)
    again = bytes.fromhex("f200110000")
    data = case.frame(TEXT, HELLO, rsv=4) + case.frame(TEXT, again, rsv=4)
    assert messages(server, data) == [(b"Hello", True)] * 2


@ROLES
def test_7_2_3_6_an_empty_message(server: bool) -> None:
    case = Case(server)
    data = case.frame(BIN, b"\x00", rsv=4) * 2 + case.frame(TEXT, HELLO, rsv=4)
    assert messages(server, data) == [(b"", False)] * 2 + [(b"Hello", True)]


# 6.1 The reserved bit ----------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("opcode", [PING, PONG, CLOSE])
def test_6_1_control_frames_are_never_compressed(server: bool, opcode: int) -> None:
    for case in each_way(
        server, lambda c: c.frame(opcode, b"\x00\x00", rsv=4), permessage_deflate=True
    ):
        assert case.told()[:2] == (Phase.CLOSED, 1002)


@ROLES
@pytest.mark.parametrize("first", [0, 4])
def test_6_1_the_bit_is_on_the_first_frame_only(server: bool, first: int) -> None:
    def build(case: Case) -> bytes:
        return case.frame(BIN, HELLO[:3], fin=0, rsv=first) + case.frame(CONT, HELLO[3:], rsv=4)

    for case in each_way(server, build, permessage_deflate=True):
        assert case.told()[:2] == (Phase.CLOSED, 1002)


@ROLES
@pytest.mark.parametrize("rsv", [1, 2, 3, 5, 6, 7])
def test_6_1_the_other_bits_stay_reserved(server: bool, rsv: int) -> None:
    for case in each_way(server, lambda c: c.frame(TEXT, HELLO, rsv=rsv), permessage_deflate=True):
        assert case.told()[:2] == (Phase.CLOSED, 1002)


@ROLES
def test_6_1_without_an_agreement_the_bit_is_a_fault(server: bool) -> None:
    for case in each_way(server, lambda c: c.frame(TEXT, HELLO, rsv=4)):
        assert case.told()[:2] == (Phase.CLOSED, 1002)
        assert case.sent() == [(CLOSE, close_body(1002))]


@ROLES
def test_6_compressed_and_plain_messages_mix(server: bool) -> None:
    case = Case(server)
    stream = zlib.compressobj(wbits=-15)
    data, expected = b"", []
    for i in range(30):
        payload, text = sample(i * 20, i), False
        if i % 3:
            data += case.frame(BIN, zipped(payload, stream), rsv=4)
        else:
            data += case.frame(BIN, payload)
        expected.append((payload, text))
    assert messages(server, data) == expected


@ROLES
def test_6_fragments_of_any_size_with_pings_between(server: bool) -> None:
    payload = ("κόσμε " * 300).encode()
    data = zipped(payload)
    for size in (1, 7, 100):
        case = Case(server, permessage_deflate=True)
        out = b""
        for at in range(0, len(data), size):
            final = at + size >= len(data)
            how = {"fin": int(final), "rsv": 0 if at else 4}
            out += case.frame(CONT if at else TEXT, data[at : at + size], **how)
            if not final:
                out += case.frame(PING, b"p")
        case.session.receive_data(out)
        assert case.packets() == [(payload, True)]


# 7.2.2 What is no such stream --------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize(
    "payload", [b"\xff\xff", b"\x07", b"\x00\x05\x00\xff\xff", HELLO + b"\xfe"]
)
def test_7_2_2_rubbish_fails_the_connection(server: bool, payload: bytes) -> None:
    for case in each_way(server, lambda c: c.frame(BIN, payload, rsv=4), permessage_deflate=True):
        assert case.told() == BAD
        assert case.sent() == [(CLOSE, close_body(1007))]


@ROLES
def test_text_is_checked_when_it_is_inflated(server: bool) -> None:
    """At once, though the message goes on."""
    data = zipped(b"good \xc3\xa4 " + b"\xff" + b"x" * 2000)
    case = Case(server, permessage_deflate=True)
    case.session.receive_data(case.frame(TEXT, data, rsv=4, fin=0))
    assert case.told() == BAD
    case = Case(server, permessage_deflate=True)
    case.session.receive_data(case.frame(TEXT, zipped(b"half \xe2\x82"), rsv=4))
    assert case.told() == BAD
    assert messages(server, case.frame(BIN, zipped(b"\xff"), rsv=4)) == [(b"\xff", False)]


# A block that ends the stream --------------------------------------------------------------------


@ROLES
def test_messages_go_on_behind_a_block_that_ends_the_stream(server: bool) -> None:
    case = Case(server)
    payloads = [b"Hello", b"", sample(3000), b"again " * 50]
    data = b"".join(case.frame(BIN, ended(p), rsv=4) for p in payloads)
    data += case.frame(TEXT, HELLO, rsv=4)
    data += case.frame(BIN, ended(b"no empty block")[:-1], rsv=4)
    data += case.frame(TEXT, HELLO, rsv=4)
    assert messages(server, data) == [
        *((payload, False) for payload in payloads),
        (b"Hello", True),
        (b"no empty block", False),
        (b"Hello", True),
    ]


@ROLES
def test_streams_that_end_inside_a_message(server: bool) -> None:
    case = Case(server)
    inner = b"".join(ended(b"part %d, " % i)[:-1] for i in range(200)) + b"\x00"
    data = case.frame(BIN, inner, rsv=4) + case.frame(TEXT, HELLO, rsv=4)
    expected = b"".join(b"part %d, " % i for i in range(200))
    assert messages(server, data) == [(expected, False), (b"Hello", True)]


# Limits ------------------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("limit", [100, 1000, 65535])
def test_the_limit_is_that_of_the_inflated_message(server: bool, limit: int) -> None:
    case = Case(server)
    good = case.frame(BIN, zipped(b"x" * limit), rsv=4)
    assert messages(server, good, inbound_buffer_size=limit) == [(b"x" * limit, False)]
    settings = {"inbound_buffer_size": limit, "permessage_deflate": True}
    for build in (
        lambda c: c.frame(BIN, zipped(b"x" * (limit + 1)), rsv=4),
        lambda c: c.frame(BIN, zipped(b"x" * (limit + 1)), rsv=4, fin=0),
        lambda c: c.frame(TEXT, ended(b"x" * (limit + 1)), rsv=4),
    ):
        for case in each_way(server, build, **settings):
            assert case.told() == TOO_BIG
            assert case.sent() == [(CLOSE, close_body(1009))]


@ROLES
@pytest.mark.parametrize("layers", ["one stream", "ended streams"])
def test_a_bomb_is_given_up_at_the_limit(server: bool, layers: str) -> None:
    """A gigabyte in a megabyte: no more than the limit and a chunk is ever in memory."""
    block = zlib.compressobj(9, wbits=-15)
    if layers == "one stream":
        million = zipped(bytes(1 << 20), block) + b"\x00\x00\xff\xff"
        bomb = million + (zipped(bytes(1 << 20), block) + b"\x00\x00\xff\xff") * 900
    else:
        bomb = ended(bytes(1 << 20))[:-1] * 900
    case = Case(server, permessage_deflate=True, inbound_buffer_size=300000)
    data = case.frame(BIN, bomb, rsv=4)
    tracemalloc.start()
    case.session.receive_data(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert case.told() == TOO_BIG
    assert peak < 3 * len(data) + 4 * 300000


@ROLES
def test_waiting_messages_hold_reading_by_their_inflated_size(server: bool) -> None:
    case = Case(server, permessage_deflate=True, inbound_buffer_size=1000)
    stream = zlib.compressobj(wbits=-15)
    frames = [case.frame(BIN, zipped(b"%d" % i * 600, stream), rsv=4) for i in range(5)]
    case.session.receive_data(b"".join(frames))
    assert len(case.session.reader.packets) == 2
    assert not case.session.wants_data
    got = []
    while (packet := take(case.session)) is not None:
        got.append(packet[0])
        case.session.resume()
    assert got == [b"%d" % i * 600 for i in range(5)]


# What goes out -----------------------------------------------------------------------------------


def frames_out(case: Case) -> list[tuple[int, bytes]]:
    """The first byte and the payload of each frame."""
    out, found = case.written(), []
    while out:
        size, start = out[1] & 0x7F, 2
        if size > 125:
            width = 2 if size == 126 else 8
            size, start = int.from_bytes(out[2 : 2 + width], "big"), 2 + width
        payload = out[start : start + size]
        if not case.server:
            key, start = out[start : start + 4], start + 4
            payload = bytes(b ^ key[i & 3] for i, b in enumerate(out[start : start + size]))
        found.append((out[0], payload))
        out = out[start + size :]
    return found


PARAMETERS = [
    "",
    "; server_no_context_takeover; client_no_context_takeover",
    *(f"; server_max_window_bits={bits}; client_max_window_bits={bits}" for bits in range(8, 16)),
    "; server_max_window_bits=8; client_max_window_bits=8; server_no_context_takeover"
    "; client_no_context_takeover",
]


@ROLES
@pytest.mark.parametrize("parameters", PARAMETERS)
def test_7_2_1_what_goes_out_keeps_to_the_agreement(server: bool, parameters: str) -> None:
    """Every message can be read in a window of the agreed size, and alone if that was agreed."""
    case = Case(server, NAME + parameters, permessage_deflate=True, outbound_buffer_size=0)
    bits = next((n for n in range(8, 16) if f"bits={n}" in parameters), 15)
    fresh = "takeover" in parameters
    stream = zlib.decompressobj(-bits)
    sizes = (0, 1, COMPRESS_FROM - 1, COMPRESS_FROM, 1000, 70000, 1000)
    payloads = [sample(size) for size in sizes]
    for payload in payloads:
        send(case.session, payload)
    for payload, (first, data) in zip(payloads, frames_out(case), strict=True):
        compressed = len(payload) >= COMPRESS_FROM
        assert first == (0xC2 if compressed else 0x82)
        if compressed:
            assert stream.decompress(data + b"\x00\x00\xff\xff") == payload
            assert not data.endswith(b"\x00\x00\xff\xff")
            if fresh:
                stream = zlib.decompressobj(-bits)
        else:
            assert data == payload


@ROLES
def test_7_2_1_takeover_makes_repeated_messages_small(server: bool) -> None:
    def sizes(parameters: str) -> list[int]:
        case = Case(server, NAME + parameters, permessage_deflate=True)
        for _ in range(2):
            send(case.session, random.Random(1).randbytes(500))
        return [len(data) for _, data in frames_out(case)]

    first, second = sizes("")
    assert second < first // 10
    first, second = sizes("; server_no_context_takeover; client_no_context_takeover")
    assert first == second


@ROLES
def test_control_frames_go_out_as_they_are(server: bool) -> None:
    case = Case(server, permessage_deflate=True)
    case.session.receive_data(case.frame(PING, b"p" * 100))
    case.session.close(1000, "r" * 100, 0.0)
    assert case.sent() == [(PONG, b"p" * 100), (CLOSE, close_body(1000, b"r" * 100))]


@pytest.mark.parametrize("parameters", PARAMETERS)
def test_both_sides_of_every_agreement(parameters: str) -> None:
    one = Case(True, NAME + parameters, permessage_deflate=True, inbound_buffer_size=1 << 20)
    other = Case(False, NAME + parameters, permessage_deflate=True, inbound_buffer_size=1 << 20)
    for source, target in ((one, other), (other, one)):
        source.settings.outbound_buffer_size = 0
        payloads = [(sample(size, size), bool(size & 1)) for size in (0, 64, 300, 70000, 300, 64)]
        payloads = [(p.hex().encode() if text else p, text) for p, text in payloads]
        for payload, text in payloads:
            send(source.session, payload, text=text)
        data = source.written()
        for at in range(0, len(data), 1000):
            target.session.receive_data(data[at : at + 1000])
        assert target.packets() == payloads


def test_the_deflater_gives_an_empty_message_a_block() -> None:
    for fresh in (False, True):
        deflater, inflater = Deflater(15, fresh), Inflater(15, fresh)
        for payload in (b"", b"", b"a", b""):
            data = deflater.deflate(payload)
            assert data
            assert inflater.inflate(data, 10) + inflater.end(10) == payload
