"""Sessions without sockets: opened, fed and asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from net_wire import (
    BIN,
    cuts,
    frame,
    frames_of,
    request,
    response,
    take,
)

from engine.net._websocket_handshake import ClientHandshake, ServerHandshake
from engine.net._websocket_session import (
    WebSocketSession,
    WebSocketSettings,
)
from engine.net._websocket_states import Phase

ROLES = pytest.mark.parametrize("server", [False, True], ids=["client", "server"])


class Case:
    """An open session, and a way to build the other side's frames.

    Args:
        server: which side the session is.
        extensions: with `permessage_deflate`, what the other side offers or answers.
        settings: of the session.
    """

    def __init__(
        self, server: bool, extensions: str = "permessage-deflate", **settings: float
    ) -> None:
        self.server = server
        self.settings = WebSocketSettings(**settings)  # type: ignore[arg-type]
        deflate = self.settings.permessage_deflate
        more = [f"Sec-WebSocket-Extensions: {extensions}"] if deflate and extensions else []
        if server:
            handshake = ServerHandshake([], [], deflate=deflate)
            self.session = WebSocketSession(handshake, self.settings)
            self.session.start(0.0)
            self.session.receive_data(request(*more))
        else:
            asked = ClientHandshake("h", "/", [], [], deflate=deflate)
            self.session = WebSocketSession(asked, self.settings)
            self.session.start(0.0)
            self.session.receive_data(response(bytes(self.session.outbox.next_bytes()), *more))
        assert self.session.phase is Phase.OPEN
        self.session.outbox.clear()

    def frame(self, opcode: int, payload: bytes = b"", **how: int) -> bytes:
        how.setdefault("masked", self.server)
        return frame(opcode, payload, **how)  # type: ignore[arg-type]

    def written(self) -> bytes:
        out = b""
        while self.session.outbox:
            data = bytes(self.session.outbox.next_bytes())
            self.session.outbox.written(len(data))
            out += data
        assert all(bool(second & 0x80) != self.server for second in out[1:2])
        return out

    def sent(self) -> list[tuple[int, bytes]]:
        return frames_of(self.written())

    def packets(self) -> list[tuple[bytes, bool]]:
        found = []
        while packet := take(self.session):
            found.append(packet)
        return found

    def told(self) -> tuple[Phase, int, str]:
        return self.session.phase, self.session.close_code, self.session.close_reason


def each_way(server: bool, build: Callable[[Case], bytes], **settings: float) -> list[Case]:
    """`feed_each_way`, and once more with bytes behind that nobody is to look at."""
    cases = feed_each_way(server, build, **settings)
    case = Case(server, **settings)
    case.session.receive_data(build(case) + case.frame(BIN, b"late") + bytes(range(256)))
    return [*cases, case]


def feed_each_way(server: bool, build: Callable[[Case], bytes], **settings: float) -> list[Case]:
    """The case after the same bytes: whole, byte by byte, and in two pieces."""
    cases = []
    for i in range(3):
        case = Case(server, **settings)
        for piece in list(cuts(build(case)))[i]:
            case.session.receive_data(piece)
        cases.append(case)
    return cases
