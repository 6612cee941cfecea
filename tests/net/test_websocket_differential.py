"""The flat path and wsproto held to each other: the same bytes, the same events.

`Reference` is plain wsproto with Godot's few differences laid on top, each where the notes say so.
The session reads the same bytes through its flat path, in pieces of any size.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from net_wire import (
    BIN,
    CLOSE,
    CONT,
    PING,
    PONG,
    TEXT,
    close_body,
    frame,
    frames_of,
    request,
    response,
)
from wsproto.connection import Connection, ConnectionState, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Ping, TextMessage

from engine.net._websocket_handshake import ClientHandshake, ServerHandshake
from engine.net._websocket_session import WebSocketSession, WebSocketSettings
from engine.net._websocket_states import Phase

LIMIT = 70000
Outcome = tuple[list[tuple[bytes, bool]], list[bytes], tuple[int, str] | None]


class Reference:
    """What wsproto makes of the bytes: messages, pings, and how it ended (None: it did not)."""

    def __init__(self, server: bool) -> None:
        side = ConnectionType.SERVER if server else ConnectionType.CLIENT
        self.wire = Connection(side)
        self.messages: list[tuple[bytes, bool]] = []
        self.pings: list[bytes] = []
        self.end: tuple[str, int, str] | None = None
        self.part = b""

    def feed(self, data: bytes) -> None:
        self.wire.receive_data(data)
        for event in self.wire.events():
            if isinstance(event, TextMessage):
                self.part += event.data.encode()
            elif isinstance(event, BytesMessage):
                self.part += bytes(event.data)
            elif isinstance(event, Ping):
                self.pings.append(bytes(event.payload))
            elif isinstance(event, CloseConnection):
                kind = "fault" if self.wire.state is ConnectionState.OPEN else "close"
                self.end = (kind, int(event.code), event.reason or "")
                return
            if isinstance(event, TextMessage | BytesMessage) and event.message_finished:
                self.messages.append((self.part, isinstance(event, TextMessage)))
                self.part = b""


def open_session(server: bool) -> WebSocketSession:
    options = WebSocketSettings(inbound_buffer_size=1 << 22, max_queued_packets=-1)
    handshake = ServerHandshake([], []) if server else ClientHandshake("h", "/", [], [])
    session = WebSocketSession(handshake, options)
    session.start(0.0)
    asked = request() if server else response(bytes(session.outbox.next_bytes()))
    session.receive_data(asked)
    session.outbox.clear()
    assert session.phase is Phase.OPEN
    return session


def of_session(session: WebSocketSession) -> Outcome:
    messages = [(bytes(payload), text) for payload, text in session.reader.packets]
    session.settle()
    sent = b""
    while session.outbox:
        data = bytes(session.outbox.next_bytes())
        session.outbox.written(len(data))
        sent += data
    pongs = [payload for opcode, payload in frames_of(sent) if opcode == PONG]
    end = (session.close_code, session.close_reason) if session.phase is Phase.CLOSED else None
    return messages, pongs, end


def agree(data: bytes, pieces: list[bytes], server: bool) -> None:
    reference = Reference(server)
    reference.feed(data)
    session = open_session(server)
    for piece in pieces:
        session.receive_data(piece)
    messages, pongs, end = of_session(session)
    assert messages == reference.messages
    assert pongs == reference.pings
    if reference.end is None:
        assert end is None
        return
    kind, code, reason = reference.end
    if kind == "close":
        assert end == (0 if code == 1005 else code, reason)
    elif end == (-1, ""):
        assert code == 1002  # Godot says nothing when lengths make no sense
    elif end is not None and end[0] == code:
        assert end[1] in ("Protocol error", "Invalid frame payload data")
    else:
        assert code == 1002  # close frames that Godot takes and wsproto does not
        assert end is not None
        assert end[0] in (0, 1014)


payloads = st.one_of(
    st.binary(max_size=20),
    st.text(max_size=20).map(str.encode),
    st.sampled_from([0, 124, 125, 126, 127, 600, 65535, 65536]).map(lambda n: b"a" * n),
)


@st.composite
def good_frames(draw: st.DrawFn, server: bool) -> bytes:
    """Messages whole and in fragments, with control frames between them."""
    out = b""
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["whole", "whole", "whole", "parts", "control"]))
        if kind == "control":
            out += frame(
                draw(st.sampled_from([PING, PONG])), draw(st.binary(max_size=125)), masked=server
            )
        elif kind == "whole":
            payload = draw(payloads)
            text = draw(st.booleans())
            payload = payload.decode("utf-8", "replace").encode() if text else payload
            out += frame(TEXT if text else BIN, payload, masked=server)
        else:
            text = draw(st.text(max_size=60)).encode()
            at = sorted(draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=3)))
            bounds = [0, *at, len(text)]
            for i in range(len(bounds) - 1):
                out += frame(
                    (CONT if i else draw(st.sampled_from([TEXT, BIN]))),
                    text[bounds[i] : bounds[i + 1]],
                    fin=int(i == len(bounds) - 2),
                    masked=server,
                )
                if draw(st.booleans()):
                    out += frame(PING, b"between", masked=server)
    if draw(st.booleans()):
        code = draw(st.sampled_from([1000, 1001, 1011, 1013, 3000, 4999]))
        out += frame(CLOSE, close_body(code, draw(st.text(max_size=20)).encode()), masked=server)
    return out


@st.composite
def any_frames(draw: st.DrawFn, server: bool) -> bytes:
    """Frames of which some are wrong in any way."""
    out = b""
    for _ in range(draw(st.integers(1, 6))):
        odd = draw(st.integers(0, 3)) == 0
        opcode = draw(st.integers(0, 15) if odd else st.sampled_from([TEXT, BIN]))
        payload = draw(st.binary(max_size=30) if odd else st.text(max_size=20).map(str.encode))
        out += frame(
            opcode,
            payload,
            fin=draw(st.integers(0, 1)) if odd else 1,
            rsv=draw(st.sampled_from([0, 0, 0, 1, 2, 4])) if odd else 0,
            masked=draw(st.booleans()) if odd else server,
            width=draw(st.sampled_from([0, 0, 0, 16, 64])) if odd else 0,
        )
    return out


@st.composite
def chopped(draw: st.DrawFn, data: bytes) -> list[bytes]:
    at = sorted(draw(st.lists(st.integers(0, len(data)), max_size=12)))
    return [data[a:b] for a, b in zip([0, *at], [*at, len(data)], strict=True)]


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_good_bytes(server: bool, data: st.DataObject) -> None:
    bytes_ = data.draw(good_frames(server))
    agree(bytes_, [bytes_], server)
    agree(bytes_, data.draw(chopped(bytes_)), server)
    if len(bytes_) < 2000:
        agree(bytes_, [bytes_[i : i + 1] for i in range(len(bytes_))], server)


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
@settings(deadline=None, max_examples=300)
@given(data=st.data())
def test_any_frames(server: bool, data: st.DataObject) -> None:
    bytes_ = data.draw(any_frames(server))
    agree(bytes_, [bytes_], server)
    agree(bytes_, data.draw(chopped(bytes_)), server)
    agree(bytes_, [bytes_[i : i + 1] for i in range(len(bytes_))], server)


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
@settings(deadline=None, max_examples=200)
@given(bytes_=st.binary(max_size=200))
def test_any_bytes_give_the_same_however_they_are_cut(server: bool, bytes_: bytes) -> None:
    outcomes = []
    for step in (1, 3, 1000):
        session = open_session(server)
        for i in range(0, len(bytes_), step):
            session.receive_data(bytes_[i : i + step])
        outcomes.append(of_session(session))
    assert outcomes[0] == outcomes[1] == outcomes[2]


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
def test_flipped_bits(server: bool) -> None:
    """A seeded loop over good traffic with single bytes changed: no exception, whatever happens."""
    rng = random.Random(20240229)
    good = b"".join(
        frame(op, bytes(rng.randrange(128) for _ in range(rng.randrange(40))), masked=server)
        for op in (TEXT, BIN, PING, TEXT, BIN, PONG, TEXT)
    )
    for _ in range(3000):
        data = bytearray(good)
        for _ in range(rng.randrange(1, 4)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        whole, pieces = open_session(server), open_session(server)
        whole.receive_data(bytes(data))
        step = rng.randrange(1, 20)
        for i in range(0, len(data), step):
            pieces.receive_data(bytes(data[i : i + step]))
        assert of_session(whole) == of_session(pieces)
