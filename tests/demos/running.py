"""Programs that run beside a test: their lines are waited for, with a deadline."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHAT = ROOT / "demos" / "websocket_chat"
DICE = ROOT / "demos" / "websocket_multiplayer"
PATIENCE = 60.0


class Program:
    """A process whose standard output is read line by line."""

    def __init__(self, command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**environment, "PYTHONUNBUFFERED": "1"},
        )
        self.lines: list[str] = []
        self.errors = ""
        self._queue: queue.Queue[str | None] = queue.Queue()
        self._readers = [
            threading.Thread(target=self._read_lines),
            threading.Thread(target=self._read_errors),
        ]
        for reader in self._readers:
            reader.start()

    def _read_lines(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._queue.put(line.rstrip("\n"))
        self._queue.put(None)

    def _read_errors(self) -> None:
        assert self._process.stderr is not None
        self.errors = self._process.stderr.read()

    def read_until(self, text: str) -> None:
        """Reads lines up to one that contains a text."""
        while text not in self._next(text):
            pass

    def _next(self, wanted: object) -> str:
        try:
            line = self._queue.get(timeout=PATIENCE)
        except queue.Empty:
            line = None
        assert line is not None, f"it never said {wanted!r}: {self.lines} {self.errors}"
        self.lines.append(line)
        return line

    def read_all(self, *texts: str) -> None:
        """Reads lines until each text has been seen in one of them, in whatever order."""
        wanted = list(texts)
        while wanted:
            line = self._next(wanted)
            wanted = [text for text in wanted if text not in line]

    def end(self, number: int) -> int:
        """Sends a signal and reads what is left; gives the exit code."""
        if self._process.poll() is None:
            self._process.send_signal(number)
        return self.wait()

    def wait(self) -> int:
        """Reads what is left, to the program's end; gives the exit code."""
        code = self._process.wait(timeout=PATIENCE)
        for reader in self._readers:
            reader.join(timeout=PATIENCE)
        while (line := self._queue.get(timeout=PATIENCE)) is not None:
            self.lines.append(line)
        return code

    def close(self) -> None:
        """Ends the program if it still runs, and what was opened for it."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        for reader in self._readers:
            reader.join(timeout=PATIENCE)
        for stream in (self._process.stdout, self._process.stderr):
            assert stream is not None
            stream.close()


@contextmanager
def running(
    command: Sequence[str], cwd: Path = ROOT, environment: Mapping[str, str] = os.environ
) -> Iterator[Program]:
    """Runs a program, and ends it in any case."""
    program = Program(command, cwd, environment)
    try:
        yield program
    finally:
        program.close()


def engine_command(script: str) -> list[str]:
    """The command that runs a script with this engine."""
    return [sys.executable, "-m", "engine", "--headless", script]


def godot() -> str:
    """The real Godot; a test that needs it is skipped where there is none."""
    found = os.environ.get("GODOT") or shutil.which("godot-real") or shutil.which("godot")
    if not found:
        pytest.skip("no real Godot here")
    return found


def chat_server(port: int) -> list[str]:
    """The command of the chat demo's server, without a window."""
    return [*engine_command(str(CHAT / "server.py")), "--set", f"port={port}"]


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A copy of a Godot project where the real one can see it."""
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        project = Path(place) / "project"
        shutil.copytree(folder, project)
        yield project
