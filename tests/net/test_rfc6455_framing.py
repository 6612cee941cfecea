"""RFC 6455, section 5 (data framing), rule by rule, for either side."""

from __future__ import annotations

import pytest
from net_session import ROLES, Case, each_way, feed_each_way
from net_wire import BIN, CLOSE, CONT, PING, PONG, TEXT, close_body, cuts, send

from engine.net._websocket_states import Phase

LARGE = 1 << 20
FAULT = (Phase.CLOSED, 1002, "Protocol error")
DROPPED = (Phase.CLOSED, -1, "")
SIZES = pytest.mark.parametrize("size", [0, 1, 2, 124, 125, 126, 127, 128, 65535, 65536, 65537])


def fails(server: bool, *frames: tuple[int, bytes, dict[str, int]], code: int = 1002) -> None:
    """These frames end the connection with a close frame, and nothing behind them counts."""
    for case in each_way(server, lambda c: b"".join(c.frame(o, p, **how) for o, p, how in frames)):
        assert case.told()[:2] == (Phase.CLOSED, code)
        assert case.packets() == []
        assert case.sent() == [(CLOSE, close_body(code))]


# 5.1 Overview ------------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("opcode", [CONT, TEXT, BIN, CLOSE, PING, PONG])
@pytest.mark.parametrize("payload", [b"", b"abc"])
def test_5_1_frames_masked_the_wrong_way(server: bool, opcode: int, payload: bytes) -> None:
    """A server MUST NOT take frames that are not masked, a client none that are."""
    fails(server, (opcode, payload, {"masked": not server}))


@ROLES
def test_5_1_what_goes_out_is_masked_by_clients_only(server: bool) -> None:
    case = Case(server)
    send(case.session, b"data")
    case.session.receive_data(case.frame(PING, b"p"))
    case.session.close(1000, "bye", 0.0)
    out = case.written()
    assert bool(out[1] & 0x80) is not server
    frames = 0
    while out:
        assert bool(out[1] & 0x80) is not server
        out = out[2 + (out[1] & 0x7F) + (0 if server else 4) :]
        frames += 1
    assert frames == 3


# 5.2 Base framing --------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("rsv", range(1, 8))
@pytest.mark.parametrize("opcode", [TEXT, BIN, PING, PONG, CLOSE])
def test_5_2_reserved_bits(server: bool, rsv: int, opcode: int) -> None:
    """They MUST be 0 unless an extension was agreed upon."""
    fails(server, (opcode, b"", {"rsv": rsv}))
    fails(server, (opcode, b"small", {"rsv": rsv}))


@ROLES
@pytest.mark.parametrize("rsv", range(1, 8))
def test_5_2_reserved_bits_in_a_continuation(server: bool, rsv: int) -> None:
    fails(server, (TEXT, b"a", {"fin": 0}), (CONT, b"b", {"rsv": rsv}))


@ROLES
@pytest.mark.parametrize("opcode", [3, 4, 5, 6, 7, 11, 12, 13, 14, 15])
@pytest.mark.parametrize("payload", [b"", b"abc"])
def test_5_2_reserved_opcodes(server: bool, opcode: int, payload: bytes) -> None:
    fails(server, (opcode, payload, {}))


@ROLES
def test_5_2_a_wrong_head_is_told_before_it_is_complete(server: bool) -> None:
    for data in (b"\x83\xff", b"\x8f\x05", b"\xb1" + bytes([0x85 if server else 5])):
        case = Case(server)
        case.session.receive_data(data)
        assert case.told() == FAULT


@ROLES
@pytest.mark.parametrize("opcode", [TEXT, BIN])
@SIZES
def test_5_2_lengths_in(server: bool, opcode: int, size: int) -> None:
    payload = b"x" * size
    case = Case(server, inbound_buffer_size=LARGE)
    data = case.frame(opcode, payload)
    for pieces in cuts(data) if size < 1000 else [[data], [data[:9], data[9:]]]:
        for piece in pieces:
            case.session.receive_data(piece)
        assert case.packets() == [(payload, opcode == TEXT)]


@ROLES
@SIZES
def test_5_2_lengths_out_are_minimal(server: bool, size: int) -> None:
    case = Case(server, outbound_buffer_size=0)
    send(case.session, b"x" * size)
    out = case.written()
    key = 0 if server else 4
    field = 0 if size < 126 else 2 if size < 65536 else 8
    assert len(out) == 2 + field + key + size
    assert out[1] & 0x7F == (size if size < 126 else 126 if size < 65536 else 127)
    if field:
        assert int.from_bytes(out[2 : 2 + field], "big") == size


@ROLES
@pytest.mark.parametrize(("size", "width"), [(0, 16), (125, 16), (0, 64), (125, 64), (65535, 64)])
def test_5_2_lengths_in_that_are_not_minimal(server: bool, size: int, width: int) -> None:
    """They are a fault; as in Godot the connection is dropped without a word."""
    case = Case(server, inbound_buffer_size=LARGE)
    case.session.receive_data(case.frame(BIN, b"x" * size, width=width) + case.frame(BIN, b"late"))
    assert case.told() == DROPPED
    assert case.packets() == []
    assert case.sent() == []


@ROLES
def test_5_2_the_top_bit_of_a_long_length(server: bool) -> None:
    for case in each_way(server, lambda c: c.frame(BIN, b"", length=1 << 63, width=64)):
        assert case.told() == DROPPED


# 5.3 Masking -------------------------------------------------------------------------------------


def test_5_3_each_frame_has_a_fresh_key() -> None:
    case = Case(server=False, max_queued_packets=-1)
    keys = set()
    for _ in range(2000):
        send(case.session, b"")
        keys.add(case.written()[2:6])
    assert len(keys) > 1990


@pytest.mark.parametrize("key", [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x01\x80\x7f\xfe"])
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 125, 126, 1001, 70001])
def test_5_3_any_key(key: bytes, size: int) -> None:
    payload = bytes(i * 7 & 0xFF for i in range(size))
    case = Case(server=True, inbound_buffer_size=LARGE)
    head = case.frame(BIN, payload)[: -size - 4]
    masked = bytes(byte ^ key[i & 3] for i, byte in enumerate(payload))
    case.session.receive_data(head + key + masked)
    assert case.packets() == [(payload, False)]


# 5.4 Fragmentation -------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("opcode", [TEXT, BIN])
@pytest.mark.parametrize(
    "parts",
    [
        [b"ab", b"cd"],
        [b"", b"", b""],
        [b"", b"mid", b""],
        [b"x"] * 100,
        [b"a" * 200, b"b" * 70000, b"c" * 5],
    ],
    ids=["two", "empty", "middle", "many", "long"],
)
def test_5_4_fragments_are_joined(server: bool, opcode: int, parts: list[bytes]) -> None:
    case = Case(server, inbound_buffer_size=LARGE)
    last = len(parts) - 1
    data = b"".join(
        case.frame(CONT if i else opcode, part, fin=int(i == last)) for i, part in enumerate(parts)
    )
    for pieces in cuts(data) if len(data) < 5000 else [[data], [data[:300], data[300:]]]:
        for piece in pieces:
            case.session.receive_data(piece)
        assert case.packets() == [(b"".join(parts), opcode == TEXT)]


@ROLES
@pytest.mark.parametrize("between", [b"", b"ping", bytes(range(125))])
def test_5_4_control_frames_between_fragments(server: bool, between: bytes) -> None:
    def build(case: Case) -> bytes:
        return (
            case.frame(TEXT, b"one ", fin=0)
            + case.frame(PING, between)
            + case.frame(CONT, b"two ", fin=0)
            + case.frame(PONG, between)
            + case.frame(CONT, b"three")
        )

    for case in feed_each_way(server, build):
        assert case.packets() == [(b"one two three", True)]
        assert case.sent() == [(PONG, between)]


@ROLES
def test_5_4_a_ping_is_answered_before_the_message_is_complete(server: bool) -> None:
    case = Case(server)
    case.session.receive_data(case.frame(TEXT, b"a", fin=0) + case.frame(PING, b"now"))
    assert case.sent() == [(PONG, b"now")]
    case.session.receive_data(case.frame(CONT, b"b"))
    assert case.packets() == [(b"ab", True)]


@ROLES
@pytest.mark.parametrize("opcode", [TEXT, BIN])
@pytest.mark.parametrize("fin", [0, 1])
def test_5_4_a_new_message_inside_a_message(server: bool, opcode: int, fin: int) -> None:
    fails(server, (TEXT, b"a", {"fin": 0}), (opcode, b"b", {"fin": fin}))
    fails(server, (BIN, b"", {"fin": 0}), (CONT, b"", {"fin": 0}), (opcode, b"", {"fin": fin}))


@ROLES
@pytest.mark.parametrize("fin", [0, 1])
@pytest.mark.parametrize("payload", [b"", b"abc"])
def test_5_4_a_continuation_of_nothing(server: bool, fin: int, payload: bytes) -> None:
    fails(server, (CONT, payload, {"fin": fin}))


@ROLES
@pytest.mark.parametrize("fin", [0, 1])
def test_5_4_a_continuation_behind_a_whole_message(server: bool, fin: int) -> None:
    """What was whole before the fault is handed out all the same."""

    def build(case: Case) -> bytes:
        return (
            case.frame(TEXT, b"a", fin=0)
            + case.frame(CONT, b"b")
            + case.frame(CONT, b"c", fin=fin)
            + case.frame(TEXT, b"late")
        )

    for case in feed_each_way(server, build):
        assert case.session.phase is Phase.ENDING
        assert case.packets() == [(b"ab", True)]
        case.session.settle()
        assert case.told() == FAULT
        assert case.sent() == [(CLOSE, close_body(1002))]


@ROLES
def test_5_4_messages_go_out_whole(server: bool) -> None:
    case = Case(server, outbound_buffer_size=0)
    send(case.session, b"x" * 300000)
    assert len(case.sent()) == 1


# 5.5 Control frames ------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("opcode", [CLOSE, PING, PONG])
@pytest.mark.parametrize("how", ["fragmented", "too long", "long field", "longer field"])
def test_5_5_malformed_control_frames(server: bool, opcode: int, how: str) -> None:
    """Fragmented or over 125 bytes: a fault; as in Godot dropped without a word."""
    body = close_body(1000) if opcode == CLOSE else b""

    def build(case: Case) -> bytes:
        if how == "fragmented":
            return case.frame(opcode, body, fin=0)
        if how == "too long":
            return case.frame(opcode, body + b"a" * (126 - len(body)))
        return case.frame(opcode, body, width=16 if how == "long field" else 64)

    for case in each_way(server, build):
        assert case.told() == DROPPED
        assert case.sent() == []


@ROLES
def test_5_5_2_pings_are_answered_in_order_with_their_payload(server: bool) -> None:
    payloads = [b"", b"a", b"\x00\xff\xfe", bytes(range(125)), *(b"%d" % i for i in range(10))]

    def build(case: Case) -> bytes:
        return b"".join(case.frame(PING, payload) for payload in payloads)

    for case in feed_each_way(server, build):
        assert case.sent() == [(PONG, payload) for payload in payloads]
        assert case.packets() == []


@ROLES
def test_5_5_2_no_pong_behind_a_close(server: bool) -> None:
    case = Case(server)
    case.session.receive_data(case.frame(CLOSE, close_body(1000)) + case.frame(PING, b"late"))
    assert case.sent() == [(CLOSE, close_body(1000))]


@ROLES
def test_5_5_3_unsolicited_pongs_are_ignored(server: bool) -> None:
    def build(case: Case) -> bytes:
        return case.frame(PONG) + case.frame(PONG, b"x" * 125) + case.frame(PING, b"p")

    for case in feed_each_way(server, build):
        assert case.sent() == [(PONG, b"p")]
        assert case.session.phase is Phase.OPEN


# 5.6 Data frames ---------------------------------------------------------------------------------


@ROLES
def test_5_6_binary_is_anything_text_is_utf8(server: bool) -> None:
    everything = bytes(range(256))
    for case in feed_each_way(server, lambda c: c.frame(BIN, everything) + c.frame(TEXT, b"a\0b")):
        assert case.packets() == [(everything, False), (b"a\0b", True)]
    fails(server, (TEXT, everything, {}), code=1007)


@ROLES
def test_5_6_the_type_is_that_of_the_first_fragment(server: bool) -> None:
    data = b"\xff" * 3
    for case in feed_each_way(server, lambda c: c.frame(BIN, data, fin=0) + c.frame(CONT, b"a")):
        assert case.packets() == [(data + b"a", False)]
