"""Compiled scripts on disk, so that they are parsed and compiled once.

An entry lies under the hash of all that it was made from: the source, its path, the engine, and
Python. It says itself which other files it depends on, with their hashes; see `_registry`. An
entry that is damaged, or was cut short, does not match its own digest and is passed over. Entries
are written beside their place and moved there, so that programs can share the folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import marshal
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from engine.core._public_names import version

_OFF = "SCENETICK_NO_SCRIPT_CACHE"
_MOST_ENTRIES = 5000
_DIGEST = 32


def is_off() -> bool:
    """Whether the environment says that nothing is to be kept."""
    return os.environ.get(_OFF, "") not in ("", "0")


def digest(*parts: bytes) -> bytes:
    """A hash of some bytes, which also tells where one part ends and the next begins."""
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little"))
        hashed.update(part)
    return hashed.digest()


@cache
def _fingerprint() -> bytes:
    """What the compiler is: the engine's version, Python's, and the compiler's own files."""
    files = sorted(Path(__file__).parent.glob("*.*"))
    states = [(f.name, (s := f.stat()).st_size, s.st_mtime_ns) for f in files]
    parts = (version(), sys.implementation.cache_tag, states)
    return repr(parts).encode() + importlib.util.MAGIC_NUMBER


def key_of(path: str, source: bytes, surroundings: bytes) -> str:
    """The name of a script's entry.

    Args:
        path: the script, which is also in tracebacks.
        source: its text.
        surroundings: what else the compiler goes by: the project's names of classes.
    """
    return digest(_fingerprint(), path.encode(), source, surroundings).hex()


def _folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(home) if os.path.isabs(home) else Path.home() / ".cache"
    return base / "scenetick"


def _is_safe(folder: Path) -> bool:
    """Whether nobody else can write there: what lies in it is run."""
    try:
        state = folder.stat()
    except OSError:
        return False
    return not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)


def read(key: str) -> Any:
    """What was kept under a name; None when there is nothing, or nothing whole."""
    folder = _folder()
    try:
        data = (folder / key).read_bytes()
    except OSError:
        return None
    body = data[_DIGEST:]
    if data[:_DIGEST] != hashlib.sha256(body).digest() or not _is_safe(folder):
        return None
    return marshal.loads(body)


def write(key: str, value: Any) -> None:
    """Keeps a value made of plain values and code; a disk that cannot be written is no error."""
    folder = _folder()
    body = marshal.dumps(value)
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_safe(folder):
            return
        fresh = folder / f".new-{os.getpid()}-{key[:16]}"
        fresh.write_bytes(hashlib.sha256(body).digest() + body)
        os.replace(fresh, folder / key)
        _make_room(folder)


@cache
def _make_room(folder: Path) -> None:
    """Once in a run: throws the oldest entries away when there are very many."""
    entries = [entry for entry in os.scandir(folder) if len(entry.name) == 2 * _DIGEST]
    if len(entries) > _MOST_ENTRIES:
        entries.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in entries[: len(entries) // 2]:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)
