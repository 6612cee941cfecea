"""A UDP socket that does not block, and the packets that wait in front of a script."""

from __future__ import annotations

import socket
import sys
from collections import deque

from engine.core.output import warning
from engine.net._addresses import Address, spell
from engine.net._poller import READ, poller, wait_for

_PACKET_MAX = 0x10000
_READS_MAX = 4096  # a poll ends, however fast others send
_HEAD = 24  # bytes of a packet's address and size, where Godot keeps them


class UdpSocket:
    """A socket; packets go to and come from anybody, or one address if it is connected.

    Args:
        ipv6: the kind of addresses.
        dual: IPv4 as well, for an IPv6 socket.

    Attributes:
        failed: the last `receive` met a failure.
    """

    __slots__ = ("_asked", "_dual", "_fd", "_ipv6", "_known_port", "_poller", "_socket", "failed")

    def __init__(self, ipv6: bool, dual: bool = False) -> None:
        self._fd = -1
        self.failed = False
        self._ipv6, self._dual = ipv6, ipv6 and dual
        family = socket.AF_INET6 if ipv6 else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        if ipv6:
            self._socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(not dual))
        self._poller = poller()
        self._asked = self._poller.tick
        self._known_port = 0  # the local one, once there is one and the poller knows it
        self._fd = self._socket.fileno()
        self._poller.add(self._fd, READ)

    def __del__(self) -> None:
        self.close()

    def bind(self, address: Address, port: int) -> bool:
        """Takes a port; false: it is taken, or the address is not this machine's."""
        try:
            self._socket.bind(address.target(port, self._dual))
        except OSError:
            return False
        self._note_port()
        return True

    def connect(self, address: Address, port: int) -> bool:
        """Wants nothing to do with anybody else; false: the system refuses."""
        try:
            self._socket.connect(address.target(port, self._dual))
        except OSError:
            return False
        self._note_port()
        return True

    def _note_port(self) -> None:
        if not self._known_port:
            self._known_port = self.port
            self._poller.add_port(self._known_port)

    @property
    def port(self) -> int:
        """The local port."""
        return int(self._socket.getsockname()[1])

    def send(self, data: bytes, address: Address | None, port: int) -> bool | None:
        """Sends a packet; without an address to whom it is connected. None: no room just now."""
        try:
            if address is None:
                self._socket.send(data)
            else:
                self._socket.sendto(data, address.target(port, self._dual))
        except (BlockingIOError, InterruptedError):
            return None
        except OSError:
            return False
        self._note_port()  # sending has given it one
        if self._poller.is_ours(port):
            self._poller.look_again()
        return True

    def receive(self) -> list[tuple[bytes, str, int]]:
        """The packets that have come, with their senders as Godot spells them.

        It stops at a failure: what was sent before has met nobody, for example.
        """
        found: list[tuple[bytes, str, int]] = []
        self.failed = False
        for _ in range(_READS_MAX):
            try:
                data, sender = self._socket.recvfrom(_PACKET_MAX)
            except (BlockingIOError, InterruptedError):
                break
            except OSError:
                self.failed = True
                break
            found.append((data, spell(sender[0]), int(sender[1])))
        return found

    def ready(self) -> bool:
        """Whether it is worth while to read now; see `_poller`."""
        tick = self._poller.tick
        if self._asked == tick:
            return True
        self._asked = tick
        return self._fd in self._poller.ready

    def wait(self) -> None:
        """Blocks until a packet is there."""
        wait_for(self._fd, READ, None)

    def set_broadcast(self, enabled: bool) -> None:
        """Whether packets may go to everybody on a network."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, int(enabled))

    def speaks(self, address: Address) -> bool:
        """Whether it is for this kind of addresses."""
        return self._dual or address.ipv6 == self._ipv6

    def change_group(self, group: Address, interface: str, join: bool) -> bool:
        """Joins or leaves a multicast group on a network interface; false: the system refuses."""
        try:
            index = socket.if_nametoindex(interface)
            if group.ipv6:
                packed = socket.inet_pton(socket.AF_INET6, group.host)
                option = socket.IPV6_JOIN_GROUP if join else socket.IPV6_LEAVE_GROUP
                request = packed + index.to_bytes(4, sys.byteorder)
                self._socket.setsockopt(socket.IPPROTO_IPV6, option, request)
            else:
                option = socket.IP_ADD_MEMBERSHIP if join else socket.IP_DROP_MEMBERSHIP
                request = socket.inet_aton(group.host) + _membership(index)
                self._socket.setsockopt(socket.IPPROTO_IP, option, request)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Gives the port back."""
        if self._fd >= 0:
            self._poller.remove(self._fd)
            if self._known_port:
                self._poller.remove_port(self._known_port)
            self._socket.close()
            self._fd = -1


def _membership(index: int) -> bytes:
    """How a network interface is named in a membership."""
    if sys.platform == "win32":
        return index.to_bytes(4, "big")
    return bytes(4) + index.to_bytes(4, sys.byteorder)


class UdpInbox:
    """Packets that wait for a script, in as much room as Godot has for them.

    Args:
        size: bytes, with 24 for each packet's address; rounded up to a power of two.

    Attributes:
        count: packets that came.
        bytes_in: their bytes.
        dropped: packets that came and found no room.
    """

    __slots__ = ("_packets", "_room", "bytes_in", "count", "dropped")

    def __init__(self, size: int = 65536) -> None:
        self._packets: deque[tuple[bytes, str, int]] = deque()
        self._room = (1 << max(size, 0).bit_length()) - 1
        self.count = self.bytes_in = self.dropped = 0

    def __len__(self) -> int:
        return len(self._packets)

    def followed_by(self, size: int = 65536) -> UdpInbox:
        """An empty one of another size that goes on counting."""
        fresh = UdpInbox(size)
        fresh.count, fresh.bytes_in, fresh.dropped = self.count, self.bytes_in, self.dropped
        return fresh

    def put(self, packet: tuple[bytes, str, int]) -> None:
        """Keeps a packet, or drops it with a warning."""
        size = len(packet[0]) + _HEAD
        if size > self._room:
            warning("Buffer full, dropping packets!")
            self.dropped += 1
            return
        self.count += 1
        self.bytes_in += size - _HEAD
        self._room -= size
        self._packets.append(packet)

    def take(self) -> tuple[bytes, str, int]:
        """The oldest packet."""
        packet = self._packets.popleft()
        self._room += len(packet[0]) + _HEAD
        return packet
