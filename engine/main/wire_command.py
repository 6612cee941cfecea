"""`python -m engine wire FILE`: captured multiplayer packets, in words.

A file may be

* lines of JSON, one for each message: `hex`, and as far as they are known `conn` (which
  connection), `dir` (`c2s` or `s2c`: client to server, or back), `t` (milliseconds) and `opcode`
  (of WebSocket: 1 and 2 are messages, 8 is the end); other lines, such as those of a handshake,
  are left out;
* lines of hexadecimal digits, one for each packet, each perhaps behind `c2s` or `s2c`; what stands
  behind `#` is left out;
* bytes: WebSocket frames one after another, or else one packet.

The first message of a connection from server to client, 4 bytes long, is the client's id.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from engine.multiplayer._wire_words import Telling, bytes_in_words
from engine.net._websocket_frames import CLOSE, read_head
from engine.net._websocket_masks import apply_mask

USAGE = """\
usage: python -m engine wire FILE

Explains captured packets of Godot's multiplayer in words. FILE holds lines of JSON as a recording
proxy writes them, lines of hexadecimal digits, or bytes; `-` is standard input.
"""
SERVER_SAYS, CLIENT_SAYS = "s2c", "c2s"
_SERVER = 1
_ID_SIZE = 4
_MESSAGES = (0, 1, 2)
_UNKNOWN_CLIENT = -1  # as a sender, when its id was not seen; less for later connections


class Captured(NamedTuple):
    """One message of a capture.

    Attributes:
        data: its bytes.
        way: `c2s`, `s2c` or "".
        connection: a number for the connection.
        time: milliseconds since some beginning, or None.
        opcode: WebSocket's.
    """

    data: bytes
    way: str = ""
    connection: int = 1
    time: int | None = None
    opcode: int = 2


def main(arguments: Sequence[str]) -> int:
    """Runs the command; gives the exit code."""
    if len(arguments) != 1 or arguments[0] in ("-h", "--help"):
        print(USAGE, end="")
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        data = _content(arguments[0])
    except OSError as problem:
        print(f"{arguments[0]}: {problem.strerror}", file=sys.stderr)
        return 1
    try:
        for line in explain(captured(data)):
            print(line)
    except CaptureError as problem:
        print(f"{arguments[0]}: {problem}", file=sys.stderr)
        return 1
    return 0


def _content(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


class CaptureError(ValueError):
    """A line of a file makes no sense."""


# Files -------------------------------------------------------------------------------------------


def captured(data: bytes) -> Iterator[Captured]:
    """The messages in a file.

    Raises:
        CaptureError: it is text, and a line is neither JSON nor hexadecimal.
    """
    lines = _text_lines(data)
    if lines is None:
        yield from _frames(data)
    elif lines and lines[0][1].startswith("{"):
        for number, line in lines:
            yield from _of_json(number, line)
    else:
        for number, line in lines:
            yield from _of_hex(number, line)


def _text_lines(data: bytes) -> list[tuple[int, str]] | None:
    """The lines with something in them, if it is text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not all(character.isprintable() or character in "\r\n\t" for character in text):
        return None
    lines = enumerate((line.strip() for line in text.splitlines()), 1)
    return [(number, line) for number, line in lines if line]


def _of_json(number: int, line: str) -> Iterator[Captured]:
    try:
        row = json.loads(line)
        if isinstance(row, dict) and "hex" in row:
            data = bytes.fromhex(row["hex"])
            way, opcode = str(row.get("dir", "")), int(row.get("opcode", 2))
            yield Captured(data, way, int(row.get("conn", 1)), row.get("t"), opcode)
    except (ValueError, TypeError) as problem:
        raise CaptureError(f"line {number} is not understood: {problem}") from problem


def _of_hex(number: int, line: str) -> Iterator[Captured]:
    words = line.partition("#")[0].split()
    way = words.pop(0) if words[:1] in ([SERVER_SAYS], [CLIENT_SAYS]) else ""
    if not words:
        return
    try:
        yield Captured(bytes.fromhex("".join(words)), way)
    except ValueError as problem:
        raise CaptureError(
            f"line {number} is no packet: hexadecimal digits are expected, perhaps behind "
            f"{CLIENT_SAYS} or {SERVER_SAYS}"
        ) from problem


def _frames(data: bytes) -> Iterator[Captured]:
    """What WebSocket frames carry; the whole when it is none."""
    found: list[Captured] = []
    at, parts = 0, b""
    while at < len(data):
        masked = at + 1 < len(data) and data[at + 1] >= 0x80
        head = read_head(data, at, masked)
        if head is None or head.broken or not head.clean or head.start + head.size > len(data):
            yield Captured(data)
            return
        payload = data[head.start : head.start + head.size]
        if masked:
            payload = apply_mask(payload, data[head.start - 4 : head.start])
        at = head.start + head.size
        if head.opcode < CLOSE and not head.final:
            parts += payload
            continue
        whole = payload if head.opcode >= CLOSE else parts + payload
        parts = parts if head.opcode >= CLOSE else b""
        way = CLIENT_SAYS if masked else SERVER_SAYS
        found.append(Captured(bytes(whole), way, opcode=head.opcode))
    yield from found


# Words -------------------------------------------------------------------------------------------


def explain(messages: Iterator[Captured]) -> Iterator[str]:
    """A line of words for each message."""
    telling = Telling()
    clients: dict[int, int] = {}
    for message in messages:
        yield _beginning(message) + _said(message, telling, clients)


def _beginning(message: Captured) -> str:
    time = "" if message.time is None else f"{message.time:>7} ms  "
    way = f"{message.connection} {message.way}  " if message.way else ""
    return time + way


def _said(message: Captured, telling: Telling, clients: dict[int, int]) -> str:
    data, connection = message.data, message.connection
    if message.opcode == CLOSE:
        code = str(int.from_bytes(data[:2], "big")) if data else "without a code"
        return f"CLOSE {code} {data[2:].decode('utf-8', 'replace')}".rstrip()
    if message.opcode not in _MESSAGES:
        return f"{'PING' if message.opcode == 9 else 'PONG'} {bytes_in_words(data)}"
    first = connection not in clients and message.way == SERVER_SAYS
    if first and len(data) == _ID_SIZE:
        clients[connection] = int.from_bytes(data, "little", signed=True)
        return f"ID you are {clients[connection]}"
    client = clients.get(connection, _UNKNOWN_CLIENT - connection)
    return telling.explain(data, client if message.way == CLIENT_SAYS else _SERVER)
