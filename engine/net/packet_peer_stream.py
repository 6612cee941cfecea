"""`PacketPeerStream`: packets over a stream, each with its length in front."""

from __future__ import annotations

from engine.core.error import (
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.project_settings import ProjectSettings
from engine.net._bytes import BytesLike, bytes_of
from engine.net.packet_peer import PacketPeer
from engine.net.stream_peer import StreamPeer

_HEAD = 4  # bytes of the length, the lowest first
_READ_SIZE = 0x10000
_NO_STREAM = 'Condition "peer.is_null()" is true. Returning: ERR_UNCONFIGURED'
_INCOMPLETE = 'Condition "remaining < (int)len" is true. Returning: ERR_UNAVAILABLE'
_NO_HEAD = 'Condition "remaining < 4" is true. Returning: ERR_UNAVAILABLE'
_TOO_LARGE = (
    'Condition "p_buffer_size + 4 > output_buffer.size()" is true. Returning: ERR_INVALID_PARAMETER'
)


class PacketPeerStream(PacketPeer):
    """Puts packets on a stream and takes them from it.

    The stream has to be polled by whoever owns it. An empty packet is not sent at all.
    """

    __slots__ = ("_inbox", "_input_size", "_output_size", "_stream")

    def __init__(self) -> None:
        super().__init__()
        size = 1 << int(
            ProjectSettings.get_setting("network/limits/packet_peer_stream/max_buffer_po2", 16)
        )
        self._stream: StreamPeer | None = None
        self._inbox = bytearray()
        self._input_size = self._output_size = size

    @property
    def stream_peer(self) -> StreamPeer | None:
        """The stream; another one throws away what was read and not taken."""
        return self._stream

    @stream_peer.setter
    def stream_peer(self, peer: StreamPeer | None) -> None:
        if peer is not self._stream:
            self._inbox.clear()
        self._stream = peer

    def get_stream_peer(self) -> StreamPeer | None:
        """The value of `stream_peer`."""
        return self._stream

    def set_stream_peer(self, peer: StreamPeer | None) -> None:
        """Sets `stream_peer`."""
        self.stream_peer = peer

    @property
    def input_buffer_max_size(self) -> int:
        """Bytes of the largest packet that can come; with 4 more, it becomes a power of two."""
        return self._input_size - _HEAD

    @input_buffer_max_size.setter
    def input_buffer_max_size(self, size: int) -> None:
        if size < 0:
            error("Max size of input buffer size cannot be smaller than 0.")
        elif self._inbox:
            error("Buffer in use, resizing would cause loss of data.")
        else:
            self._input_size = _rounded(size)

    def get_input_buffer_max_size(self) -> int:
        """The value of `input_buffer_max_size`."""
        return self.input_buffer_max_size

    def set_input_buffer_max_size(self, max_size_bytes: int) -> None:
        """Sets `input_buffer_max_size`."""
        self.input_buffer_max_size = max_size_bytes

    @property
    def output_buffer_max_size(self) -> int:
        """Bytes of the largest packet that can be sent; see `input_buffer_max_size`."""
        return self._output_size - _HEAD

    @output_buffer_max_size.setter
    def output_buffer_max_size(self, size: int) -> None:
        self._output_size = _rounded(size)

    def get_output_buffer_max_size(self) -> int:
        """The value of `output_buffer_max_size`."""
        return self.output_buffer_max_size

    def set_output_buffer_max_size(self, max_size_bytes: int) -> None:
        """Sets `output_buffer_max_size`."""
        self.output_buffer_max_size = max_size_bytes

    # Packets -------------------------------------------------------------------------------------

    def get_available_packet_count(self) -> int:
        """Whole packets that have come."""
        if not self._fill():
            return 0
        count, place = 0, 0
        while (end := self._end_of(place)) is not None:
            count, place = count + 1, end
        return count

    def get_packet(self) -> PackedByteArray:
        """Takes the oldest packet.

        When there is none it is empty, and `get_packet_error` is `ERR_UNAVAILABLE`, or
        `ERR_UNCONFIGURED` without a stream.
        """
        if not self._fill():
            self._packet_error = ERR_UNCONFIGURED
            return PackedByteArray()
        end = self._end_of(0)
        if end is None:
            error(_INCOMPLETE if len(self._inbox) >= _HEAD else _NO_HEAD)
            self._packet_error = ERR_UNAVAILABLE
            return PackedByteArray()
        packet = PackedByteArray(self._inbox[_HEAD:end])
        del self._inbox[:end]
        self._packet_error = OK
        return packet

    def put_packet(self, buffer: BytesLike) -> Error:
        """Sends a packet, waiting until the stream has taken all of it; nothing is not sent.

        Returns:
            `OK`; `ERR_UNCONFIGURED` without a stream; `ERR_INVALID_PARAMETER` for more than
            `output_buffer_max_size` bytes; or what the stream says.
        """
        data = bytes_of(buffer, "put_packet")
        if not data:
            return OK
        if not self._fill() or self._stream is None:
            return ERR_UNCONFIGURED
        if len(data) + _HEAD > self._output_size:
            error(_TOO_LARGE)
            return ERR_INVALID_PARAMETER
        return self._stream.put_data(len(data).to_bytes(_HEAD, "little") + data)

    def _fill(self) -> bool:
        """Reads what has come, as far as there is room; false, after an error: no stream."""
        if self._stream is None:
            error(_NO_STREAM)
            return False
        while (room := self._input_size - len(self._inbox)) > 0:
            data = self._stream._take(min(room, _READ_SIZE), False)[1]
            if not data:
                break
            self._inbox += data
        return True

    def _end_of(self, place: int) -> int | None:
        """Where the packet that begins at `place` ends; None when it is not all there."""
        head = self._inbox[place : place + _HEAD]
        if len(head) < _HEAD:
            return None
        end = place + _HEAD + int.from_bytes(head, "little")
        return end if end <= len(self._inbox) else None


def _rounded(size: int) -> int:
    """A power of two that has room for so many bytes and a length."""
    return 1 << (max(int(size), 0) + _HEAD - 1).bit_length()
