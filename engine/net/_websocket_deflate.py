"""permessage-deflate (RFC 7692): what is offered, what is agreed, and the two streams.

A client offers once: `permessage-deflate; client_max_window_bits`, which leaves every choice to the
server. A server takes the first offer that it can keep, and answers with nothing but what was
offered. What an offer or an answer must not say (unknown or repeated parameters, bad values) makes
a server pass over the offer, and a client fail the connection.

The "window" is how far back a stream may refer: 2 to the power of 8 to 15 bytes. zlib has no raw
streams of 8 bits to write, so there repeats of the last byte are all that is looked for: those are
valid in a window of any size. A stream that may not refer to earlier messages (no "context
takeover") is begun anew for each message.
"""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from engine.net._websocket_frames import Buffer

NAME = "permessage-deflate"
OFFER = f"{NAME}; client_max_window_bits"

COMPRESS_FROM = 64
"""Shorter messages go out as they are: compressing takes longer than they are worth, in bytes."""

_TAIL = b"\x00\x00\xff\xff"  # ends a flushed stream; it is left out on the wire
_EMPTY = b"\x00"  # an empty block, less the tail
_MOST_BITS = 15
_SLICE = 4096

_TOKEN = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_EXTENSION = re.compile(
    rf'({_TOKEN})\s*((?:;\s*{_TOKEN}\s*(?:=\s*(?:{_TOKEN}|"{_TOKEN}")\s*)?)*)(?:,[\s,]*|$)',
    re.ASCII,
)
_BITS = {str(bits): bits for bits in range(8, _MOST_BITS + 1)}

Parameters = list[tuple[str, str | None]]


class Agreement(NamedTuple):
    """What both sides keep to.

    Attributes:
        server_fresh: the server begins its stream anew for each message.
        client_fresh: the client does.
        server_bits: the window of what the server sends.
        client_bits: the window of what the client sends.
    """

    server_fresh: bool = False
    client_fresh: bool = False
    server_bits: int = _MOST_BITS
    client_bits: int = _MOST_BITS


def parse_extensions(value: str) -> list[tuple[str, Parameters]] | None:
    """The extensions that a header names, with their parameters; None: it is malformed."""
    found, pos = [], 0
    value = value.strip(", \t")  # empty elements are no fault
    while pos < len(value):
        match = _EXTENSION.match(value, pos)
        if match is None:
            return None
        parameters: Parameters = []
        for part in match[2].split(";")[1:]:
            name, equals, given = part.partition("=")
            parameters.append((name.strip(), given.strip().strip('"') if equals else None))
        found.append((match[1], parameters))
        pos = match.end()
    return found


def accept_offer(value: str) -> tuple[Agreement | None, str] | None:
    """Chooses among a client's offers.

    Args:
        value: its header of extensions.

    Returns:
        What is agreed (None: nothing) and the answer's header; or None when the header is
        malformed.
    """
    offers = parse_extensions(value)
    if offers is None:
        return None
    for name, parameters in offers:
        agreement = _agreement(parameters, answer=False) if name == NAME else None
        if agreement is not None:
            return agreement, _answer(agreement, parameters)
    return None, ""


def _answer(agreement: Agreement, offered: Parameters) -> str:
    words = [NAME]
    names = dict(offered)
    if agreement.server_fresh:
        words.append("server_no_context_takeover")
    if agreement.client_fresh:
        words.append("client_no_context_takeover")
    if "server_max_window_bits" in names:
        words.append(f"server_max_window_bits={agreement.server_bits}")
    if names.get("client_max_window_bits") is not None:
        words.append(f"client_max_window_bits={agreement.client_bits}")
    return "; ".join(words)


def read_answer(value: str) -> Agreement | str | None:
    """What a server's answer to `OFFER` agrees upon; None: nothing; a text: why it cannot be."""
    extensions = parse_extensions(value)
    if extensions is None:
        return f"Malformed extensions -> {value}"
    agreement = None
    for name, parameters in extensions:
        if name != NAME:
            return f"Received unrequested extension -> {name}"
        if agreement is not None:
            return f"Received extension twice -> {name}"
        agreement = _agreement(parameters, answer=True)
        if agreement is None:
            return f"Invalid extension parameters -> {value}"
    return agreement


def _agreement(parameters: Parameters, *, answer: bool) -> Agreement | None:
    """What parameters amount to; None: they are not to be accepted."""
    names = dict(parameters)
    if len(names) < len(parameters):
        return None
    fresh = {}
    for side in ("server", "client"):
        name = f"{side}_no_context_takeover"
        fresh[side] = name in names
        if names.pop(name, None) is not None:
            return None
    bits = {"server": _MOST_BITS, "client": _MOST_BITS}
    for side in bits:
        name = f"{side}_max_window_bits"
        if name not in names:
            continue
        given = names.pop(name)
        if given is None and side == "client" and not answer:
            continue  # it only says that it could
        if given not in _BITS:
            return None
        bits[side] = _BITS[given]
    if names:
        return None
    return Agreement(fresh["server"], fresh["client"], bits["server"], bits["client"])


class Deflater:
    """The stream that is written.

    Args:
        bits: its window.
        fresh: it begins anew for each message.
    """

    __slots__ = ("_bits", "_fresh", "_stream")

    def __init__(self, bits: int, fresh: bool) -> None:
        self._bits = bits
        self._fresh = fresh
        self._stream = self._begin()

    def _begin(self) -> zlib._Compress:
        if self._bits > 8:
            return zlib.compressobj(zlib.Z_BEST_SPEED, zlib.DEFLATED, -self._bits)
        return zlib.compressobj(zlib.Z_BEST_SPEED, zlib.DEFLATED, -9, 8, zlib.Z_RLE)

    def deflate(self, payload: Buffer | memoryview) -> bytes:
        """The payload of one message, compressed."""
        stream = self._stream
        data = stream.compress(payload) + stream.flush(zlib.Z_SYNC_FLUSH)
        if self._fresh:
            self._stream = self._begin()
        return data[:-4] or _EMPTY


class Inflater:
    """The stream that is read, part by part and message by message.

    Args:
        bits: its window.
        fresh: it begins anew for each message.
    """

    __slots__ = ("_bits", "_ended", "_fresh", "_stream")

    def __init__(self, bits: int, fresh: bool) -> None:
        self._bits = max(bits, 9)  # zlib writes with 9 when it is told 8
        self._fresh = fresh
        self._begin()

    def _begin(self) -> None:
        self._stream = zlib.decompressobj(-self._bits)
        self._ended = False  # a block ended the stream, and nothing came behind it

    def inflate(self, data: Buffer, most: int) -> bytes:
        """A part of a message.

        Args:
            data: its bytes on the wire.
            most: more bytes than this are of no use.

        Returns:
            The bytes it stands for; one more than `most` when there are more.

        Raises:
            zlib.error: it is no such stream.
        """
        if not data:
            return b""
        found = self._stream.decompress(data, most + 1)
        if not self._stream.eof:
            self._ended = False
            return found
        return found + self._inflate_rest(self._stream.unused_data, most - len(found))

    def _inflate_rest(self, data: bytes, most: int) -> bytes:
        """Goes on behind a block that ended the stream: the next block begins a new one."""
        parts = []
        for at in range(0, len(data), _SLICE):  # so that each end copies no more than a slice
            piece = data[at : at + _SLICE]
            while piece and most >= 0:
                if self._stream.eof:
                    self._begin()
                part = self._stream.decompress(piece, most + 1)
                piece = self._stream.unused_data
                most -= len(part)
                parts.append(part)
        if self._stream.eof:
            self._begin()
            self._ended = True
        return b"".join(parts)

    def end(self, most: int) -> bytes:
        """The last bytes of a message, at most one more than `most`.

        Raises:
            zlib.error: it is no such stream.
        """
        found = b"" if self._ended else self.inflate(_TAIL, most)
        if self._fresh:
            self._begin()
        return found


def streams(agreement: Agreement, server: bool) -> tuple[Deflater, Inflater]:
    """The streams of one side."""
    ours = Deflater(agreement.server_bits, agreement.server_fresh)
    theirs = Inflater(agreement.client_bits, agreement.client_fresh)
    if server:
        return ours, theirs
    return (
        Deflater(agreement.client_bits, agreement.client_fresh),
        Inflater(agreement.server_bits, agreement.server_fresh),
    )
