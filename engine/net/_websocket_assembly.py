"""Messages put together from their parts: inflated, kept within the limit, and checked as text.

Parts come as their bytes come, so bad text and too much of it fail at the first byte that shows it,
and a small message that would inflate to gigabytes is given up when it has passed the limit.
"""

from __future__ import annotations

import zlib
from codecs import utf_8_decode

from engine.net._websocket_deflate import Inflater
from engine.net._websocket_frames import Buffer, Packet
from engine.net._websocket_states import BAD_TEXT, TOO_BIG

_SURROGATE = b"\xed\xa0"
"""So begins what is no character, though its length would be right."""


class Assembly:
    """The message that is being put together, one after the other.

    Attributes:
        compressed: its parts are to be inflated.
        size: bytes that it has so far.
        inflater: for compressed ones; None: there can be none.
        largest: bytes that a message may have.
    """

    __slots__ = ("_parts", "_tail", "_text", "compressed", "inflater", "largest", "size")

    def __init__(self) -> None:
        self.compressed = False
        self.size = 0
        self.inflater: Inflater | None = None
        self.largest = 0
        self._text = False
        self._tail = b""  # the beginning of a character whose rest has not come yet
        self._parts: list[Buffer] = []

    def begin(self, text: bool, compressed: bool) -> None:
        """Begins with a message."""
        self._text = text
        self.compressed = compressed
        self.size = 0
        self._parts.clear()

    def add(self, data: Buffer, final: bool, keep: bool) -> int:
        """Takes a part.

        Args:
            data: its bytes, unmasked.
            final: whether it is the last.
            keep: false: the message will be thrown away.

        Returns:
            0, or the close code for what is wrong with it.
        """
        if self.compressed:
            if not keep:
                return 0
            inflated = self._inflate(data, final)
            if inflated is None:
                return BAD_TEXT
            data = inflated
        size = len(data)
        self.size += size
        if self.size > self.largest:  # bad text in front of the limit comes first
            data = data[: size + self.largest - self.size]
            return TOO_BIG if self._is_text(data, False) else BAD_TEXT
        if not self._is_text(data, final):
            return BAD_TEXT
        if keep and size:
            self._parts.append(data)
        return 0

    def _inflate(self, data: Buffer, final: bool) -> bytes | None:
        assert self.inflater is not None
        room = self.largest - self.size
        try:
            found = self.inflater.inflate(data, room)
            if final and len(found) <= room:
                found += self.inflater.end(room - len(found))
        except zlib.error:
            return None
        return found

    def _is_text(self, data: Buffer, final: bool) -> bool:
        """Whether nothing is wrong with `data` as the next bytes of the message."""
        if not self._text:
            return True
        if self._tail:
            data = self._tail + data
        elif data.isascii():
            return True
        try:
            used = utf_8_decode(data, "strict", final)[1]
        except UnicodeDecodeError:
            return False
        tail = self._tail = bytes(data[used:])
        return tail < _SURROGATE or tail[0] > 0xED  # Python would wait for the third byte

    def forget(self) -> None:
        """Throws away what has come."""
        self._parts.clear()

    def take(self) -> Packet:
        """The whole message."""
        parts = self._parts
        whole = parts[0] if len(parts) == 1 else b"".join(parts)
        self._parts = []
        return whole, self._text
