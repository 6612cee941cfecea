"""The page for browsers joins the chat server, in a real browser."""

from __future__ import annotations

from tests.demos.chromium import browser
from tests.demos.running import CHAT, chat_server, running


def test_a_browser_chats_with_the_server(port: int) -> None:
    page_url = f"{(CHAT / 'browser.html').as_uri()}?host=ws://127.0.0.1:{port}/&auto=1"
    with running(chat_server(port)) as server:
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
