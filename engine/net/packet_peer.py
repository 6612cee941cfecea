"""`PacketPeer`: messages in, messages out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.core._lazy import lazy
from engine.core.error import ERR_OUT_OF_MEMORY, ERR_UNAVAILABLE, OK, Error
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.ref_counted import RefCounted
from engine.net._bytes import BytesLike

if TYPE_CHECKING:
    from engine.core import _variant_codec
else:
    _variant_codec = lazy("engine.core._variant_codec")

_BUFFER_MIN = 1024
_BUFFER_MAX = 256 * 1024 * 1024
_TOO_LARGE = (
    "Failed to encode variant, encode size is bigger then encode_buffer_max_size. "
    "Consider raising it via 'set_encode_buffer_max_size'."
)


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

        It is rounded up to a power of two. Setting less than 1024 or more than 256 MiB prints an
        error and changes nothing.
        """
        return self._encode_buffer_max_size

    @encode_buffer_max_size.setter
    def encode_buffer_max_size(self, size: int) -> None:
        if size < _BUFFER_MIN:
            error(f"Max encode buffer must be at least {_BUFFER_MIN} bytes")
        elif size > _BUFFER_MAX:
            error("Max encode buffer cannot exceed 256 MiB")
        else:
            self._encode_buffer_max_size = 1 << (size - 1).bit_length()

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

    def put_var(self, var: Any, full_objects: bool = False) -> Error:
        """Sends a value as a packet.

        Args:
            var: the value.
            full_objects: whether objects are sent with all that is stored of them.

        Returns:
            `ERR_OUT_OF_MEMORY`, after an error, for what is larger than `encode_buffer_max_size`,
            or what says why the value cannot be encoded; otherwise as `put_packet`.
        """
        problem, data = _variant_codec.encode(var, full_objects)
        if problem is not OK:
            return problem
        if len(data) > self._encode_buffer_max_size:
            error(_TOO_LARGE)
            return ERR_OUT_OF_MEMORY
        return self.put_packet(data)

    def get_var(self, allow_objects: bool = False) -> Any:
        """Takes the oldest packet, and gives the value in it.

        It is None, after an error, when there is no packet, or no value in it; what
        `get_packet_error` gives stays as it was.

        Args:
            allow_objects: whether whole objects are allowed, which may contain code that is run.
        """
        before = self._packet_error
        data = self.get_packet()
        problem, self._packet_error = self._packet_error, before
        value = None
        if problem is OK:
            problem, value, _ = _variant_codec.decode(bytes(data), 0, allow_objects)
        if problem is not OK:
            error('Condition "err != OK" is true. Returning: Variant()')
        return value
