"""Other programs that `OS` starts, and what became of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from engine.core.error import ERR_INVALID_PARAMETER, OK, Error
from engine.core.output import error

# Processes that were started and whose end has not been asked for.
_running: dict[int, subprocess.Popen[bytes]] = {}
_exit_codes: dict[int, int] = {}


def execute(path: str, arguments: Sequence[str], read_stderr: bool) -> tuple[int, str]:
    """Runs a program to its end; gives its exit code, as a shell has it, and what it wrote."""
    try:
        done = subprocess.run(
            [path, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if read_stderr else subprocess.DEVNULL,
            check=False,
        )
    except FileNotFoundError:
        return 127, f"{path}: not found\n" if read_stderr else ""
    except PermissionError:
        return 126, f"{path}: Permission denied\n" if read_stderr else ""
    code = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return code, done.stdout.decode("utf-8", "replace")


def create(command: Sequence[str]) -> int:
    """Starts a program that runs beside this one; gives its id, or -1."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, start_new_session=os.name == "posix"
        )
    except OSError:
        sys.stdout.flush()
        sys.stderr.write(f"Could not create child process: {command[0]}\n")
        return -1
    _running[process.pid] = process
    return process.pid


def is_running(pid: int) -> bool:
    """Whether a program started here is still running."""
    process = _running.get(pid)
    if process is None:
        if pid not in _exit_codes:
            error(f"Thread {pid} exited with errno: 10")
        return False
    code = process.poll()
    if code is None:
        return True
    _exit_codes[pid] = code if code >= 0 else 128 - code
    del _running[pid]
    return False


def exit_code(pid: int) -> int:
    """How a program started here ended; -1 while it runs and for any other."""
    return _exit_codes.get(pid, -1) if pid in _exit_codes or not is_running(pid) else -1


def kill(pid: int) -> Error:
    """Ends a program at once, started here or not."""
    try:
        os.kill(pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    except (OSError, OverflowError):
        return ERR_INVALID_PARAMETER
    process = _running.get(pid)
    if process is not None:
        process.wait()
    return OK
