"""The flat paths and wsproto held to each other: the same bytes, the same events.

`Reference` is plain wsproto with Godot's few differences laid on top, each where the notes say so,
and without three faults of its compression: it forgets that a message is compressed when a ping
comes between its fragments, it inflates a frame before it sees that a message is half done, and it
cannot go on behind a block that ends the stream (`lost` says that it met one: from there on it is
no judge).
"""

from __future__ import annotations

from net_wire import PONG, frames_of, request, response
from wsproto.connection import Connection, ConnectionState, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Ping, TextMessage
from wsproto.extensions import PerMessageDeflate
from wsproto.frame_protocol import CloseReason, FrameDecoder, FrameProtocol, Opcode, RsvBits

from engine.net._websocket_handshake import ClientHandshake, ServerHandshake
from engine.net._websocket_session import WebSocketSession, WebSocketSettings
from engine.net._websocket_states import Phase

Outcome = tuple[list[tuple[bytes, bool]], list[bytes], tuple[int, str] | None]

OFFER = "Sec-WebSocket-Extensions: permessage-deflate"


class _Deflate(PerMessageDeflate):
    """Compression with the defaults."""

    def __init__(self) -> None:
        super().__init__()
        self._enabled = True
        self.lost = False
        self._intrudes = False

    def frame_inbound_header(
        self, proto: FrameDecoder | FrameProtocol, opcode: Opcode, rsv: RsvBits, payload_length: int
    ) -> CloseReason | RsvBits:
        if not opcode.iscontrol():
            goes_on = opcode is Opcode.CONTINUATION
            self._intrudes = not goes_on and self._inbound_compressed is not None
            return super().frame_inbound_header(proto, opcode, rsv, payload_length)
        self._inbound_is_compressible = False
        return CloseReason.PROTOCOL_ERROR if rsv.rsv1 else RsvBits(True, False, False)

    def frame_inbound_payload_data(
        self, proto: FrameDecoder | FrameProtocol, data: bytes
    ) -> bytes | CloseReason:
        if self._intrudes and self._inbound_is_compressible:
            return CloseReason.PROTOCOL_ERROR
        found = super().frame_inbound_payload_data(proto, data)
        self.lost |= self._decompressor is not None and self._decompressor.eof
        return found

    def frame_inbound_complete(
        self, proto: FrameDecoder | FrameProtocol, fin: bool
    ) -> bytes | CloseReason | None:
        found = None
        if self._inbound_is_compressible:
            stream = self._decompressor
            found = super().frame_inbound_complete(proto, fin)
            self.lost |= stream is not None and stream.eof
        return found


class Reference:
    """What wsproto makes of the bytes: messages, pings, and how it ended (None: it did not)."""

    def __init__(self, server: bool, compressed: bool) -> None:
        side = ConnectionType.SERVER if server else ConnectionType.CLIENT
        self.deflate = _Deflate()
        self.wire = Connection(side, [self.deflate] if compressed else [])
        self.messages: list[tuple[bytes, bool]] = []
        self.pings: list[bytes] = []
        self.end: tuple[str, int, str] | None = None
        self.part = b""

    def feed(self, data: bytes) -> None:
        self.wire.receive_data(data)
        for event in self.wire.events():
            if self.deflate.lost:
                return
            if isinstance(event, TextMessage):
                self.part += event.data.encode()
            elif isinstance(event, BytesMessage):
                self.part += bytes(event.data)
            elif isinstance(event, Ping):
                if not self.waits_for_surrogate():  # a session has seen that it can be no text
                    self.pings.append(bytes(event.payload))
            elif isinstance(event, CloseConnection):
                kind = "fault" if self.wire.state is ConnectionState.OPEN else "close"
                self.end = (kind, int(event.code), event.reason or "")
                return
            if isinstance(event, TextMessage | BytesMessage) and event.message_finished:
                self.messages.append((self.part, isinstance(event, TextMessage)))
                self.part = b""

    def waits_for_surrogate(self) -> bool:
        """Whether Python's decoder has seen two of three bytes that cannot be a character."""
        decoder = self.wire._proto._message_decoder.decoder
        waiting = bytes(decoder.getstate()[0]) if decoder is not None else b""
        return waiting[:1] == b"\xed" and waiting[1:] >= b"\xa0"


def open_session(server: bool, compressed: bool = False) -> WebSocketSession:
    options = WebSocketSettings(inbound_buffer_size=1 << 22, max_queued_packets=-1)
    handshake = (
        ServerHandshake([], [], deflate=compressed)
        if server
        else ClientHandshake("h", "/", [], [], deflate=compressed)
    )
    session = WebSocketSession(handshake, options)
    session.start(0.0)
    more = [OFFER] if compressed else []
    asked = request(*more) if server else response(bytes(session.outbox.next_bytes()), *more)
    session.receive_data(asked)
    session.outbox.clear()
    assert session.phase is Phase.OPEN
    assert (session.deflater is not None) == compressed
    return session


def outcome(pieces: list[bytes], server: bool, compressed: bool = False) -> Outcome:
    """What a session makes of the bytes: messages, pongs, and how it ended."""
    session = open_session(server, compressed)
    for piece in pieces:
        session.receive_data(piece)
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


def agree(found: Outcome, data: bytes, server: bool, compressed: bool = False) -> None:
    """Fails unless wsproto makes of the bytes what a session made of them."""
    reference = Reference(server, compressed)
    reference.feed(data)
    messages, pongs, end = found
    if reference.deflate.lost:
        assert messages[: len(reference.messages)] == reference.messages
        assert pongs[: len(reference.pings)] == reference.pings
        return
    assert messages == reference.messages
    assert pongs == reference.pings
    if end == (1009, "Message too big"):
        return  # a length that wsproto would wait for
    if reference.end is None and end is not None and end[0] == 1002:
        reference.feed(bytes(14))  # wsproto waits for the payload of what can be no frame here
        assert reference.end is not None
    if reference.end is None:
        assert end is None or (end[0] == 1007 and reference.waits_for_surrogate())
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
        assert end[0] in (0, 1014, 1007)  # 1007: a bad reason beside 1014
