"""Files that are compressed as a whole: those of `FileAccess.open_compressed`.

Such a file begins with four letters, the kind of compression, the size of a block and that of all
the data; then come the sizes of the compressed blocks, the blocks, and the letters once more. In
memory it is plain; it is written when it is closed.
"""

from __future__ import annotations

import io
from struct import Struct

from engine.core import _compression
from engine.core.output import error

_LETTERS = b"GCPF"
_HEAD = Struct("<4sIII")
_SIZE = Struct("<I")
_BLOCK = 4096


def unpacked(data: bytes) -> bytes | None:
    """The data of a compressed file; None for what is none, or is broken."""
    if len(data) < _HEAD.size or not data.startswith(_LETTERS):
        return None
    _, mode, block, total = _HEAD.unpack_from(data)
    if block <= 0:
        return None
    count = total // block + 1
    at = _HEAD.size + count * _SIZE.size
    if at > len(data):
        return None
    sizes = [_SIZE.unpack_from(data, _HEAD.size + i * _SIZE.size)[0] for i in range(count)]
    parts = []
    for index, size in enumerate(sizes):
        length = block if index < count - 1 else total % block
        part = _compression.decompress(data[at : at + size], length, mode) if length else b""
        if len(part) != length:
            return None
        parts.append(part)
        at += size
    return b"".join(parts)


def packed(data: bytes, mode: int) -> bytes:
    """A compressed file with some data."""
    blocks = [
        _compression.compress(data[at : at + _BLOCK], mode)
        for at in range(0, len(data) // _BLOCK * _BLOCK + 1, _BLOCK)
    ]
    head = _HEAD.pack(_LETTERS, mode, _BLOCK, len(data))
    return b"".join((head, *(_SIZE.pack(len(one)) for one in blocks), *blocks, _LETTERS))


class CompressedWriter(io.BytesIO):
    """Collects data, and writes the compressed file when it is closed."""

    def __init__(self, file: io.BufferedIOBase, mode: int) -> None:
        super().__init__()
        self._file = file
        self._mode = mode

    def readable(self) -> bool:
        """False."""
        return False

    def read(self, size: int | None = -1) -> bytes:
        """Refused: it is for writing.

        Raises:
            UnsupportedOperation: always.
        """
        raise io.UnsupportedOperation("read")

    def close(self) -> None:
        """Compresses what was written, and writes the file."""
        if not self.closed:
            with self._file:
                self._file.write(packed(self.getvalue(), self._mode))
        super().close()


def compression_is_known(mode: int) -> bool:
    """Whether there is such a compression; an error says which there are."""
    if mode in (_compression.FASTLZ, _compression.DEFLATE, _compression.GZIP):
        return True
    error(f"Files cannot be compressed in mode {mode}: use FastLZ (0), Deflate (1) or gzip (3).")
    return False
