"""What `DirAccess` has to ask the operating system: drives and kinds of file systems."""

from __future__ import annotations

import os
import string
import sys

_MOUNTS = "/proc/mounts"


def drives() -> list[str]:
    """The roots of paths."""
    if sys.platform == "win32":
        return [f"{letter}:" for letter in string.ascii_uppercase if os.path.exists(f"{letter}:/")]
    return ["/"]


def file_system_of(path: str) -> str:
    """The kind of file system that a path is on, in capitals; empty where nobody tells."""
    try:
        with open(_MOUNTS, encoding="utf-8", errors="replace") as file:
            mounts = [line.split()[1:3] for line in file]
    except OSError:
        return ""
    fitting = [(len(place), kind) for place, kind in mounts if _is_below(path, place)]
    kind = max(fitting, default=(0, ""))[1].upper()
    return "EXTFS" if kind.startswith("EXT") else kind


def _is_below(path: str, place: str) -> bool:
    return path == place or path.startswith(place.rstrip("/") + "/")
