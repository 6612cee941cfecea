"""`MultiplayerPeerExtension`: a transport that a script defines.

Each public method of `MultiplayerPeer` is answered by a method of the script: `poll()` by `_poll()`
and so on. Those that a script has to have report an error when they are missing.
"""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core.accessors import accessors
from engine.core.error import ERR_UNAVAILABLE, FAILED, OK, Error
from engine.core.output import error, warning
from engine.core.packed_byte_array import PackedByteArray
from engine.net._bytes import BytesLike, bytes_of
from engine.scene.multiplayer_peer import MultiplayerPeer


def _missing(name: str) -> None:
    error(
        f"Required virtual method MultiplayerPeerExtension::{name} must be overridden before "
        "calling."
    )


class MultiplayerPeerExtension(MultiplayerPeer):
    """To be extended with an own way for packets: a queue, UDP, another network's library.

    A script overrides `_poll`, `_close`, `_disconnect_peer`, `_get_connection_status`,
    `_get_unique_id`, `_is_server`, `_get_max_packet_size`, `_set_target_peer`,
    `_put_packet_script`, `_get_available_packet_count`, `_get_packet_script`, `_get_packet_peer`,
    `_get_packet_mode`, `_get_packet_channel`, and the getters and setters of transfer mode and
    channel; it emits `peer_connected` and `peer_disconnected`. The others are optional.
    """

    __slots__ = ()
    _overridable: ClassVar[tuple[str, ...]] = (
        "_close",
        "_disconnect_peer",
        "_get_available_packet_count",
        "_get_connection_status",
        "_get_max_packet_size",
        "_get_packet",
        "_get_packet_channel",
        "_get_packet_mode",
        "_get_packet_peer",
        "_get_packet_script",
        "_get_transfer_channel",
        "_get_transfer_mode",
        "_get_unique_id",
        "_is_refusing_new_connections",
        "_is_server",
        "_is_server_relay_supported",
        "_poll",
        "_put_packet",
        "_put_packet_script",
        "_set_refuse_new_connections",
        "_set_target_peer",
        "_set_transfer_channel",
        "_set_transfer_mode",
    )

    # The connection ------------------------------------------------------------------------------

    def poll(self) -> None:
        """Calls `_poll`."""
        self._poll()

    def _poll(self) -> None:
        """Brings everything up to date."""
        _missing("_poll")

    def close(self) -> None:
        """Calls `_close`."""
        self._close()

    def _close(self) -> None:
        """Ends all connections."""
        _missing("_close")

    def disconnect_peer(self, peer: int, force: bool = False) -> None:
        """Calls `_disconnect_peer`."""
        self._disconnect_peer(peer, force)

    def _disconnect_peer(self, p_peer: int, p_force: bool) -> None:
        """Ends the connection to a peer."""
        _missing("_disconnect_peer")

    def get_connection_status(self) -> MultiplayerPeer.ConnectionStatus:
        """What `_get_connection_status` says."""
        return self.ConnectionStatus(self._get_connection_status())

    def _get_connection_status(self) -> int:
        """Where the connection stands."""
        _missing("_get_connection_status")
        return self.CONNECTION_DISCONNECTED

    def get_unique_id(self) -> int:
        """What `_get_unique_id` says."""
        return int(self._get_unique_id())

    def _get_unique_id(self) -> int:
        """One's own id."""
        _missing("_get_unique_id")
        return 0

    def _is_server(self) -> bool:
        """Whether one is the server."""
        _missing("_is_server")
        return False

    def is_server_relay_supported(self) -> bool:
        """What `_is_server_relay_supported` says."""
        return bool(self._is_server_relay_supported())

    def _is_server_relay_supported(self) -> bool:
        """Whether clients know of one another, through the server; by default not."""
        return False

    def is_refusing_new_connections(self) -> bool:
        """What `_is_refusing_new_connections` says."""
        return bool(self._is_refusing_new_connections())

    def _is_refusing_new_connections(self) -> bool:
        """Whether new connections are refused; by default as was set."""
        return self._peer_refuses

    def set_refuse_new_connections(self, enable: bool) -> None:
        """Calls `_set_refuse_new_connections`."""
        self._set_refuse_new_connections(enable)

    def _set_refuse_new_connections(self, p_enable: bool) -> None:
        """Has new connections refused; by default it is only noted."""
        self._peer_refuses = bool(p_enable)

    # Packets -------------------------------------------------------------------------------------

    def set_target_peer(self, id: int) -> None:
        """Calls `_set_target_peer`."""
        self._set_target_peer(id)

    def _set_target_peer(self, p_peer: int) -> None:
        """Chooses who gets what is sent."""
        _missing("_set_target_peer")

    def get_available_packet_count(self) -> int:
        """What `_get_available_packet_count` says."""
        return int(self._get_available_packet_count())

    def _get_available_packet_count(self) -> int:
        """Packets that wait."""
        _missing("_get_available_packet_count")
        return 0

    def get_packet(self) -> PackedByteArray:
        """What `_get_packet_script` gives; nothing at all is `ERR_UNAVAILABLE`."""
        if type(self)._get_packet_script is MultiplayerPeerExtension._get_packet_script:
            warning("MultiplayerPeerExtension::_get_packet_native is unimplemented!")
            self._packet_error = FAILED
            return PackedByteArray()
        data = self._get_packet_script()
        self._packet_error = OK if data else ERR_UNAVAILABLE
        return PackedByteArray(data or b"")

    def _get_packet(self, r_buffer: Any, r_buffer_size: Any) -> Error:
        """For transports written in C++; it is not called here: see `_get_packet_script`."""
        return FAILED

    def _get_packet_script(self) -> BytesLike:
        """Takes the packet that has waited longest."""
        return b""

    def put_packet(self, buffer: BytesLike) -> Error:
        """Gives a packet to `_put_packet_script`; nothing at all is not sent, and that is `OK`."""
        data = bytes_of(buffer, "put_packet")
        if not data:
            return OK
        if type(self)._put_packet_script is MultiplayerPeerExtension._put_packet_script:
            warning("MultiplayerPeerExtension::_put_packet_native is unimplemented!")
            return FAILED
        return Error(int(self._put_packet_script(PackedByteArray(data)) or OK))

    def _put_packet(self, p_buffer: Any, p_buffer_size: int) -> Error:
        """For transports written in C++; it is not called here: see `_put_packet_script`."""
        return FAILED

    def _put_packet_script(self, p_buffer: PackedByteArray) -> int:
        """Sends a packet."""
        return FAILED

    def _get_max_packet_size(self) -> int:
        """Bytes of the largest packet."""
        _missing("_get_max_packet_size")
        return 0

    def get_packet_peer(self) -> int:
        """What `_get_packet_peer` says."""
        return int(self._get_packet_peer())

    def _get_packet_peer(self) -> int:
        """Who sent the packet that is taken next."""
        _missing("_get_packet_peer")
        return 0

    def get_packet_mode(self) -> MultiplayerPeer.TransferMode:
        """What `_get_packet_mode` says."""
        return self.TransferMode(self._get_packet_mode())

    def _get_packet_mode(self) -> int:
        """The transfer mode of the packet that is taken next."""
        _missing("_get_packet_mode")
        return self.TRANSFER_MODE_UNRELIABLE

    def get_packet_channel(self) -> int:
        """What `_get_packet_channel` says."""
        return int(self._get_packet_channel())

    def _get_packet_channel(self) -> int:
        """The channel of the packet that is taken next."""
        _missing("_get_packet_channel")
        return 0

    def get_transfer_mode(self) -> MultiplayerPeer.TransferMode:
        """What `_get_transfer_mode` says."""
        return self.TransferMode(self._get_transfer_mode())

    def _get_transfer_mode(self) -> int:
        """How packets are sent."""
        _missing("_get_transfer_mode")
        return self.TRANSFER_MODE_UNRELIABLE

    def set_transfer_mode(self, mode: int) -> None:
        """Calls `_set_transfer_mode`."""
        self._set_transfer_mode(mode)

    def _set_transfer_mode(self, p_mode: int) -> None:
        """Chooses how packets are sent."""
        _missing("_set_transfer_mode")

    def get_transfer_channel(self) -> int:
        """What `_get_transfer_channel` says."""
        return int(self._get_transfer_channel())

    def _get_transfer_channel(self) -> int:
        """The channel that packets are sent on."""
        _missing("_get_transfer_channel")
        return 0

    def set_transfer_channel(self, channel: int) -> None:
        """Calls `_set_transfer_channel`."""
        self._set_transfer_channel(channel)

    def _set_transfer_channel(self, p_channel: int) -> None:
        """Chooses the channel that packets are sent on."""
        _missing("_set_transfer_channel")

    refuse_new_connections = accessors(is_refusing_new_connections, set_refuse_new_connections)
    transfer_channel = accessors(get_transfer_channel, set_transfer_channel)
    transfer_mode = accessors(get_transfer_mode, set_transfer_mode)
