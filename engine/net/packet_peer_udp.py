"""`PacketPeerUDP`: packets by UDP."""

from __future__ import annotations

import socket
import weakref
from typing import TYPE_CHECKING

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_BUSY,
    ERR_CANT_CREATE,
    ERR_CANT_RESOLVE,
    ERR_INVALID_PARAMETER,
    ERR_LOCKED,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.net._addresses import Address, parse_address, read_address, spell
from engine.net._bytes import BytesLike, bytes_of
from engine.net._statistics import PacketStatistics
from engine.net._udp_socket import UdpInbox, UdpSocket
from engine.net.ip import resolve_now
from engine.net.packet_peer import PacketPeer

if TYPE_CHECKING:
    from engine.net.udp_server import UDPServer

_OPEN = 'Condition "_sock->is_open()" is true. Returning: ERR_ALREADY_IN_USE'
_NOT_OPEN = 'Condition "!is_open()" is true. Returning: {}'
_NO_DESTINATION = 'Condition "!peer_addr.is_valid()" is true. Returning: ERR_UNCONFIGURED'
_BAD_PORT = "The local port number must be between 0 and 65535 (inclusive)."
_BAD_BIND = (
    'Condition "!p_bind_address.is_valid() && !p_bind_address.is_wildcard()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
_BAD_HOST = 'Condition "!p_host.is_valid()" is true. Returning: ERR_INVALID_PARAMETER'
_OF_SERVER = 'Condition "udp_server" is true. Returning: ERR_LOCKED'
_BAD_GROUP = 'Condition "!p_multi_address.is_valid()" is true. Returning: ERR_INVALID_PARAMETER'
_OTHER_KIND = 'Condition "!_can_use_ip(p_ip, false)" is true. Returning: ERR_INVALID_PARAMETER'
_BAD_INTERFACE = 'Condition "!if_ip.is_valid()" is true. Returning: ERR_INVALID_PARAMETER'
_IPV4_ALONE = 'Condition "!p_ip.is_wildcard() && !p_ip.is_ipv4()" is true. Returning: 0'
_IPV6_ALONE = (
    'Condition "!p_ip.is_wildcard() && p_ip_type == IP::TYPE_IPV6 && p_ip.is_ipv4()" is true. '
    "Returning: 0"
)
_REFUSED = 'Condition "ret != 0" is true. Returning: FAILED'
_CONNECTED = "Destination address cannot be set for connected sockets"


class PacketPeerUDP(PacketPeer):
    """Sends packets to an address and receives them from anybody, or from that address alone.

    A packet may be lost, or overtaken by another; it comes whole or not at all.
    """

    __slots__ = (
        "_broadcast",
        "_connected",
        "_destination",
        "_inbox",
        "_port",
        "_sender",
        "_sent",
        "_sent_bytes",
        "_server",
        "_socket",
    )

    def __init__(self) -> None:
        super().__init__()
        self._socket: UdpSocket | None = None
        self._server: weakref.ref[UDPServer] | None = None
        self._inbox = UdpInbox()
        self._destination: Address | None = None
        self._port = 0
        self._sender = ("", 0)
        self._connected = self._broadcast = False
        self._sent = self._sent_bytes = 0

    @classmethod
    def _of_server(cls, server: UDPServer, host: Address, port: int) -> PacketPeerUDP:
        """The other end of somebody who sent to a server."""
        made = PacketPeerUDP()
        made._server = weakref.ref(server)
        made._destination, made._port = host, port
        made._connected = True
        return made

    def __del__(self) -> None:
        self.close()

    # Where packets go ----------------------------------------------------------------------------

    def bind(self, port: int, bind_address: str = "*", recv_buf_size: int = 65536) -> Error:
        """Takes a local port.

        Args:
            port: 0 is any free one.
            bind_address: `*` for all of this machine's, by IPv4 and IPv6; or an address.
            recv_buf_size: bytes of packets, each with 24 more, that may wait to be taken.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` when there is a socket; `ERR_UNAVAILABLE` when the port is
            taken or the address not this machine's; `ERR_INVALID_PARAMETER` for what is none;
            `ERR_CANT_CREATE` when the system gives no socket.
        """
        address = read_address(bind_address)
        if self._is_open():
            error(_OPEN)
            return ERR_ALREADY_IN_USE
        if not 0 <= port <= 65535:
            error(_BAD_PORT)
            return ERR_INVALID_PARAMETER
        if address is None:
            error(_BAD_BIND)
            return ERR_INVALID_PARAMETER
        opened = self._open(address, bind_address == "*")
        if opened is None:
            return ERR_CANT_CREATE
        if not opened.bind(address, port):
            self.close()
            return ERR_UNAVAILABLE
        self._inbox = self._inbox.followed_by(recv_buf_size)
        return OK

    def connect_to_host(self, host: str, port: int) -> Error:
        """Sends to an address, and receives from it alone.

        Returns:
            `OK`; `ERR_LOCKED` for one that a `UDPServer` made; `ERR_INVALID_PARAMETER` for what is
            no address or port; `FAILED` when the system refuses.
        """
        address = read_address(host)
        if self._server is not None:
            error(_OF_SERVER)
            return ERR_LOCKED
        if address is None:
            error(_BAD_HOST)
            return ERR_INVALID_PARAMETER
        if not 1 <= port <= 65535:
            error("The remote port number must be between 1 and 65535 (inclusive).")
            return ERR_INVALID_PARAMETER
        opened = self._socket or self._open(address, False)
        if opened is not None and not opened.speaks(address):
            error(_OTHER_KIND.replace("p_ip", "p_host"))
        if opened is None or not opened.connect(address, int(port)):
            error("Unable to connect")
            self.close()
            return FAILED
        self._destination, self._port = address, int(port)
        self._connected = True
        self._inbox = UdpInbox()
        return OK

    def set_dest_address(self, host: str, port: int) -> Error:
        """Says where packets go to.

        Args:
            host: an address; a name is looked up, which may take its time.
            port: cut to 16 bits.

        Returns:
            `OK`, or `ERR_CANT_RESOLVE`.
        """
        if self._connected:
            error(_CONNECTED)
            return OK
        address = parse_address(host) or next(iter(resolve_now(host)), None)
        if address is None:
            return ERR_CANT_RESOLVE
        self._destination, self._port = address, int(port) & 0xFFFF
        return OK

    def set_broadcast_enabled(self, enabled: bool) -> None:
        """Whether packets may go to everybody on a network, such as `255.255.255.255`."""
        self._broadcast = bool(enabled)
        if self._socket is not None:
            self._socket.set_broadcast(self._broadcast)

    def join_multicast_group(self, multicast_address: str, interface_name: str) -> Error:
        """Receives what is sent to a group, too.

        Args:
            multicast_address: the group.
            interface_name: the network interface, as in `IP.get_local_interfaces`.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` for what is no address or interface; `FAILED` when the
            system refuses.
        """
        group = read_address(multicast_address)
        if group is None:
            error(_BAD_GROUP)
            return ERR_INVALID_PARAMETER
        if not self._is_open():
            self._open(group, False)
        return self._change_group(group, interface_name, True)

    def leave_multicast_group(self, multicast_address: str, interface_name: str) -> Error:
        """Receives it no longer; `ERR_UNCONFIGURED` without a socket."""
        group = read_address(multicast_address)
        if self._socket is None:
            error('Condition "!_sock->is_open()" is true. Returning: ERR_UNCONFIGURED')
            return ERR_UNCONFIGURED
        return self._change_group(group, interface_name, False)

    def _change_group(self, group: Address | None, interface: str, join: bool) -> Error:
        if group is None or self._socket is None or not self._socket.speaks(group):
            error(_OTHER_KIND)
            return ERR_INVALID_PARAMETER
        if interface not in (name for _, name in socket.if_nameindex()):
            error(_BAD_INTERFACE)
            return ERR_INVALID_PARAMETER
        if self._socket.change_group(group, interface, join):
            return OK
        error(_REFUSED)
        return FAILED

    # Packets -------------------------------------------------------------------------------------

    def put_packet(self, buffer: BytesLike) -> Error:
        """Sends a packet. Nothing at all is not sent, and that is `OK`.

        Returns:
            `OK`; `ERR_UNCONFIGURED` without a destination; `ERR_BUSY` when the system has no room
            for it just now; `FAILED` when it cannot be sent, being too large for example.
        """
        data = bytes(bytes_of(buffer, "put_packet"))
        if not data:
            return OK
        if self._destination is None:
            error(_NO_DESTINATION)
            return ERR_UNCONFIGURED
        server = self._server() if self._server is not None else None
        opened = server._socket if server is not None else None
        if opened is None:
            opened = self._socket or self._open(self._destination, False)
        if opened is None:
            return FAILED
        if not opened.speaks(self._destination):
            error(_IPV4_ALONE if self._destination.ipv6 else _IPV6_ALONE)
            return FAILED
        straight = self._connected and server is None
        sent = opened.send(data, None if straight else self._destination, self._port)
        if sent:
            self._sent += 1
            self._sent_bytes += len(data)
            return OK
        return ERR_BUSY if sent is None else FAILED

    def get_available_packet_count(self) -> int:
        """Packets that wait to be taken; -1 without a socket, or when the system reports a failure.

        Such as that nobody listened where the last packet went.
        """
        return len(self._inbox) if self._poll() else -1

    def get_packet(self) -> PackedByteArray:
        """Takes the oldest packet.

        When there is none it is empty, and `get_packet_error` is `ERR_UNAVAILABLE`, or `FAILED`
        without a socket, or when the system reports a failure.
        """
        if not self._poll():
            self._packet_error = FAILED
            return PackedByteArray()
        if not len(self._inbox):
            self._packet_error = ERR_UNAVAILABLE
            return PackedByteArray()
        data, host, port = self._inbox.take()
        self._sender = host, port
        self._packet_error = OK
        return PackedByteArray(data)

    def wait(self) -> Error:
        """Blocks until a packet is there; `ERR_UNCONFIGURED` without a socket."""
        if self._socket is None:
            error(_NOT_OPEN.format("ERR_UNCONFIGURED"))
            return ERR_UNCONFIGURED
        self._socket.wait()
        return OK

    def get_packet_ip(self) -> str:
        """The address that the packet taken last came from."""
        return self._sender[0]

    def get_packet_port(self) -> int:
        """The port that the packet taken last came from."""
        return self._sender[1]

    # The socket ----------------------------------------------------------------------------------

    def is_bound(self) -> bool:
        """Whether there is a socket."""
        return self._is_open()

    def is_socket_connected(self) -> bool:
        """Whether it is `connect_to_host`'s, or a `UDPServer`'s."""
        return self._is_open() and self._connected

    def get_local_port(self) -> int:
        """The local port."""
        server = self._server() if self._server is not None else None
        opened = server._socket if server is not None else self._socket
        if opened is None:
            error(_NOT_OPEN.format("FAILED"))
            return 0
        return opened.port

    def close(self) -> None:
        """Gives the port back, and throws away what was not taken."""
        server = self._server() if self._server is not None else None
        if server is not None and self._destination is not None:
            server._forget(spell(self._destination.host), self._port)
        self._server = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        self._connected = False
        self._inbox = self._inbox.followed_by()

    def statistics(self) -> PacketStatistics:
        """What the peer has carried since it was made."""
        inbox = self._inbox
        return PacketStatistics(
            inbox.bytes_in,
            self._sent_bytes,
            inbox.count,
            self._sent,
            len(inbox),
            inbox.dropped,
        )

    def _is_open(self) -> bool:
        return self._socket is not None or self._server is not None

    def _open(self, address: Address, dual: bool) -> UdpSocket | None:
        try:
            self._socket = UdpSocket(address.ipv6, dual)
        except OSError:  # no such family here, or no more files
            return None
        self._socket.set_broadcast(self._broadcast)
        return self._socket

    def _poll(self) -> bool:
        """Takes what has come from the system; false: there is no socket, or a failure."""
        if self._server is not None:
            return True
        if self._socket is None:
            return False
        if not self._socket.ready():
            return True
        for packet in self._socket.receive():
            self._inbox.put(packet)
        return not self._socket.failed
