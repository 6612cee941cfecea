"""Our peers and real Godot's, talking to each other."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from net_wire import Patience, pause, until

from engine.core.error import OK
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

GODOT = shutil.which("godot-real") or shutil.which("godot")
pytestmark = [
    pytest.mark.godot,
    pytest.mark.skipif(GODOT is None, reason="there is no Godot here"),
]

CONNECTING, OPEN, CLOSING, CLOSED = range(4)
HEARTBEAT = 0.4
"""Seconds: on a busy machine a pong may take some time."""
CLOSES = [(1000, ""), (1000, "bye"), (4000, "grüß €"), (3000, "x" * 123), (0, ""), (1011, "no")]
MESSAGES: list[tuple[bytes, bool]] = [
    (b"text", True),
    (b"\x00\x01\xff", False),
    (b"", True),
    (b"", False),
    ("grüß € 😀".encode(), True),
    (bytes(range(256)) * 255, False),
    (b"x" * 125, True),
    (b"x" * 126, False),
    (b"x" * 65535, False),
]

# Echoes messages; "close CODE REASON" as text has it close instead.
SERVER = """
extends SceneTree
var server = TCPServer.new()
var peers = []

func _init():
	server.listen(0, "127.0.0.1")
	print("PORT ", server.get_local_port())

func _process(_delta):
	while server.is_connection_available():
		var ws = WebSocketPeer.new()
		ws.supported_protocols = PackedStringArray(["chat"])
		ws.heartbeat_interval = 0.4
		ws.accept_stream(server.take_connection())
		peers.append(ws)
	for ws in peers.duplicate():
		ws.poll()
		if ws.get_ready_state() == WebSocketPeer.STATE_OPEN:
			while ws.get_available_packet_count() > 0:
				var p = ws.get_packet()
				if not ws.was_string_packet():
					ws.send(p)
				elif p.get_string_from_utf8().begins_with("close "):
					var words = p.get_string_from_utf8().split(" ", true, 2)
					ws.close(int(words[1]), words[2])
					break
				else:
					ws.send_text(p.get_string_from_utf8())
		elif ws.get_ready_state() == WebSocketPeer.STATE_CLOSED:
			var url = ws.get_requested_url()
			print("CLOSED ", ws.get_close_code(), " ", ws.get_close_reason(), " ", url)
			peers.erase(ws)
	return Time.get_ticks_msec() > 30000
"""

# The same as a client, one connection after the other.
CLIENT = """
extends SceneTree
var ws
var count = 0

func _init():
	open()

func open():
	ws = WebSocketPeer.new()
	ws.supported_protocols = PackedStringArray(["other", "chat"])
	ws.heartbeat_interval = 0.4
	ws.handshake_headers = PackedStringArray(["X-Count: " + str(count)])
	ws.connect_to_url("ws://127.0.0.1:" + OS.get_environment("PORT") + "/c" + str(count))
	count += 1

func _process(_delta):
	ws.poll()
	if ws.get_ready_state() == WebSocketPeer.STATE_OPEN:
		while ws.get_available_packet_count() > 0:
			var p = ws.get_packet()
			if not ws.was_string_packet():
				ws.send(p)
			elif p.get_string_from_utf8().begins_with("close "):
				var words = p.get_string_from_utf8().split(" ", true, 2)
				ws.close(int(words[1]), words[2])
				break
			else:
				ws.send_text(p.get_string_from_utf8())
	elif ws.get_ready_state() == WebSocketPeer.STATE_CLOSED:
		var chosen = ws.get_selected_protocol()
		print("CLOSED ", ws.get_close_code(), " ", ws.get_close_reason(), " ", chosen)
		open()
	return Time.get_ticks_msec() > 30000
"""


@contextmanager
def godot(script: str, **env: str) -> Iterator[subprocess.Popen[str]]:
    """Real Godot running a script, headless."""
    assert GODOT is not None
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "project.godot").write_text("config_version=5\n")
        (Path(folder) / "main.gd").write_text(script)
        process = subprocess.Popen(
            [GODOT, "--headless", "--path", folder, "-s", "main.gd"],
            env=os.environ | env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.communicate()


def line(process: subprocess.Popen[str], begin: str) -> str:
    """The next line of Godot's that begins so, without the beginning."""
    assert process.stdout is not None
    for text in process.stdout:
        if text.startswith(begin):
            return text.removeprefix(begin).removesuffix("\n")
    raise AssertionError(f"Godot has ended without {begin!r}")


def exchange(peer: WebSocketPeer) -> None:
    """Sends all kinds of messages and gets them back."""
    for payload, text in MESSAGES:
        assert (peer.send_text(payload.decode()) if text else peer.send(payload)) is OK
        until(peer.get_available_packet_count, peer.poll)
        assert (bytes(peer.get_packet()), peer.was_string_packet()) == (payload, text)
    for i in range(500):
        assert peer.send_text(f"message {i}") is OK
    found: list[str] = []
    while len(found) < 500:
        until(peer.get_available_packet_count, peer.poll)
        while peer.get_available_packet_count():
            found.append(peer.get_packet().get_string_from_utf8())
    assert found == [f"message {i}" for i in range(500)]
    peer.heartbeat_interval = HEARTBEAT  # as the other side's: both stay alive on pongs
    patience = Patience(2.5 * HEARTBEAT)
    while not patience.over():
        pause()
        peer.poll()
    assert peer.get_ready_state() == OPEN


def closed(peer: WebSocketPeer) -> tuple[int, str]:
    until(lambda: peer.get_ready_state() == CLOSED, peer.poll)
    return peer.get_close_code(), peer.get_close_reason()


def test_our_client_and_its_server() -> None:
    with godot(SERVER) as process:
        port = line(process, "PORT ")
        url = f"ws://127.0.0.1:{port}/path?q=1"

        def connect() -> WebSocketPeer:
            peer = WebSocketPeer()
            peer.supported_protocols = ["chat"]
            peer.connect_to_url(url)
            until(lambda: peer.get_ready_state() == OPEN, peer.poll)
            assert peer.get_selected_protocol() == "chat"
            return peer

        peer = connect()
        exchange(peer)
        peer.close(-1)
        assert line(process, "CLOSED ") == f"-1  {url}"
        for code, reason in CLOSES:
            peer = connect()
            peer.close(code, reason)
            assert closed(peer) == (code, reason)
            assert line(process, "CLOSED ") == f"{code} {reason} {url}"
            peer = connect()
            peer.send_text(f"close {code} {reason}")
            assert closed(peer) == (code, reason)
            assert line(process, "CLOSED ") == f"{code} {reason} {url}"
        refused = WebSocketPeer()  # without the sub-protocol
        refused.connect_to_url(url)
        assert closed(refused) == (-1, "")


def test_its_client_and_our_server() -> None:
    listening = TCPServer()
    assert listening.listen(0, "127.0.0.1") is OK
    with godot(CLIENT, PORT=str(listening.get_local_port())) as process:
        count = 0

        def accept() -> WebSocketPeer:
            nonlocal count
            until(listening.is_connection_available)
            peer = WebSocketPeer()
            peer.supported_protocols = ["chat"]
            peer.handshake_headers = ["Server: ours"]
            peer.accept_stream(listening.take_connection())
            until(lambda: peer.get_ready_state() == OPEN, peer.poll)
            assert peer.get_requested_url().endswith(f"/c{count}")
            assert peer.get_selected_protocol() == "chat"
            count += 1
            return peer

        peer = accept()
        exchange(peer)
        peer.close(-1)
        assert line(process, "CLOSED ") == "-1  chat"
        for code, reason in CLOSES:
            peer = accept()
            peer.close(code, reason)
            assert closed(peer) == (code, reason)
            assert line(process, "CLOSED ") == f"{code} {reason} chat"
            peer = accept()
            peer.send_text(f"close {code} {reason}")
            assert closed(peer) == (code, reason)
            assert line(process, "CLOSED ") == f"{code} {reason} chat"
        refused = WebSocketPeer()  # a server without sub-protocols
        until(listening.is_connection_available)
        refused.accept_stream(listening.take_connection())
        assert closed(refused) == (-1, "")
        assert line(process, "CLOSED ") == "-1  "
    listening.stop()
