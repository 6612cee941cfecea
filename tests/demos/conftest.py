"""What tests of the demos have in common."""

from __future__ import annotations

import importlib
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from engine import Vector2i
from engine.testing import HeadlessTree
from engine.testing.pilot import Pilot
from tests.demos.running import CHAT


@contextmanager
def imported(folder: Path, name: str) -> Iterator[Any]:
    """A module of a demo, imported as its scripts import one another."""
    names = [path.stem for path in folder.glob("*.py")]
    before = {one: sys.modules.pop(one, None) for one in names}
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))
        for one, module in before.items():
            sys.modules.pop(one, None)
            if module is not None:
                sys.modules[one] = module


@pytest.fixture
def demo() -> Iterator[Any]:
    """What the chat demo is driven with."""
    with imported(CHAT, "screenshot") as module:
        yield module


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
