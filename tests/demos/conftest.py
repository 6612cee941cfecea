"""What tests of the chat demo have in common."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from engine import Vector2i
from engine.testing import HeadlessTree
from engine.testing.pilot import Pilot
from tests.demos.running import CHAT


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The demo's modules, imported as its scripts import one another."""
    monkeypatch.syspath_prepend(str(CHAT))
    names = ["chat", "client", "server", "combo", "websocket_client", "websocket_server"]
    names.append("screenshot")
    before = {name: sys.modules.pop(name, None) for name in names}
    import screenshot

    yield screenshot
    for name in names:
        sys.modules.pop(name, None)
        if before[name] is not None:
            sys.modules[name] = before[name]


@pytest.fixture
def pilot(demo: Any) -> Iterator[Pilot]:
    """The demo's window without a window; nothing listens and nobody is connected."""
    tree = HeadlessTree()
    tree.root.size = Vector2i(1152, 648)
    one = Pilot(tree)
    combo = demo.Combo()
    combo.automatic = False
    one.add(combo)
    yield one
    tree.finalize()


@pytest.fixture
def port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
