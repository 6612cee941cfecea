"""Peers that are connected in memory, over links with delay, loss and reordering.

    network = MultiplayerNetwork(clock, LinkConditions(delay=0.05, loss=0.1), seed=7)
    server = network.create_server()
    client = network.create_client()

They are peers like any other: assign them to `multiplayer_peer`. Time is the clock's, and what is
random depends on the seed alone. `Cluster` has trees around them that run in step.

Where a WebSocket makes everything reliable and ordered, transfer modes mean something here, as they
do with ENet: unreliable packets get lost and overtake one another, ordered ones that were overtaken
are dropped, and reliable ones keep their order in each channel. `streamed=True` is as a WebSocket.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import deque
from typing import Any

from engine.core.clock import Clock, ManualClock
from engine.core.error import (
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.net._bytes import BytesLike, bytes_of
from engine.scene.multiplayer_peer import MultiplayerPeer, Received
from engine.testing._links import CONTROL, RELIABLE, Line
from engine.testing._links import LinkConditions as LinkConditions
from engine.testing._links import LinkStatistics as LinkStatistics

_HELLO, _WELCOME, _PACKET, _BYE = "hello", "welcome", "packet", "bye"
_SERVER = MultiplayerPeer.TARGET_PEER_SERVER
_FIRST_CLIENT = 2


class Link:
    """The connection of a client to the server.

    Attributes:
        up: from the client to the server.
        down: from the server to the client.
    """

    def __init__(self, conditions: LinkConditions, seed: str) -> None:
        self.up = Line(conditions, f"{seed} up")
        self.down = Line(conditions, f"{seed} down")

    def set_conditions(self, conditions: LinkConditions) -> None:
        """Makes it better or worse, both ways, for what is sent from now on."""
        self.up.conditions = self.down.conditions = conditions

    def cut(self) -> None:
        """From now on everything is lost, reliable or not, and nobody is told."""
        self.up.cut = self.down.cut = True
        self.up.clear()
        self.down.clear()

    def mend(self) -> None:
        """What is sent from now on arrives again."""
        self.up.cut = self.down.cut = False


class MultiplayerNetwork:
    """A server and its clients in one process.

    Args:
        clock: what time goes by; by default a `ManualClock` that stands still.
        conditions: how good the links are; by default perfect.
        seed: what everything random depends on.

    Attributes:
        clock: as given.
        conditions: of the links that are made from now on.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        conditions: LinkConditions | None = None,
        seed: int = 0,
    ) -> None:
        self.clock: Clock = ManualClock() if clock is None else clock
        self.conditions = conditions or LinkConditions()
        self._seed = seed
        self._made = 0
        self._knocking: list[Link] = []  # links of clients that the server has not let in

    def create_server(self) -> NetworkServer:
        """The server: there should be one at a time."""
        return NetworkServer(self)

    def create_client(self, conditions: LinkConditions | None = None) -> NetworkClient:
        """A client that begins to connect.

        Args:
            conditions: how good its link is; by default as the network's are.
        """
        self._made += 1
        link = Link(conditions or self.conditions, f"{self._seed} {self._made}")
        self._knocking.append(link)
        return NetworkClient(self, link)


class NetworkPeer(MultiplayerPeer):
    """A peer of a `MultiplayerNetwork`; made by it."""

    def __init__(self, network: MultiplayerNetwork, status: MultiplayerPeer.ConnectionStatus):
        super().__init__()
        self._network = network
        self._status = status
        self._unique_id = 0
        self._arrived: deque[Received] = deque()

    def get_connection_status(self) -> MultiplayerPeer.ConnectionStatus:
        """Where the connection stands."""
        return self._status

    def get_unique_id(self) -> int:
        """1 for the server, 2, 3, ... for the clients in the order in which they were let in."""
        return self._unique_id

    def is_server_relay_supported(self) -> bool:
        """Clients know of one another, through the server."""
        return True

    def close(self) -> None:
        """Ends all connections; the other sides hear of it when word gets there."""
        for line in self._ways_out(0):
            self._say(line, _BYE)
        self._end()

    @abstractmethod
    def _ways_out(self, target: int) -> list[Line]:
        """The lines to a target."""

    def _end(self) -> None:
        self._status = self.CONNECTION_DISCONNECTED
        self._unique_id = 0
        self._arrived.clear()

    def _say(self, line: Line, word: str, what: Any = None) -> None:
        now = self._network.clock.now()
        line.put((word, what), now, size=0, mode=RELIABLE, channel=CONTROL)

    # Packets -------------------------------------------------------------------------------------

    def get_available_packet_count(self) -> int:
        """Packets that wait to be taken."""
        return len(self._arrived)

    def get_packet_peer(self) -> int:
        """Who sent the packet that is taken next."""
        return self._arrived[0][0] if self._arrived else 0

    def get_packet_mode(self) -> MultiplayerPeer.TransferMode:
        """The transfer mode of the packet that is taken next."""
        return self.TransferMode(self._arrived[0][2] if self._arrived else RELIABLE)

    def get_packet_channel(self) -> int:
        """The channel of the packet that is taken next."""
        return self._arrived[0][3] if self._arrived else 0

    def get_packet(self) -> PackedByteArray:
        """Takes the packet that has waited longest."""
        if not self._arrived:
            self._packet_error = ERR_UNAVAILABLE
            return PackedByteArray()
        self._packet_error = OK
        return PackedByteArray(self._arrived.popleft()[1])

    def put_packet(self, buffer: BytesLike) -> Error:
        """Sends a packet to the peer or peers chosen by `set_target_peer`."""
        data = bytes(bytes_of(buffer, "put_packet"))
        if self._status is not self.CONNECTION_CONNECTED:
            error("The network's peer is not connected.")
            return ERR_UNCONFIGURED
        lines = self._ways_out(self._peer_target)
        if not lines and self._peer_target > 0:
            error(f"Peer not found: {self._peer_target}")
            return ERR_INVALID_PARAMETER
        now, mode, channel = self._network.clock.now(), int(self._peer_mode), self._peer_channel
        for line in lines:
            item = _PACKET, (data, mode, channel)
            line.put(item, now, size=len(data), mode=mode, channel=channel)
        return OK

    def _receive(self, sender: int, what: tuple[bytes, int, int]) -> None:
        self._arrived.append((sender, *what))


class NetworkServer(NetworkPeer):
    """The server of a `MultiplayerNetwork`."""

    def __init__(self, network: MultiplayerNetwork) -> None:
        super().__init__(network, self.CONNECTION_CONNECTED)
        self._unique_id = _SERVER
        self._links: dict[int, Link] = {}
        self._next_id = _FIRST_CLIENT

    def get_link(self, peer: int) -> Link:
        """The link to a client.

        Raises:
            KeyError: there is no such client.
        """
        return self._links[peer]

    def disconnect_peer(self, peer: int, force: bool = False) -> None:
        """Ends the connection to a client; see `MultiplayerPeer`."""
        link = self._links.pop(peer, None)
        if link is not None:
            self._say(link.down, _BYE)
            if not force:
                self.peer_disconnected.emit(peer)

    def poll(self) -> None:
        """Takes what has arrived."""
        now = self._network.clock.now()
        if self._status is self.CONNECTION_DISCONNECTED:
            return
        if not self._peer_refuses:
            for link in list(self._network._knocking):
                if link.up.take(now):
                    self._let_in(link)
        for number, link in list(self._links.items()):
            while (item := link.up.take(now)) is not None:
                word, what = item
                if word == _BYE:
                    del self._links[number]
                    self.peer_disconnected.emit(number)
                    break
                self._receive(number, what)

    def _let_in(self, link: Link) -> None:
        self._network._knocking.remove(link)
        number = self._next_id
        self._next_id += 1
        self._links[number] = link
        self._say(link.down, _WELCOME, number)
        self.peer_connected.emit(number)

    def _ways_out(self, target: int) -> list[Line]:
        if target > 0:
            return [self._links[target].down] if target in self._links else []
        return [link.down for number, link in self._links.items() if number != -target]

    def _end(self) -> None:
        super()._end()
        self._links.clear()


class NetworkClient(NetworkPeer):
    """A client of a `MultiplayerNetwork`.

    Attributes:
        link: its connection.
        timeout: seconds until connecting fails.
    """

    def __init__(self, network: MultiplayerNetwork, link: Link) -> None:
        super().__init__(network, self.CONNECTION_CONNECTING)
        self.link = link
        self.timeout = 3.0
        self._began = network.clock.now()
        self._say(link.up, _HELLO)

    def disconnect_peer(self, peer: int, force: bool = False) -> None:
        """Ends the connection to the server; see `MultiplayerPeer`."""
        if peer == _SERVER and self._status is self.CONNECTION_CONNECTED:
            self._say(self.link.up, _BYE)
            if not force:
                self.peer_disconnected.emit(_SERVER)
            self._end()

    def poll(self) -> None:
        """Takes what has arrived."""
        now = self._network.clock.now()
        while self._status is not self.CONNECTION_DISCONNECTED:
            item = self.link.down.take(now)
            if item is None:
                break
            self._follow(*item)
        if self._status is self.CONNECTION_CONNECTING and now - self._began > self.timeout:
            self._end()

    def _follow(self, word: str, what: Any) -> None:
        if word == _WELCOME:
            self._status, self._unique_id = self.CONNECTION_CONNECTED, what
            self.peer_connected.emit(_SERVER)
        elif word == _PACKET:
            self._receive(_SERVER, what)
        else:
            if self._status is self.CONNECTION_CONNECTED:
                self.peer_disconnected.emit(_SERVER)
            self._end()

    def _ways_out(self, target: int) -> list[Line]:
        return [self.link.up]

    def _end(self) -> None:
        super()._end()
        if self.link in self._network._knocking:
            self._network._knocking.remove(self.link)
