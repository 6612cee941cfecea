"""The compressions of `PackedByteArray`, `FileAccess` and their like, by Godot's numbers.

FastLZ, Deflate and gzip are there. Zstandard and Brotli are not in Python's library: using them is
an error that says so.
"""

from __future__ import annotations

import zlib

from engine.core import _fastlz
from engine.core.output import error, warning

FASTLZ = 0
DEFLATE = 1
ZSTD = 2
GZIP = 3
BROTLI = 4

# Both ends of FastLZ work on no less than this.
_FASTLZ_LEAST = 16
# What zlib calls them: a window of 32 KiB, with 16 more for the header of gzip.
_WINDOWS = {DEFLATE: zlib.MAX_WBITS, GZIP: zlib.MAX_WBITS + 16}
_NAMES = {ZSTD: "Zstandard", BROTLI: "Brotli"}
_USE = "use FastLZ (0), Deflate (1) or gzip (3)"


def _not_there(mode: int) -> None:
    if mode in _NAMES:
        error(f"{_NAMES[mode]} compression (mode {mode}) is not supported: {_USE}.")
    else:
        error(f"There is no compression mode {mode}: {_USE}.")


def compress(data: bytes, mode: int) -> bytes:
    """The data, compressed; nothing if it is empty, or if that is not possible."""
    if not data:
        return b""
    if mode == FASTLZ:
        return _fastlz.compress(data.ljust(_FASTLZ_LEAST, b"\0"))
    if mode in _WINDOWS:
        packer = zlib.compressobj(wbits=_WINDOWS[mode])
        return packer.compress(data) + packer.flush()
    if mode == BROTLI:
        error("Only brotli decompression is supported.")
    else:
        _not_there(mode)
    return b""


def decompress(data: bytes, size: int, mode: int) -> bytes:
    """What was compressed.

    Args:
        data: compressed data, not empty.
        size: how many bytes may come out.
        mode: the compression.

    Returns:
        Nothing if the data is broken, or if more comes out than `size` bytes.
    """
    if mode == FASTLZ:
        return _decompress_fastlz(data, size)
    if mode not in _WINDOWS:
        _not_there(mode)
        return b""
    unpacker = zlib.decompressobj(_WINDOWS[mode])
    try:
        # Room for one more byte, so that the end is noticed when all is in.
        out = unpacker.decompress(data, size + 1)
    except zlib.error:
        out = b""
    if not unpacker.eof or len(out) > size:
        error('Condition "err != 1" is true. Returning: -1')
        return b""
    return out


def _decompress_fastlz(data: bytes, size: int) -> bytes:
    if size < _FASTLZ_LEAST:
        out, _ = _fastlz.decompress(data, _FASTLZ_LEAST)
        return out.ljust(size, b"\0")[:size]
    out, whole = _fastlz.decompress(data, size)
    return out if whole else b""


def decompress_dynamic(data: bytes, most: int, mode: int) -> bytes | None:
    """What was compressed with Deflate or gzip, of a size that is not known.

    Args:
        data: compressed data.
        most: how many bytes may come out; -1 for any number.
        mode: the compression.

    Returns:
        None if the data is broken, or if more comes out than `most` bytes.
    """
    if not data:
        error('Condition "p_src_size <= 0" is true. Returning: (-3)')
        return None
    if mode not in _WINDOWS:
        error('Condition "p_mode != MODE_DEFLATE && p_mode != MODE_GZIP" is true. Returning: (-1)')
        return None
    unpacker = zlib.decompressobj(_WINDOWS[mode])
    try:
        out = unpacker.decompress(data, most + 1 if most >= 0 else 0)
    except zlib.error as problem:
        warning(str(problem).rpartition(": ")[2])
        return None
    return out if unpacker.eof and not 0 <= most < len(out) else None
