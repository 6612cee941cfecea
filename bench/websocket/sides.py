"""The servers that are measured: how each is started, and whether it can be."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.sides import BenchError, find_godot, last_json_line

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OURS = ("ours", "ours, wake")
PACKAGES = ("websockets", "aiohttp", "picows", "wsproto")


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    pid: int


@dataclass(frozen=True)
class Side:
    """One way to run an echo server; `PORT` in the command stands for the port."""

    name: str
    command: tuple[str, ...]

    @contextmanager
    def running(self) -> Iterator[Server]:
        """While it is open, the server runs."""
        port = free_port()
        command = [str(port) if word == "PORT" else word for word in self.command]
        with serving(command, port, HERE / "echo") as server:
            yield server


@contextmanager
def serving(command: list[str], port: int, folder: Path) -> Iterator[Server]:
    """Runs a server that listens on a port; what it has said is shown when something fails."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder, env=environment())
        try:
            wait_for_port(port, process)
            yield Server(port, process.pid)
        except BaseException:
            said.seek(0)
            print(*command, said.read().decode(errors="replace"), file=sys.stderr)
            raise
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()


def environment() -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    """Returns when somebody listens; asked of the system's table, so that no connection is made."""
    wanted = f":{port:04X} 00000000:0000 0A"
    deadline = 600
    for _ in range(deadline):
        if process.poll() is not None:
            raise BenchError(f"{process.args!r} has ended with {process.returncode}")
        if wanted in Path("/proc/net/tcp").read_text():
            return
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            pass
    raise BenchError(f"{process.args!r} does not listen")


def load(server: Server, plan: dict[str, float]) -> dict[str, float]:
    """One measurement."""
    plan = {"port": server.port, "pid": server.pid, **plan}
    return last_json_line(
        [sys.executable, "-m", "bench.websocket.load", json.dumps(plan)], environment()
    )


@contextmanager
def all_sides(godot: str | None, no_godot: bool) -> Iterator[list[Side]]:
    """The sides that there are on this machine, ours first."""
    engine = [sys.executable, "-m", "engine", "--headless"]
    script = [str(HERE / "echo" / "ours.py"), "--", "PORT"]
    sides = [
        Side("ours", (*engine, "--max-fps", "0", *script)),
        Side("ours, wake", (*engine, "--wake-on-traffic", *script)),
    ]
    for name in PACKAGES:
        if find_spec(name) is not None:
            program = str(HERE / "echo" / f"with_{name}.py")
            sides.append(Side(name, (sys.executable, program, "PORT")))
    command = None if no_godot else find_godot(godot)
    if command is None:
        yield sides
        return
    below = "/tmp" if os.path.isdir("/tmp") else None  # a confined Godot often sees no other place
    with tempfile.TemporaryDirectory(prefix="bench_godot_", dir=below) as folder:
        project = Path(folder) / "project"
        shutil.copytree(HERE / "godot", project, ignore=shutil.ignore_patterns(".godot"))
        words = ("--headless", "--max-fps", "0", "--path", str(project), "--", "PORT")
        sides.append(Side("godot", (*command, *words)))
        yield sides
