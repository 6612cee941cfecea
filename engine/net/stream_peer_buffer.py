"""`StreamPeerBuffer`: a stream over an array of bytes."""

from __future__ import annotations

from engine.core.error import ERR_INVALID_PARAMETER, OK, Error
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.net._bytes import BytesLike, bytes_of
from engine.net.stream_peer import StreamPeer

_NEGATIVE = 'Condition "p_pos < 0" is true.'
_BEYOND = 'Condition "p_pos > data.size()" is true.'
_NEGATIVE_SIZE = 'Condition "p_size < 0" is true. Returning: ERR_INVALID_PARAMETER'


class StreamPeerBuffer(StreamPeer):
    """Bytes in memory, read and written from a position that moves on.

    Reading beyond the end gives `ERR_INVALID_PARAMETER`; writing there makes the array longer.
    """

    __slots__ = ("_data", "_position")

    def __init__(self) -> None:
        super().__init__()
        self._data = bytearray()
        self._position = 0

    @property
    def data_array(self) -> PackedByteArray:
        """All the bytes, a copy; setting it sets the position to 0."""
        return PackedByteArray(self._data)

    @data_array.setter
    def data_array(self, data: BytesLike) -> None:
        self._data = bytearray(bytes_of(data, "data_array"))
        self._position = 0

    def get_data_array(self) -> PackedByteArray:
        """The value of `data_array`."""
        return self.data_array

    def set_data_array(self, data: BytesLike) -> None:
        """Sets `data_array`."""
        self.data_array = PackedByteArray(bytes_of(data, "set_data_array"))

    def get_size(self) -> int:
        """How many bytes there are."""
        return len(self._data)

    def get_position(self) -> int:
        """Where the next byte is read or written."""
        return self._position

    def seek(self, position: int) -> None:
        """Sets the position, at most to the end."""
        if position < 0:
            error(_NEGATIVE)
        elif position > len(self._data):
            error(_BEYOND)
        else:
            self._position = int(position)

    def resize(self, size: int) -> None:
        """Cuts the array, or fills it up with zeros; the position stays."""
        if size < 0:
            error(_NEGATIVE_SIZE)
        elif size < len(self._data):
            del self._data[size:]
        else:
            self._data += bytes(size - len(self._data))

    def clear(self) -> None:
        """Throws everything away."""
        self._data.clear()
        self._position = 0

    def duplicate(self) -> StreamPeerBuffer:
        """A new buffer with the same bytes, at its beginning."""
        made = StreamPeerBuffer()
        made._data += self._data
        return made

    def get_available_bytes(self) -> int:
        """Bytes from the position to the end."""
        return len(self._data) - self._position

    def _take(self, count: int, wait: bool) -> tuple[Error, bytes]:
        data = bytes(self._data[self._position : self._position + count])
        self._position += len(data)
        return ERR_INVALID_PARAMETER if wait and len(data) < count else OK, data

    def _give(self, data: BytesLike, wait: bool) -> tuple[Error, int]:
        size = len(data)
        if self._position > len(self._data):
            self.resize(self._position)
        self._data[self._position : self._position + size] = data
        self._position += size
        return OK, size
