"""The table of states, walked: every phase is brought about for real, and every cause in it."""

from __future__ import annotations

import pytest
from net_wire import (
    BIN,
    CLOSE,
    CONT,
    PONG,
    TEXT,
    accept_for,
    close_body,
    frame,
    frames_of,
    send,
    take,
)

from engine.net._websocket_handshake import ClientHandshake
from engine.net._websocket_session import WebSocketSession, WebSocketSettings
from engine.net._websocket_states import TABLE, Cause, Phase, Reply, Told, text_of

KEY = "AAAAAAAAAAAAAAAAAAAAAA=="
GOOD = (
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    f"Sec-WebSocket-Accept: {accept_for(KEY)}\r\n\r\n"
).encode()


def in_phase(phase: Phase) -> WebSocketSession:
    settings = WebSocketSettings(heartbeat_msec=1000, handshake_timeout=5, close_timeout=5)
    session = WebSocketSession(ClientHandshake("h", "/", [], [], KEY), settings)
    session.start(0.0)
    session.outbox.clear()
    if phase is Phase.CONNECTING:
        return session
    session.receive_data(GOOD)
    session.outbox.clear()
    if phase is Phase.CLOSING:
        session.close(4000, "ours", 0.0)
    elif phase is Phase.ENDING:
        session.receive_data(frame(TEXT, b"unread") + frame(CLOSE, close_body(3000, b"theirs")))
    elif phase is Phase.CLOSED:
        session.drop()
    session.outbox.clear()
    assert session.phase is phase
    return session


def bring_about(session: WebSocketSession, cause: Cause) -> None:
    if cause is Cause.OPENED:
        session.receive_data(GOOD)
    elif cause is Cause.REFUSED:
        session.receive_data(b"HTTP/1.1 404 Not Found\r\na: b\r\nc: d\r\ne: f\r\n\r\n")
    elif cause is Cause.CLOSE:
        session.close(4001, "again", 0.0)
    elif cause is Cause.DROP:
        session.drop()
    elif cause is Cause.THEIR_CLOSE:
        session.receive_data(frame(CLOSE, close_body(3000, b"theirs")))
    elif cause is Cause.FAULT:
        session.receive_data(frame(CONT, b"x"))
    elif cause is Cause.BROKEN:
        session.receive_data(frame(BIN, b"x", width=64))
    elif cause is Cause.END:
        session.receive_end()
    elif cause is Cause.TIMEOUT:
        session.tick(10.0)
        session.outbox.clear()
        session.tick(20.0)
    elif cause is Cause.SETTLED:
        session.settle()


def frames_sent(session: WebSocketSession) -> list[tuple[int, bytes]]:
    sent = b""
    while session.outbox:
        data = bytes(session.outbox.next_bytes())
        session.outbox.written(len(data))
        sent += data
    return frames_of(sent)


# What cannot come about in a phase: frames before the handshake, a handshake after it.
IMPOSSIBLE = {
    *(
        (phase, cause)
        for phase in Phase
        if phase is not Phase.CONNECTING
        for cause in (Cause.OPENED, Cause.REFUSED)
    ),
    (Phase.CONNECTING, Cause.THEIR_CLOSE),
    (Phase.CONNECTING, Cause.FAULT),
    (Phase.CONNECTING, Cause.BROKEN),
}


@pytest.mark.parametrize("cause", Cause)
@pytest.mark.parametrize("phase", Phase)
def test_every_step(phase: Phase, cause: Cause) -> None:
    if (phase, cause) in IMPOSSIBLE:
        assert (phase, cause) not in TABLE
        return
    session = in_phase(phase)
    before = (session.close_code, session.close_reason)
    bring_about(session, cause)
    step = TABLE.get((phase, cause))
    if step is None:
        assert session.phase is phase
        assert (session.close_code, session.close_reason) == before
        return
    # With nothing to read an ending connection is settled at once.
    assert session.phase is (Phase.CLOSED if step.phase is Phase.ENDING else step.phase)
    told = {
        Told.NOTHING: (-1, ""),
        Told.THEIRS: (3000, "theirs"),
        Told.FAULT: (1002, "Protocol error"),
        Told.OURS: (4000, "Unknown"),
        Told.UNCHANGED: (3000, "theirs") if phase is Phase.ENDING else before,
    }[step.told]
    if step.phase in (Phase.CLOSED, Phase.ENDING):
        assert (session.close_code, session.close_reason) == told
    expected = {
        Reply.NONE: [],
        Reply.OWN: [(CLOSE, close_body(4001, b"again"))],
        Reply.ECHO: [(CLOSE, close_body(3000, b"theirs"))],
        Reply.FAULT: [(CLOSE, close_body(1002))],
        Reply.HELD: [(CLOSE, close_body(3000, b"theirs"))],
    }[step.reply]
    if cause is not Cause.OPENED:
        assert frames_sent(session) == expected


@pytest.mark.parametrize(
    ("cause", "told", "reply"),
    [
        (Cause.THEIR_CLOSE, (3000, "theirs"), [(CLOSE, close_body(3000, b"theirs"))]),
        (Cause.FAULT, (1002, "Protocol error"), [(CLOSE, close_body(1002))]),
        (Cause.BROKEN, (-1, ""), []),
        (Cause.END, (-1, ""), []),
        (Cause.TIMEOUT, (-1, ""), []),
    ],
)
def test_an_end_with_unread_messages_waits_for_them(
    cause: Cause, told: tuple[int, str], reply: list[tuple[int, bytes]]
) -> None:
    session = in_phase(Phase.OPEN)
    session.receive_data(frame(TEXT, b"one") + frame(BIN, b"two"))
    bring_about(session, cause)
    assert session.phase is Phase.ENDING
    assert session.close_code == -1
    assert send(session, b"answer", text=False) == 0
    session.settle()
    assert session.phase is Phase.CLOSED
    assert (session.close_code, session.close_reason) == told
    assert frames_sent(session) == [(BIN, b"answer"), *reply]
    assert take(session) == (b"one", True)
    assert take(session) == (b"two", False)
    assert take(session) is None


def test_a_pong_in_between_keeps_it_alive() -> None:
    session = in_phase(Phase.OPEN)
    session.tick(10.0)
    session.receive_data(frame(PONG))
    session.tick(20.0)
    assert session.phase is Phase.OPEN


def test_nothing_leaves_closed() -> None:
    assert not [pair for pair in TABLE if pair[0] is Phase.CLOSED]


def test_texts() -> None:
    assert text_of(1009) == "Message too big"
    assert text_of(1006) == "Abnormal closure"
    assert text_of(3000) == "Unknown"
