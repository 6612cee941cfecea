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
_NEARLY_MOST = _MOST - SHORT
_CLOSED = Phase.CLOSED


class Client:
    """A connected client, as the server has it.

    Args:
        number: its id.
        websocket: its connection.
        link: what is below it.
        place: how much of the log it does not need.

    Attributes:
        number: as given.
        websocket: as given.
        link: as given.
        packets: what came from it and waits to be taken.
        parts: frames that wait, besides those of the log.
        size: bytes of their messages.
        place: as given.
    """

    __slots__ = ("link", "number", "packets", "parts", "place", "size", "websocket")

    def __init__(
        self, number: int, websocket: WebSocketPeer, link: WebSocketLink, place: int
    ) -> None:
        self.number = number
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
        self._addressed: list[Client] = []  # those that have parts, or had
        self._waiting = False
        self._inside = False  # a client is in this process, and may look for it in this very tick
        self._at_end = weakref.WeakMethod(self.flush)

    def add(self, number: int, websocket: WebSocketPeer, link: WebSocketLink) -> None:
        """Counts somebody among the clients."""
        self.clients[number] = Client(number, websocket, link, len(self._log))
        self._inside |= link.channel.inner

    def to_one(self, client: Client, data: BytesLike) -> None:
        """Sends a message to one client."""
        size = len(data)
        if not self._net.in_tick:
            if client.link.session.phase is not _CLOSED:  # see `_send`
                client.websocket.send(data)
        elif size >= SHORT or client.size > _NEARLY_MOST or client.place < len(self._log):
            self._put(client, build_frame(BINARY, data, False), size)
        else:  # nearly always, and as `_put` does it
            parts = client.parts
            if not parts or self._inside:
                self._begin(client)
            parts.append(BINARY_HEADS[size] + data)
            client.size += size

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
        if not client.parts or self._inside:
            self._begin(client)
        if client.place < len(self._log):
            self._copy_log(client)
        if client.size + size > _MOST:
            self._flush_client(client)
        client.parts.append(frame)
        client.size += size

    def _copy_log(self, client: Client) -> None:
        missing = self._log[client.place :]
        client.parts += missing
        client.size += sum(map(_size_of, missing))
        client.place = len(self._log)

    def _begin(self, client: Client) -> None:
        """Notes that a client will have parts."""
        if not client.parts:
            self._addressed.append(client)
        if self._inside or not self._waiting:
            self._wait()

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
                    self.flush_one(client)
                else:
                    _send_together(client, self._log, whole, self._log_size)
                client.place = 0
            self._log.clear()
            self._log_size = 0
        addressed, self._addressed = self._addressed, []
        for client in addressed:
            self._flush_client(client)

    def flush_one(self, client: Client) -> None:
        """Writes what waits for one client."""
        self._copy_log(client)
        self._flush_client(client)

    def _flush_client(self, client: Client) -> None:
        parts, size = client.parts, client.size
        if parts:
            client.parts, client.size = [], 0
            if len(parts) == 1:
                _send(client, parts[0], size)
            else:
                _send_together(client, parts, b"".join(parts), size)


def _size_of(frame: bytes) -> int:
    """The size of a frame's message."""
    width = frame[1]
    return len(frame) - (2 if width < SHORT else 4 if width == SHORT else 10)


def _send_together(client: Client, frames: list[bytes], joined: bytes, size: int) -> None:
    """Sends several frames by one write, or one by one where not all are wanted."""
    session, more = client.link.session, len(frames) - 1
    if more and (session.outbox.length or not session.fits(size)):
        for frame in frames:
            _send(client, frame, _size_of(frame))
    else:
        _send(client, joined, size, more)


def _send(client: Client, frame: bytes, size: int, more: int = 0) -> None:
    """Sends a frame; or several, as one that stands for so many more.

    Who has gone is left out: that is about to be told, of one after another, and whoever hears of
    one may send to all that are left.
    """
    link = client.link
    if link.session.phase is not _CLOSED:
        if more:
            link.session.messages_out += more
        if link.send_frame(frame, size) is not OK or not link.quiet:
            client.websocket._look(link)
