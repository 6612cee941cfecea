"""Node's `ws`: found where NODE_PATH leads, or installed into a temporary folder."""

from __future__ import annotations

import atexit
import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.interop.ours import FRAGMENTS, HERE, MESSAGES, OUR_CLOSE, THEIR_CLOSE, Mode, Seen

PATIENCE = 60


@cache
def folder() -> str:
    """A temporary folder."""
    made = mkdtemp(prefix="interop-node-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def modules() -> str:
    """The folder with `ws` in it; the test is skipped where it cannot be had."""
    if shutil.which("node") is None:
        pytest.skip("Node is not installed")
    for place in os.environ.get("NODE_PATH", "").split(os.pathsep):
        if place and Path(place, "ws").is_dir():
            return place
    if shutil.which("npm") is None:
        pytest.skip("Node's package ws is not installed, and there is no npm to install it")
    command = ["npm", "install", "ws", "--no-audit", "--no-fund", "--prefix", folder()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode != 0:
        pytest.skip(f"Node's package ws is not installed, and npm cannot: {done.stderr[-200:]}")
    return str(Path(folder(), "node_modules"))


def environment(mode: Mode) -> dict[str, str]:
    task: dict[str, Any] = {
        "messages": [
            {"text": one} if isinstance(one, str) else {"data": base64.b64encode(one).decode()}
            for one in MESSAGES
        ],
        "fragments": [base64.b64encode(one).decode() for one in FRAGMENTS],
        "deflate": mode.deflate,
        "close": "close {} {}".format(*OUR_CLOSE),
        "their_close": THEIR_CLOSE,
    }
    if mode.tls:
        task["certificate"] = str(mode.tls / "certificate.pem")
        task["key"] = str(mode.tls / "key.pem")
    path = Path(folder(), f"task-{mode.scheme}-{mode.deflate}.json")
    path.write_text(json.dumps(task), "utf-8")
    return {**os.environ, "NODE_PATH": modules(), "TASK": str(path)}


def node_client(url: str, mode: Mode) -> Seen:
    done = subprocess.run(
        ["node", str(HERE / "node.js"), "client", url],
        capture_output=True,
        text=True,
        env=environment(mode),
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    seen = Seen(**json.loads(done.stdout))
    seen.closed = tuple(seen.closed) if seen.closed else None  # type: ignore[assignment]
    return seen


@contextmanager
def node_server(mode: Mode) -> Iterator[str]:
    process = subprocess.Popen(
        ["node", str(HERE / "node.js"), "server"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(mode),
    )
    try:
        assert process.stdout is not None
        yield f"{mode.scheme}://localhost:{process.stdout.readline().strip()}/x"
    finally:
        process.kill()
        process.communicate()
