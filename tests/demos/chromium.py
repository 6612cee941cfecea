"""A real browser without a window, driven through its debugging port by the engine's own client."""

from __future__ import annotations

import json
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from engine import WebSocketPeer

PATIENCE = 60.0
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --disable-dev-shm-usage "
    "--remote-debugging-port=0 --remote-allow-origins=*"
)


class Page:
    """A page of the browser."""

    def __init__(self, url: str) -> None:
        self._peer = WebSocketPeer()
        self._peer.inbound_buffer_size = 1 << 22
        assert self._peer.connect_to_url(url) == 0
        self._poll_until(lambda: self._peer.get_ready_state() == WebSocketPeer.STATE_OPEN)
        self._number = 0

    def _poll_until(self, condition: Any) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, "the browser does not answer"
            self._peer.poll()
            select.select([], [], [], 0.005)

    def run(self, expression: str) -> Any:
        """The value of an expression of JavaScript."""
        self._number += 1
        asked = {"expression": expression, "returnByValue": True}
        message = {"id": self._number, "method": "Runtime.evaluate", "params": asked}
        assert self._peer.send_text(json.dumps(message)) == 0
        while True:
            self._poll_until(self._peer.get_available_packet_count)
            answer = json.loads(self._peer.get_packet().get_string_from_utf8())
            if answer.get("id") == self._number:
                assert "exceptionDetails" not in answer["result"], answer
                return answer["result"]["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Waits until an expression of JavaScript is true."""
        deadline = time.monotonic() + PATIENCE
        while not self.run(expression):
            assert time.monotonic() < deadline, f"never true: {expression}"
            select.select([], [], [], 0.02)


@contextmanager
def browser(url: str, *flags: str) -> Iterator[Page]:
    """A browser that shows a page; the test is skipped where none is installed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here")
    with tempfile.TemporaryDirectory() as profile:
        command = [program, *FLAGS.split(), *flags, f"--user-data-dir={profile}", url]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            page = Page(_page_url(_port(Path(profile, "DevToolsActivePort"))))
            page.wait_for("location.protocol !== 'about:' && document.readyState === 'complete'")
            yield page
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _port(file: Path) -> int:
    deadline = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text(encoding="ascii").strip()):
        assert time.monotonic() < deadline, "the browser does not start"
        select.select([], [], [], 0.05)
    return int(file.read_text(encoding="ascii").split()[0])


def _page_url(port: int) -> str:
    deadline = time.monotonic() + PATIENCE
    while True:
        with urlopen(f"http://127.0.0.1:{port}/json", timeout=PATIENCE) as answer:
            pages = [one for one in json.load(answer) if one["type"] == "page"]
        if pages:
            return str(pages[0]["webSocketDebuggerUrl"])
        assert time.monotonic() < deadline, "the browser shows no page"
        select.select([], [], [], 0.05)
