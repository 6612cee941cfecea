"""The page for browsers joins the chat server, in a real browser."""

from __future__ import annotations

import socket

from tests.demos.chromium import browser
from tests.demos.running import ROOT, engine_command, running

CHAT = ROOT / "demos" / "websocket_chat"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_a_browser_chats_with_the_server() -> None:
    port = free_port()
    page_url = f"{(CHAT / 'browser.html').as_uri()}?host=ws://127.0.0.1:{port}/&auto=1"
    command = [*engine_command(str(CHAT / "server.py")), "--set", f"port={port}"]
    with running(command) as server:
        server.read_until(f"Listing on port {port}")
        with browser(page_url) as page:
            server.read_until("Remote client connected")
            page.wait_for("document.getElementById('log').textContent.includes('demo-chat')")
            page.run("document.getElementById('text').value = '안녕 <b>there</b>'")
            page.run("document.getElementById('send').requestSubmit()")
            server.read_until("안녕 <b>there</b>")
            page.run("document.getElementById('text').value = '/nick Mina'")
            page.run("document.getElementById('send').requestSubmit()")
            page.wait_for("document.getElementById('log').textContent.includes('is Mina now')")
            page.run("document.getElementById('connect').requestSubmit()")
            server.read_until("Code: 1000")
