"""`PacketPeer`: messages in, messages out."""

from __future__ import annotations

from engine.core.error import ERR_UNAVAILABLE, OK, Error
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.ref_counted import RefCounted
from engine.net._bytes import BytesLike

_BUFFER_MIN = 1024
_BUFFER_MAX = 256 * 1024 * 1024


class PacketPeer(RefCounted):
    """The base of everything that carries whole messages."""

    __slots__ = ("_encode_buffer_max_size", "_packet_error")

    def __init__(self) -> None:
        super().__init__()
        self._encode_buffer_max_size = 8 * 1024 * 1024
        self._packet_error: Error = OK

    @property
    def encode_buffer_max_size(self) -> int:
        """The largest value that can be sent as one packet, in bytes once encoded.

        Setting less than 1024 or more than 256 MiB prints an error and changes nothing.
        """
        return self._encode_buffer_max_size

    @encode_buffer_max_size.setter
    def encode_buffer_max_size(self, size: int) -> None:
        if size < _BUFFER_MIN:
            error(f"Max encode buffer must be at least {_BUFFER_MIN} bytes")
        elif size > _BUFFER_MAX:
            error("Max encode buffer cannot exceed 256 MiB")
        else:
            self._encode_buffer_max_size = size

    def get_encode_buffer_max_size(self) -> int:
        """The value of `encode_buffer_max_size`."""
        return self._encode_buffer_max_size

    def set_encode_buffer_max_size(self, max_size: int) -> None:
        """Sets `encode_buffer_max_size`."""
        self.encode_buffer_max_size = max_size

    def get_available_packet_count(self) -> int:
        """Packets that wait to be taken."""
        return 0

    def get_packet(self) -> PackedByteArray:
        """Takes the oldest packet; an empty one, and an error, when there is none."""
        self._packet_error = ERR_UNAVAILABLE
        return PackedByteArray()

    def get_packet_error(self) -> Error:
        """How the last `get_packet` went."""
        return self._packet_error

    def put_packet(self, buffer: BytesLike) -> Error:
        """Sends a packet."""
        return ERR_UNAVAILABLE
