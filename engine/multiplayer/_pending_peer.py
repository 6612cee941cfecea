"""A connection that a server has taken and that is no client yet."""

from __future__ import annotations

from engine.core.error import OK
from engine.net._farewell import forget
from engine.net._websocket_frames import BINARY, build_frame
from engine.net._websocket_handshake import ServerHandshake, Verdict
from engine.net._websocket_link import WebSocketLink
from engine.net._websocket_states import Phase
from engine.net.stream_peer import StreamPeer
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tls_options import TLSOptions
from engine.net.websocket_peer import WebSocketPeer

ID_SIZE = 4
"""Bytes of the first message: the client's id."""


class PendingPeer:
    """TCP, then perhaps TLS, then the WebSocket handshake.

    The id goes out right behind the handshake's answer, before anything that the client's first
    frames may cause.

    Args:
        number: the id that the client will get.
        tcp: the connection.
        tls_options: makes it an encrypted one.
        websocket: what shall carry the packets.
        deadline: when it has to be done, in seconds.

    Attributes:
        websocket: as given.
        deadline: as given.
    """

    __slots__ = ("_handshake", "_id_frame", "_stream", "_tls_options", "deadline", "websocket")

    def __init__(
        self,
        number: int,
        tcp: StreamPeerTCP,
        tls_options: TLSOptions | None,
        websocket: WebSocketPeer,
        deadline: float,
    ) -> None:
        self._id_frame = build_frame(BINARY, number.to_bytes(ID_SIZE, "little"), False)
        self._stream: StreamPeer = tcp
        self._tls_options = tls_options
        self._handshake: ServerHandshake | None = None
        self.websocket = websocket
        self.deadline = deadline

    def advance(self, welcome: bool) -> bool:
        """Goes on; false when nothing will come of it.

        Args:
            welcome: whether the client gets its id when the handshake is done.
        """
        if self._handshake is None and not self._begin():
            return False
        handshake = self._handshake
        if handshake is None:
            return True
        handshake.greeting = self._id_frame if welcome else b""
        self.websocket.poll()
        state = self.websocket.get_ready_state()
        return state is WebSocketPeer.STATE_CONNECTING or self.is_admitted()

    def _begin(self) -> bool:
        """Gets to the WebSocket handshake, through that of TLS where there is one."""
        if self._tls_options is not None:
            encrypted = StreamPeerTLS()
            if encrypted.accept_stream(self._stream, self._tls_options) is not OK:
                return False
            self._stream, self._tls_options = encrypted, None
        stream = self._stream
        if isinstance(stream, StreamPeerTLS):
            stream.poll()
            if stream.get_status() == StreamPeerTLS.STATUS_HANDSHAKING:
                return True
            if stream.get_status() != StreamPeerTLS.STATUS_CONNECTED:
                return False
        if self.websocket.accept_stream(stream) is not OK:
            return False
        link = link_of(self.websocket)
        forget(link)
        assert isinstance(link.session.handshake, ServerHandshake)
        self._handshake = link.session.handshake
        return True

    def is_admitted(self) -> bool:
        """Whether the handshake is done, whatever has become of the connection since."""
        return self._handshake is not None and self._handshake.verdict is Verdict.ACCEPTED

    def has_left(self) -> bool:
        """Whether the client has gone again without a word, as after long waiting."""
        self.websocket.poll()
        link = link_of(self.websocket)
        over = link.session.phase is Phase.CLOSED and link.session.close_code < 0
        return over and not link.packets

    def drop(self) -> None:
        """Ends the connection without a word."""
        self.websocket.close(-1)


def link_of(websocket: WebSocketPeer) -> WebSocketLink:
    """The connection under a WebSocket that has been begun."""
    link = websocket._link
    assert link is not None
    return link
