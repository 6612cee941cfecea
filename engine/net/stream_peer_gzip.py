"""`StreamPeerGZIP`: what is written comes out compressed, or decompressed."""

from __future__ import annotations

import zlib

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    ERR_OUT_OF_MEMORY,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.net._bytes import BytesLike
from engine.net.stream_peer import StreamPeer

_IN_USE = 'Condition "ctx != nullptr" is true. Returning: ERR_ALREADY_IN_USE'
_BAD_SIZE = "Invalid buffer size. It should be a positive integer."
_NO_CONTEXT = 'Parameter "ctx" is null.'
_NOT_COMPRESSING = 'Condition "!ctx || !compressing" is true. Returning: ERR_UNAVAILABLE'
_TOO_FEW = 'Condition "p_bytes != received" is true. Returning: ERR_UNAVAILABLE'
_TOO_MANY = 'Condition "p_bytes != wrote" is true. Returning: ERR_OUT_OF_MEMORY'
_AFTER_END = 'Condition "err != (p_close ? 1 : 0)" is true. Returning: FAILED'
_BAD_DATA = 'Condition "err != 0 && err != 1" is true. Returning: FAILED'

_GZIP, _DEFLATE = 31, 15  # how zlib calls them


class StreamPeerGZIP(StreamPeer):
    """Compresses or decompresses what is written to it, for reading.

    When it decompresses, at most about `buffer_size` bytes wait to be read; no more is taken until
    they are.
    """

    __slots__ = ("_compressor", "_decompressor", "_finished", "_output", "_room")

    def __init__(self) -> None:
        super().__init__()
        self._compressor: zlib._Compress | None = None
        self._decompressor: zlib._Decompress | None = None
        self._output = bytearray()
        self._finished = False
        self._room = 0

    def start_compression(self, use_deflate: bool = False, buffer_size: int = 65535) -> Error:
        """Begins to compress.

        Args:
            use_deflate: in zlib's format instead of gzip's.
            buffer_size: bytes that may wait.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` before `clear`; `ERR_INVALID_PARAMETER` for a bad size.
        """
        problem = self._start(buffer_size)
        if problem is OK:
            self._compressor = zlib.compressobj(wbits=_DEFLATE if use_deflate else _GZIP)
        return problem

    def start_decompression(self, use_deflate: bool = False, buffer_size: int = 65535) -> Error:
        """Begins to decompress; see `start_compression`."""
        problem = self._start(buffer_size)
        if problem is OK:
            self._decompressor = zlib.decompressobj(_DEFLATE if use_deflate else _GZIP)
        return problem

    def _start(self, buffer_size: int) -> Error:
        if self._compressor is not None or self._decompressor is not None:
            error(_IN_USE)
            return ERR_ALREADY_IN_USE
        if buffer_size <= 0:
            error(_BAD_SIZE)
            return ERR_INVALID_PARAMETER
        self._room = (1 << int(buffer_size).bit_length()) - 1
        return OK

    def finish(self) -> Error:
        """Ends what is being compressed, so that all of it can be read."""
        if self._compressor is None:
            error(_NOT_COMPRESSING)
            return ERR_UNAVAILABLE
        if not self._finished:
            self._finished = True
            self._output += self._compressor.flush()
        return OK

    def clear(self) -> None:
        """Begins anew; what was not read is lost."""
        self._compressor = self._decompressor = None
        self._output.clear()
        self._finished = False

    def get_available_bytes(self) -> int:
        """Bytes that can be read."""
        return len(self._output)

    def _take(self, count: int, wait: bool) -> tuple[Error, bytes]:
        data = bytes(self._output[:count])
        del self._output[:count]
        if wait and len(data) < count:
            error(_TOO_FEW)
            return ERR_UNAVAILABLE, data
        return OK, data

    def _give(self, data: BytesLike, wait: bool) -> tuple[Error, int]:
        if self._decompressor is not None:
            return self._decompress(self._decompressor, data, wait)
        if self._compressor is None:
            error(_NO_CONTEXT)
            return ERR_UNCONFIGURED, 0
        if self._finished:
            error(_AFTER_END)
            return FAILED, 0
        self._output += self._compressor.compress(data)
        return OK, len(data)

    def _decompress(
        self, decompressor: zlib._Decompress, data: BytesLike, all_of_it: bool
    ) -> tuple[Error, int]:
        room = self._room - len(self._output)
        taken = 0
        if room > 0 and not decompressor.eof:
            try:
                self._output += decompressor.decompress(data, room)
            except zlib.error:
                error(_BAD_DATA)
                return FAILED, 0
            taken = len(data) - len(decompressor.unconsumed_tail or decompressor.unused_data)
        if all_of_it and taken < len(data):
            error(_TOO_MANY)
            return ERR_OUT_OF_MEMORY, taken
        return OK, taken
