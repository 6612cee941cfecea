"""Odd handshakes and frames, taken as the real engine takes them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from engine.core import output
from engine.core.error import OK
from engine.multiplayer.websocket_multiplayer_peer import WebSocketMultiplayerPeer
from tests.multiplayer.handshake_cases import CASES, Program, Run
from tests.net.net_wire import RawServer, response, until

CONNECTED = ["connected_to_server id 5", "peer_connected 1"]
GONE = ["peer_disconnected 1", "server_disconnected"]
STAYS = ["close code -1 reason '' state 1", "end status 2 peers 1"]
ENDS = "end status 0 peers 0"

# Where ours does better. Nobody can have relied upon any of it.
BETTER = {
    # What came in good order before a fault counts, also when it was in the same piece.
    ("client", "65536 bytes"): [
        *CONNECTED, *GONE, "close code 1009 reason 'Message too big' state 3", ENDS
    ],
    ("client", "70000 bytes"): [
        *CONNECTED, *GONE, "close code 1009 reason 'Message too big' state 3", ENDS
    ],
    ("client", "opcode 3"): [
        *CONNECTED, *GONE, "close code 1002 reason 'Protocol error' state 3", ENDS
    ],
    ("client", "bad utf8 text"): [
        *CONNECTED, *GONE, "close code 1007 reason 'Invalid frame payload data' state 3", ENDS
    ],
    # A list of tokens is what the header is by its definition, and proxies write one.
    ("client", "connection list"): [*CONNECTED, *STAYS],
    # A header may be empty.
    ("client", "header without a value"): [*CONNECTED, *STAYS],
    ("server", "empty header"): ["peer_connected ID", "end status 2 peers 1"],
    # The WebSocket of a connection that was given up says so.
    ("client", "no answer"): ["connection_failed", "close code -1 reason '' state 3", ENDS],
    # Said once.
    ("server", "big headers 5000"): [
        "ERR WebSocket response headers are too big.", "end status 2 peers 0"
    ],
    # A ping's payload is no part of the message that it came in the middle of.
    ("server", "fragments"): ["peer_connected ID", "peer_packet 3 616263", "end status 2 peers 1"],
}  # fmt: skip


def names(case: dict[str, Any]) -> str:
    return f"{case['engine']}: {case['case']}"


def comparable(line: str) -> str:
    """Without the name of the real engine's function, and what differs from run to run."""
    return re.sub(r"'[A-Za-z0-9+/]{27}='", "KEY", re.sub(r"^ERR \w+: ", "ERR ", line))


@pytest.mark.allow_errors
@pytest.mark.parametrize("case", CASES, ids=names)
def test_as_recorded(case: dict[str, Any]) -> None:
    run = Run(case)
    key = case["engine"], case["case"]
    expected = [comparable(line) for line in case["printed"]]
    assert [comparable(line) for line in run.printed] == BETTER.get(key, expected)
    if case["engine"] == "client":
        asked = [re.sub(r":\d+$", ":PORT", line) for line in run.request]
        asked = [line for line in asked if not line.startswith("Sec-WebSocket-Key: ")]
        recorded = [re.sub(r":\d+$", ":PORT", line) for line in case.get("request", asked)]
        assert asked == recorded
        assert run.sent_back == case.get("sent_back", [])
    elif key not in BETTER or run.printed == expected:
        assert run.answered == case["answered"]
        assert [comparable_id(text) for text in run.sent_back] == case.get("sent_back", [])


def comparable_id(frame: str) -> str:
    return re.sub(r"^2\[4\] .*", "2[4] <id>", frame)


def test_every_exception_is_one() -> None:
    """Each of what is listed as better differs from the recording."""
    recorded = {(case["engine"], case["case"]): case["printed"] for case in CASES}
    for key, lines in BETTER.items():
        assert [comparable(line) for line in recorded[key]] != lines


def test_an_answer_without_an_id_is_not_waited_for_for_ever() -> None:
    """The real engine stays connecting."""
    program = Program({"engine": "client"})
    with RawServer() as listener:
        program.dial(listener.port)
        raw = listener.accept(program.api.poll)
    raw.raw(response(raw.until(b"\r\n\r\n", program.api.poll)))
    until(lambda: program.websocket.get_ready_state() == 1, program.api.poll)
    program.clock.advance(2.9)
    program.api.poll()
    assert program.peer.get_connection_status() == WebSocketMultiplayerPeer.CONNECTION_CONNECTING
    program.clock.advance(0.2)
    program.api.poll()
    assert program.printed == ["connection_failed"]
    assert raw.rest(program.api.poll) == b""
    raw.shut()


def test_a_bad_id_does_not_keep_the_client_connecting() -> None:
    program = Program({"engine": "client"})
    with RawServer() as listener, output.handler(lambda message: None):
        program.dial(listener.port)
        raw = listener.accept(program.api.poll)
        raw.raw(response(raw.until(b"\r\n\r\n", program.api.poll)) + b"\x82\x01\x05")
        until(lambda: program.websocket.get_ready_state() == 2, program.api.poll)
        program.clock.advance(3.1)
        program.api.poll()
    assert program.printed == ["connection_failed"]
    assert program.peer.create_client("ws://127.0.0.1:1") is OK
    program.peer.close()
    raw.shut()
