"""Bytes as scripts hand them in."""

from __future__ import annotations

BytesLike = bytes | bytearray | memoryview


def bytes_of(value: object, call: str) -> BytesLike:
    """`value` as bytes; a list of numbers is cut to bytes, as a PackedByteArray would be.

    Args:
        value: bytes, a PackedByteArray, or a list of numbers.
        call: the function that takes it, for the message.

    Raises:
        TypeError: for anything else.
    """
    if isinstance(value, bytes | bytearray):
        return value
    if isinstance(value, memoryview):
        return value.cast("B") if value.contiguous else value.tobytes()
    if isinstance(value, list | tuple):
        return bytes([int(number) & 0xFF for number in value])
    hint = "; encode it first: text.encode()" if isinstance(value, str) else ""
    raise TypeError(
        f"{call}() takes bytes or a PackedByteArray, not {type(value).__name__} {value!r}{hint}"
    )
