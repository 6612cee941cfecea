"""What a server sends to its clients, put together for few writes.

Outside of a tick everything is written at once. Within one, frames wait for its end: of a client's
there is then one write, however many there were. What goes to all clients is kept once, in `_log`;
each client has a `place` in it, before which it needs nothing more. Whoever is sent something of
its own gets its part of the log copied into `parts` first, so that all stays in order. At the end
of the tick those without parts of their own get one and the same bytes.

No more than `_MOST` bytes wait for a client; what is larger is written behind them at once.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable

from engine.core.error import OK
from engine.net._bytes import BytesLike
from engine.net._poller import poller
from engine.net._websocket_frames import BINARY, BINARY_HEADS, SHORT, build_frame
from engine.net._websocket_link import WebSocketLink
from engine.net._websocket_states import Phase
from engine.net.websocket_peer import WebSocketPeer

_MOST = 0x8000
_CLOSED = Phase.CLOSED


class Client:
    """A connected client, as the server has it.

    Args:
        websocket: its connection.
        link: what is below it.
        place: how much of the log it does not need.

    Attributes:
        websocket: as given.
        link: as given.
        packets: what came from it and waits to be taken.
        parts: frames that wait, besides those of the log.
        size: bytes of their messages.
        place: as given.
    """

    __slots__ = ("link", "packets", "parts", "place", "size", "websocket")

    def __init__(self, websocket: WebSocketPeer, link: WebSocketLink, place: int) -> None:
        self.websocket = websocket
        self.link = link
        self.packets = link.packets
        self.parts: list[bytes] = []
        self.size = 0
        self.place = place


class Outgoing:
    """Sends to the clients of a server.

    Attributes:
        clients: by id.
    """

    def __init__(self) -> None:
        self.clients: dict[int, Client] = {}
        self._net = poller()
        self._log: list[bytes] = []
        self._log_size = 0
        self._waiting = False
        self._inside = False  # a client is in this process, and may look for it in this very tick
        self._at_end = weakref.WeakMethod(self.flush)

    def add(self, number: int, websocket: WebSocketPeer, link: WebSocketLink) -> None:
        """Counts somebody among the clients."""
        self.clients[number] = Client(websocket, link, len(self._log))
        self._inside |= link.channel.inner

    def to_one(self, client: Client, data: BytesLike) -> None:
        """Sends a message to one client."""
        size = len(data)
        if not self._net.in_tick:
            if client.link.session.phase is not _CLOSED:  # see `_send`
                client.websocket.send(data)
        elif size < SHORT and client.size + size <= _MOST and client.place == len(self._log):
            client.parts.append(BINARY_HEADS[size] + data)  # nearly always, and as `_put` does it
            client.size += size
            if self._inside or not self._waiting:
                self._wait()
        else:
            self._put(client, build_frame(BINARY, data, False), size)

    def to_some(self, clients: Iterable[Client], data: BytesLike) -> None:
        """Sends the same message to several clients."""
        frame, size = build_frame(BINARY, data, False), len(data)
        send = self._put if self._net.in_tick else _send
        for client in clients:
            send(client, frame, size)

    def to_all(self, data: BytesLike) -> None:
        """Sends the same message to all clients."""
        if not self._net.in_tick:
            self.to_some(self.clients.values(), data)
            return
        if self._log_size + len(data) > _MOST:
            self.flush()
        self._log.append(build_frame(BINARY, data, False))
        self._log_size += len(data)
        self._wait()

    def _put(self, client: Client, frame: bytes, size: int) -> None:
        if client.place < len(self._log):
            self._copy_log(client)
        if client.size + size > _MOST:
            self._flush_client(client)
        client.parts.append(frame)
        client.size += size
        if self._inside or not self._waiting:
            self._wait()

    def _copy_log(self, client: Client) -> None:
        missing = self._log[client.place :]
        client.parts += missing
        client.size += sum(map(_size_of, missing))
        client.place = len(self._log)

    def _wait(self) -> None:
        if not self._waiting:
            self._waiting = True
            self._net.before_end(self._at_end)
        if self._inside:
            self._net.look_again()

    # Writing -------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Writes all that waits."""
        self._waiting = False
        if self._log:
            whole = b"".join(self._log)
            for client in self.clients.values():
                if client.place or client.parts:
                    self._copy_log(client)
                else:
                    _send_together(client, self._log, whole, self._log_size)
                client.place = 0
            self._log.clear()
            self._log_size = 0
        for client in self.clients.values():
            if client.parts:
                self._flush_client(client)

    def flush_one(self, client: Client) -> None:
        """Writes what waits for one client."""
        self._copy_log(client)
        self._flush_client(client)

    def _flush_client(self, client: Client) -> None:
        parts, size = client.parts, client.size
        if parts:
            client.parts, client.size = [], 0
            _send_together(client, parts, b"".join(parts), size)


def _size_of(frame: bytes) -> int:
    """The size of a frame's message."""
    width = frame[1]
    return len(frame) - (2 if width < SHORT else 4 if width == SHORT else 10)


def _send_together(client: Client, frames: list[bytes], joined: bytes, size: int) -> None:
    """Sends several frames by one write, or one by one where not all are wanted."""
    session = client.link.session
    if len(frames) > 1:
        if session.outbox or not session.fits(size):
            for frame in frames:
                _send(client, frame, _size_of(frame))
            return
        if session.phase is not _CLOSED:
            session.messages_out += len(frames) - 1
    _send(client, joined, size)


def _send(client: Client, frame: bytes, size: int) -> None:
    """Sends a frame, or what is to be written as one.

    Who has gone is left out: that is about to be told, of one after another, and whoever hears of
    one may send to all that are left.
    """
    link = client.link
    if link.session.phase is not _CLOSED and (
        link.send_frame(frame, size) is not OK or not link.quiet
    ):
        client.websocket._look(link)
