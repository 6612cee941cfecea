"""`OfflineMultiplayerPeer`: a server without anybody else."""

from __future__ import annotations

from engine.core.error import OK, Error
from engine.core.packed_byte_array import PackedByteArray
from engine.net._bytes import BytesLike
from engine.scene.multiplayer_peer import MultiplayerPeer


class OfflineMultiplayerPeer(MultiplayerPeer):
    """What a tree has before anybody connects: one is the server, and alone.

    It is connected always, takes whatever is sent and gives nothing.
    """

    __slots__ = ()

    def get_connection_status(self) -> MultiplayerPeer.ConnectionStatus:
        """Connected, whatever is done."""
        return self.CONNECTION_CONNECTED

    def get_unique_id(self) -> int:
        """1."""
        return self.TARGET_PEER_SERVER

    def get_packet(self) -> PackedByteArray:
        """Nothing, and that is no error."""
        self._packet_error = OK
        return PackedByteArray()

    def put_packet(self, buffer: BytesLike) -> Error:
        """Takes it: there is nobody to get it."""
        return OK
